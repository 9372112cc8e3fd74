package dev.tenure.adapter.persistence.tenant;

import static dev.tenure.adapter.persistence.generated.Tables.TENANT;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** A tenant is one row, without row-level security. */
public final class JooqTenantRepository implements TenantRepository {

    private static final PreparedQuery BY_ID =
            PreparedQuery.of(() -> selectFrom(TENANT).where(TENANT.TENANT_ID.eq("")));

    private final JooqTransactions transactions;

    public JooqTenantRepository(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Versioned<Tenant>> find(TenantId id) {
        return load(id).get();
    }

    @Override
    public Deferred<Optional<Versioned<Tenant>>> load(TenantId id) {
        return transactions.queryOne(
                BY_ID, row -> new Versioned<>(TenantMapping.tenant(row), row.get(TENANT.VERSION)), id.value());
    }

    @Override
    public List<Tenant> all() {
        return transactions.sql().selectFrom(TENANT).orderBy(TENANT.TENANT_ID).fetch(TenantMapping::tenant);
    }

    @Override
    public void insert(Tenant tenant) {
        int inserted = transactions
                .sql()
                .insertInto(TENANT)
                .set(TenantMapping.row(tenant))
                .set(TENANT.VERSION, 1L)
                .onConflict(TENANT.TENANT_ID)
                .doNothing()
                .execute();
        if (inserted == 0) {
            throw new Conflict(ApplicationError.ALREADY_EXISTS, "there is a tenant %s already".formatted(tenant.id()));
        }
    }

    @Override
    public void update(Versioned<Tenant> tenant) {
        int updated = transactions
                .sql()
                .update(TENANT)
                .set(TenantMapping.changes(tenant.value()))
                .set(TENANT.VERSION, tenant.version() + 1)
                .where(TENANT.TENANT_ID.eq(tenant.value().id().value()))
                .and(TENANT.VERSION.eq(tenant.version()))
                .execute();
        if (updated == 0) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "tenant %s is no longer at version %d"
                            .formatted(tenant.value().id(), tenant.version()));
        }
    }
}
