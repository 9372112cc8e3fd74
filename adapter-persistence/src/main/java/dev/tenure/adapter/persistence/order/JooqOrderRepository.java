package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static dev.tenure.adapter.persistence.generated.Tables.ORDER_EVENT;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.when;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.adapter.persistence.shared.RowArrays;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderEvent;
import dev.tenure.domain.order.OrderId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** An order is one row, and one row per event. */
public final class JooqOrderRepository implements OrderRepository {

    private static final Field<@Nullable String> IMPORTED_AS =
            jsonbGetAttributeAsText(ORDER_EVENT.PAYLOAD, OrderFactMapping.IMPORTED_AS);

    private final JooqTransactions transactions;
    private final OrderIndex index;

    public JooqOrderRepository(JooqTransactions transactions) {
        this.transactions = transactions;
        this.index = new OrderIndex(transactions);
    }

    @Override
    public Optional<Order> find(OrderId id) {
        // Not FOR UPDATE: that would also hold up those who only refer to the row.
        return transactions
                .sql()
                .selectFrom(ORDERS)
                .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                .and(ORDERS.ORDER_ID.eq(id.value()))
                .forNoKeyUpdate()
                .fetchOptional(row -> Order.restore(OrderMapping.state(row)));
    }

    @Override
    public Set<OrderId> insertAll(List<Order> given) {
        if (given.isEmpty()) {
            return Set.of();
        }
        RowArrays rows =
                RowArrays.of(given.stream().map(JooqOrderRepository::row).toList());
        Set<String> inserted = transactions
                .sql()
                .insertInto(ORDERS)
                .columns(rows.columns())
                .select(rows.selected())
                .onConflict(ORDERS.TENANT_ID, ORDERS.ORDER_ID)
                .doNothing()
                .returning(ORDERS.ORDER_ID)
                .fetchSet(ORDERS.ORDER_ID);
        List<Order> added = given.stream()
                .filter(order -> inserted.contains(order.state().id().value()))
                .toList();
        append(added);
        index.added(added.stream().map(Order::state).toList());
        return given.stream()
                .map(order -> order.state().id())
                .filter(id -> !inserted.contains(id.value()))
                .collect(toSet());
    }

    private static Map<Field<?>, @Nullable Object> row(Order order) {
        Map<Field<?>, @Nullable Object> row = OrderMapping.fixed(order.state());
        row.putAll(OrderMapping.changing(order.state()));
        row.put(ORDERS.SEARCH_TEXT, OrderMapping.searchText(order.state()));
        return row;
    }

    @Override
    public Map<OrderId, Optional<String>> origins(Collection<OrderId> ids) {
        Map<OrderId, Optional<String>> origins = new HashMap<>();
        transactions
                .sql()
                .select(ORDER_EVENT.ORDER_ID, IMPORTED_AS)
                .from(ORDER_EVENT)
                .where(ORDER_EVENT.TENANT_ID.eq(transactions.tenant()))
                .and(ORDER_EVENT.ORDER_ID.eq(
                        any(ids.stream().map(OrderId::value).toArray(String[]::new))))
                .and(ORDER_EVENT.SEQUENCE.eq(1L))
                .forEach(row -> origins.put(new OrderId(row.value1()), Optional.ofNullable(row.value2())));
        return origins;
    }

    @Override
    public void update(Order order) {
        Order.State state = order.state();
        int updated = transactions
                .sql()
                .update(ORDERS)
                .set(OrderMapping.changing(state))
                // Where an older release wrote the order, it waits to be caught up on with its facets.
                .set(ORDERS.SEARCH_TEXT, when(ORDERS.SEARCH_TEXT.isNotNull(), OrderMapping.searchText(state)))
                .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                .and(ORDERS.ORDER_ID.eq(state.id().value()))
                .and(ORDERS.VERSION.eq(order.loadedVersion()))
                .execute();
        if (updated == 0) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "order %s is no longer at version %d".formatted(state.id(), order.loadedVersion()));
        }
        append(List.of(order));
        index.changed(order);
    }

    /** Writes the changes of these orders. */
    private void append(List<Order> orders) {
        List<Map<Field<?>, @Nullable Object>> events = new ArrayList<>();
        for (Order order : orders) {
            order.changes().forEach(event -> events.add(row(order.state().id(), event)));
        }
        if (events.isEmpty()) {
            return;
        }
        RowArrays rows = RowArrays.of(events);
        transactions
                .sql()
                .insertInto(ORDER_EVENT)
                .columns(rows.columns())
                .select(rows.selected())
                .execute();
    }

    private Map<Field<?>, @Nullable Object> row(OrderId id, OrderEvent event) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(ORDER_EVENT.TENANT_ID, transactions.tenant());
        row.put(ORDER_EVENT.ORDER_ID, id.value());
        row.put(ORDER_EVENT.SEQUENCE, event.sequence());
        row.put(ORDER_EVENT.TYPE, OrderFactMapping.type(event.fact()));
        row.put(ORDER_EVENT.AT, event.stamp().at());
        row.put(ORDER_EVENT.ACTOR, event.stamp().by().value());
        row.put(ORDER_EVENT.REQUEST_ID, event.stamp().requestId());
        row.put(ORDER_EVENT.REASON, event.fact().reason().orElse(null));
        row.put(ORDER_EVENT.PAYLOAD, OrderFactMapping.payload(event.fact()));
        return row;
    }

    @Override
    public List<OrderEvent> events(OrderId id) {
        return transactions
                .sql()
                .selectFrom(ORDER_EVENT)
                .where(ORDER_EVENT.TENANT_ID.eq(transactions.tenant()))
                .and(ORDER_EVENT.ORDER_ID.eq(id.value()))
                .orderBy(ORDER_EVENT.SEQUENCE)
                .fetch(OrderMapping::event);
    }
}
