package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static org.jooq.impl.DSL.noCondition;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.adapter.persistence.shared.Keyset;
import dev.tenure.adapter.persistence.shared.Words;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Direction;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads orders for showing; for each sort there is an index. */
public final class JooqOrderQueries implements OrderQueries {

    private static final Keyset.Key<Instant> CREATED_AT = Keyset.Key.instant(ORDERS.CREATED_AT);
    private static final Keyset.Key<String> ORDER_ID = Keyset.Key.text(ORDERS.ORDER_ID);

    private final JooqTransactions transactions;

    public JooqOrderQueries(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<OrderView> find(TenantId tenant, OrderId id) {
        return transactions.forTenant(tenant, () -> transactions
                .sql()
                .selectFrom(ORDERS)
                .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                .and(ORDERS.ORDER_ID.eq(id.value()))
                .fetchOptional(JooqOrderQueries::view));
    }

    @Override
    public Slice<OrderView> list(TenantId tenant, OrderQuery query, int limit, @Nullable Position after) {
        return transactions.forTenant(tenant, () -> keyset(query)
                .slice(
                        transactions
                                .sql()
                                .selectFrom(ORDERS)
                                .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                                .and(statuses(query))
                                .and(customer(query)),
                        limit,
                        after,
                        JooqOrderQueries::view));
    }

    private static Condition statuses(OrderQuery query) {
        return query.statuses().isEmpty()
                ? noCondition()
                : ORDERS.STATUS.in(query.statuses().stream().map(Words::word).toList());
    }

    private static Condition customer(OrderQuery query) {
        return query.customerId() == null ? noCondition() : ORDERS.CUSTOMER_ID.eq(query.customerId());
    }

    private static Keyset keyset(OrderQuery query) {
        List<Keyset.Key<?>> keys =
                switch (query.sort()) {
                    case CREATED_AT -> List.of(CREATED_AT, ORDER_ID);
                    case UPDATED_AT -> List.of(Keyset.Key.instant(ORDERS.UPDATED_AT), CREATED_AT, ORDER_ID);
                    case ORDER_ID -> List.of(ORDER_ID);
                    case STATUS -> List.of(Keyset.Key.text(ORDERS.STATUS), CREATED_AT, ORDER_ID);
                    case TOTAL -> List.of(Keyset.Key.number(ORDERS.TOTAL_RANK), CREATED_AT, ORDER_ID);
                };
        return query.direction() == Direction.ASC ? Keyset.ascending(keys) : Keyset.descending(keys);
    }

    private static OrderView view(Record row) {
        return OrderView.of(OrderMapping.state(row));
    }
}
