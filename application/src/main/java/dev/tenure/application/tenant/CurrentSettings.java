package dev.tenure.application.tenant;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.tenant.TenantSettings;

/** How the caller's tenant works just now. */
public final class CurrentSettings {

    private final TenantRepository tenants;

    public CurrentSettings(TenantRepository tenants) {
        this.tenants = tenants;
    }

    /** Asked for inside the caller's transaction. */
    public TenantSettings of(Caller caller) {
        return tenants.find(caller.tenant())
                .orElseThrow(() -> new NotFound("tenant", caller.tenant().value()))
                .value()
                .settings();
    }
}
