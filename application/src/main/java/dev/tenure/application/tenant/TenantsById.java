package dev.tenure.application.tenant;

import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.Tenant;
import java.util.Optional;

/** Finds the tenant that a caller names. What is malformed names nothing. */
public final class TenantsById {

    private final TenantRepository tenants;

    public TenantsById(TenantRepository tenants) {
        this.tenants = tenants;
    }

    /** @throws NotFound when there is no such tenant */
    public Versioned<Tenant> get(String tenantId) {
        return (Identifier.isWellFormed(tenantId)
                        ? tenants.find(new TenantId(tenantId))
                        : Optional.<Versioned<Tenant>>empty())
                .orElseThrow(() -> new NotFound("tenant", tenantId));
    }
}
