package dev.tenure.application.contract;

import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TenantFixtures;
import java.util.UUID;
import java.util.function.Supplier;

/** What the contracts have in common: the ports that every test needs, and tenants to work in. */
public interface StoreContract {

    Transactions transactions();

    TenantRepository tenants();

    /** A tenant that no other test knows. */
    default TenantId aTenant() {
        TenantId id = unusedTenantId();
        return transactions().forInstallation(() -> {
            tenants().insert(TenantFixtures.tenant(id, TenantFixtures.settings()));
            return id;
        });
    }

    /** An id that no tenant has. */
    default TenantId unusedTenantId() {
        return new TenantId("t-" + UUID.randomUUID());
    }

    /** What the work gives in a transaction of its own. */
    default <T> T in(TenantId tenant, Supplier<T> work) {
        return transactions().forTenant(tenant, work);
    }

    /** Does the work in a transaction of its own. */
    default void within(TenantId tenant, Runnable work) {
        boolean done = transactions().forTenant(tenant, () -> {
            work.run();
            return true;
        });
        if (!done) {
            throw new AssertionError("the transaction gave something else than the work did");
        }
    }
}
