package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.batch.in.PurgeExpiredResponses;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.shared.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Deletes expired responses, tenant by tenant. */
public final class ResponsePurge implements PurgeExpiredResponses {

    private static final int AT_A_TIME = 1000;

    private final IdempotencyStore responses;
    private final Supplier<List<TenantId>> tenants;
    private final Transactions transactions;
    private final Clock clock;

    /** @param tenants all tenants; called in a transaction of the installation */
    public ResponsePurge(
            IdempotencyStore responses, Supplier<List<TenantId>> tenants, Transactions transactions, Clock clock) {
        this.responses = responses;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public int purgeExpired() {
        return transactions.forInstallation(tenants).stream()
                .mapToInt(this::purgeExpired)
                .sum();
    }

    // In small transactions, so that no request with a key waits for the end of this.
    private int purgeExpired(TenantId tenant) {
        int purged = 0;
        int batch;
        do {
            batch = transactions.forTenant(tenant, () -> responses.deleteExpired(clock.instant(), AT_A_TIME));
            purged += batch;
        } while (batch == AT_A_TIME);
        return purged;
    }
}
