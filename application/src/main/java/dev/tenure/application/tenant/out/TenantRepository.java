package dev.tenure.application.tenant.out;

import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** Stores the tenants. They belong to the installation, so this works in a transaction of either kind. */
public interface TenantRepository {

    Optional<Versioned<Tenant>> find(TenantId id);

    /** As {@link #find}, as a deferred result. */
    default Deferred<Optional<Versioned<Tenant>>> load(TenantId id) {
        return Deferred.of(find(id));
    }

    /** All tenants, by id. */
    List<Tenant> all();

    /** @throws Conflict {@code ALREADY_EXISTS} when the id is taken */
    void insert(Tenant tenant);

    /** @throws Conflict {@code CONFLICT} when the tenant is no longer at the version that was read */
    void update(Versioned<Tenant> tenant);
}
