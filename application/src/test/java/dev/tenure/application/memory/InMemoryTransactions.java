package dev.tenure.application.memory;

import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.shared.TenantId;
import java.util.function.Supplier;

/** Transactions over an {@link InMemoryStore}: one at a time. */
public final class InMemoryTransactions implements Transactions {

    private final InMemoryStore store;

    public InMemoryTransactions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public <T> T forTenant(TenantId tenant, Supplier<T> work) {
        return store.transaction(tenant, work);
    }

    @Override
    public <T> T forSeveral(TenantId tenant, Supplier<T> work) {
        return store.transactionApart(tenant, work);
    }

    @Override
    public <T> T dryRun(TenantId tenant, Supplier<T> work) {
        return store.rehearsal(tenant, work);
    }

    @Override
    public boolean isUnderWay() {
        return store.isInTransaction();
    }

    @Override
    public <T> T forInstallation(Supplier<T> work) {
        return store.transaction(null, work);
    }
}
