package dev.tenure.application.memory;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tenants in memory. */
public final class InMemoryTenantRepository implements TenantRepository {

    private final InMemoryStore store;

    public InMemoryTenantRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<Tenant>> find(TenantId id) {
        return store.tenants.get(id);
    }

    @Override
    public List<Tenant> all() {
        return store.tenants
                .all()
                .map(Versioned::value)
                .sorted(Comparator.comparing(tenant -> tenant.id().value()))
                .toList();
    }

    @Override
    public void insert(Tenant tenant) {
        if (store.tenants.contains(tenant.id())) {
            throw new Conflict(ApplicationError.ALREADY_EXISTS, "there is a tenant " + tenant.id() + " already");
        }
        store.tenants.put(tenant.id(), new Versioned<>(tenant, 1));
    }

    @Override
    public void update(Versioned<Tenant> tenant) {
        TenantId id = tenant.value().id();
        if (find(id).filter(read -> read.version() == tenant.version()).isEmpty()) {
            throw new Conflict(
                    ApplicationError.CONFLICT, "tenant %s is no longer at version %d".formatted(id, tenant.version()));
        }
        store.tenants.put(id, new Versioned<>(tenant.value(), tenant.version() + 1));
    }
}
