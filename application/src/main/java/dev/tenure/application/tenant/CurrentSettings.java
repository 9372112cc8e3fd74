package dev.tenure.application.tenant;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.util.Optional;

/** The current settings of the caller's tenant. */
public final class CurrentSettings {

    private final TenantRepository tenants;

    public CurrentSettings(TenantRepository tenants) {
        this.tenants = tenants;
    }

    /** Read inside the caller's transaction. */
    public TenantSettings of(Caller caller) {
        return load(caller.tenant()).get();
    }

    /** As {@link #of}, as a deferred result. */
    public Deferred<TenantSettings> load(TenantId id) {
        Deferred<Optional<Versioned<Tenant>>> tenant = tenants.load(id);
        return () -> tenant.get()
                .orElseThrow(() -> new NotFound("tenant", id.value()))
                .value()
                .settings();
    }
}
