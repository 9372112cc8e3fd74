package dev.tenure.application.order;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.tenant.TenantSettings;

/** How the caller's tenant works just now. */
final class CurrentSettings {

    private final TenantRepository tenants;

    CurrentSettings(TenantRepository tenants) {
        this.tenants = tenants;
    }

    /** Asked for inside the caller's transaction. */
    TenantSettings of(Caller caller) {
        return tenants.find(caller.tenant())
                .orElseThrow(() -> new NotFound("tenant", caller.tenant().value()))
                .value()
                .settings();
    }
}
