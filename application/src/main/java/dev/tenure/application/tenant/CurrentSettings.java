package dev.tenure.application.tenant;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Asked;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.util.Optional;

/** How the caller's tenant works just now. */
public final class CurrentSettings {

    private final TenantRepository tenants;

    public CurrentSettings(TenantRepository tenants) {
        this.tenants = tenants;
    }

    /** Asked for inside the caller's transaction. */
    public TenantSettings of(Caller caller) {
        return ask(caller).get();
    }

    /** As {@link #of}, with the answer when it is needed. */
    public Asked<TenantSettings> ask(Caller caller) {
        Asked<Optional<Versioned<Tenant>>> tenant = tenants.ask(caller.tenant());
        return () -> tenant.get()
                .orElseThrow(() -> new NotFound("tenant", caller.tenant().value()))
                .value()
                .settings();
    }
}
