package dev.tenure.adapter.persistence.tenant;

import static dev.tenure.adapter.persistence.generated.Tables.API_KEY;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.tenant.out.ApiKeyRepository;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import java.util.List;
import java.util.Optional;

/** An API key is one row; without row-level security, because the tenant is found by the key. */
public final class JooqApiKeyRepository implements ApiKeyRepository {

    private static final PreparedQuery BY_ID =
            PreparedQuery.of(() -> selectFrom(API_KEY).where(API_KEY.KEY_ID.eq("")));

    private final JooqTransactions transactions;

    public JooqApiKeyRepository(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<ApiKey> find(String keyId) {
        return transactions.queryOne(BY_ID, TenantMapping::apiKey, keyId).get();
    }

    @Override
    public List<ApiKey> ofTenant(TenantId tenant) {
        return transactions
                .sql()
                .selectFrom(API_KEY)
                .where(API_KEY.TENANT_ID.eq(tenant.value()))
                .orderBy(API_KEY.CREATED_AT, API_KEY.KEY_ID)
                .fetch(TenantMapping::apiKey);
    }

    @Override
    public void insert(ApiKey key) {
        transactions.sql().insertInto(API_KEY).set(TenantMapping.row(key)).execute();
    }

    @Override
    public void update(ApiKey key) {
        transactions
                .sql()
                .update(API_KEY)
                .set(API_KEY.REQUESTS_PER_MINUTE, key.requestsPerMinute())
                .where(API_KEY.KEY_ID.eq(key.id()))
                .execute();
        if (key.revokedAt() != null) {
            // The first revocation stays.
            transactions
                    .sql()
                    .update(API_KEY)
                    .set(API_KEY.REVOKED_AT, key.revokedAt())
                    .where(API_KEY.KEY_ID.eq(key.id()))
                    .and(API_KEY.REVOKED_AT.isNull())
                    .execute();
        }
    }
}
