package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.batch.RequestCoalescer;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Record;

/** Reads orders by their ids. */
final class OrdersById {

    private static final PreparedQuery ORDERS_BY_ID = PreparedQuery.of(
            () -> selectFrom(ORDERS).where(ORDERS.TENANT_ID.eq("")).and(ORDERS.ORDER_ID.eq(any(new String[0]))));

    private final JooqTransactions transactions;
    private final OrderCache cache;
    private final RequestCoalescer<TenantId, OrderId, Optional<OrderView>> reads = new RequestCoalescer<>(this::found);

    OrdersById(JooqTransactions transactions, OrderCache cache) {
        this.transactions = transactions;
        this.cache = cache;
    }

    /**
     * Reads the order, together with concurrent reads of others; alone inside a transaction, which may see data that
     * others do not.
     */
    Optional<OrderView> find(TenantId tenant, OrderId id) {
        return transactions.isUnderWay() ? found(tenant, List.of(id)).get(0).get() : reads.run(tenant, id);
    }

    private List<Supplier<Optional<OrderView>>> found(TenantId tenant, List<OrderId> ids) {
        Map<String, OrderView> found =
                read(tenant, ids.stream().map(OrderId::value).distinct().toList(), cache::ofPassing);
        return ids.stream()
                .<Supplier<Optional<OrderView>>>map(id -> () -> Optional.ofNullable(found.get(id.value())))
                .toList();
    }

    /** The orders with these ids that exist, by id; they are likely to be read again. */
    Map<String, OrderView> ofPage(TenantId tenant, List<String> ids) {
        return ids.isEmpty() ? Map.of() : read(tenant, ids, cache::of);
    }

    private Map<String, OrderView> read(TenantId tenant, List<String> ids, Function<Record, OrderView> view) {
        return transactions
                .forTenant(
                        tenant,
                        () -> transactions.query(
                                ORDERS_BY_ID,
                                rows -> rows.stream().collect(toMap(row -> row.get(ORDERS.ORDER_ID), view)),
                                transactions.tenant(),
                                ids.toArray(String[]::new)))
                .get();
    }
}
