package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static dev.tenure.adapter.persistence.generated.Tables.ORDER_EVENT;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.using;
import static org.jooq.impl.DSL.when;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.adapter.persistence.shared.RenderedSql;
import dev.tenure.adapter.persistence.shared.RowArrays;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.out.Asked;
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
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** An order is one row, and one row per event. */
public final class JooqOrderRepository implements OrderRepository {

    private static final Field<@Nullable String> IMPORTED_AS =
            jsonbGetAttributeAsText(ORDER_EVENT.PAYLOAD, OrderFactMapping.IMPORTED_AS);

    private static final List<Field<?>> CHANGED_COLUMNS = OrderMapping.changingColumns();
    private static final List<Field<?>> INSERTED_COLUMNS = Stream.of(
                    OrderMapping.fixedColumns(), CHANGED_COLUMNS, List.<Field<?>>of(ORDERS.SEARCH_TEXT))
            .flatMap(List::stream)
            .toList();
    private static final List<Field<?>> EVENT_COLUMNS = List.of(
            ORDER_EVENT.TENANT_ID,
            ORDER_EVENT.ORDER_ID,
            ORDER_EVENT.SEQUENCE,
            ORDER_EVENT.TYPE,
            ORDER_EVENT.AT,
            ORDER_EVENT.ACTOR,
            ORDER_EVENT.REQUEST_ID,
            ORDER_EVENT.REASON,
            ORDER_EVENT.PAYLOAD);

    // Not FOR UPDATE: that would also hold up those who only refer to the row.
    private static final RenderedSql HELD = RenderedSql.of(() -> selectFrom(ORDERS)
            .where(ORDERS.TENANT_ID.eq(""))
            .and(ORDERS.ORDER_ID.eq(""))
            .forNoKeyUpdate());

    private static final RenderedSql INSERTED = RenderedSql.insert(ORDERS, INSERTED_COLUMNS);
    private static final RenderedSql APPENDED = RenderedSql.insert(ORDER_EVENT, EVENT_COLUMNS);
    private static final RenderedSql ALL_INSERTED = RenderedSql.of(() -> insertInto(ORDERS)
            .columns(INSERTED_COLUMNS)
            .select(RowArrays.ofColumns(INSERTED_COLUMNS).selected())
            .onConflict(ORDERS.TENANT_ID, ORDERS.ORDER_ID)
            .doNothing()
            .returning(ORDERS.ORDER_ID));
    private static final RenderedSql ALL_APPENDED = RenderedSql.of(() -> insertInto(ORDER_EVENT)
            .columns(EVENT_COLUMNS)
            .select(RowArrays.ofColumns(EVENT_COLUMNS).selected()));
    private static final RenderedSql UPDATED = RenderedSql.counted(() -> using(SQLDialect.POSTGRES)
            .update(ORDERS)
            .set(RenderedSql.places(CHANGED_COLUMNS))
            // Where an older release wrote the order, it waits to be caught up on with its facets.
            .set(ORDERS.SEARCH_TEXT, when(ORDERS.SEARCH_TEXT.isNotNull(), ""))
            .where(ORDERS.TENANT_ID.eq(""))
            .and(ORDERS.ORDER_ID.eq(""))
            .and(ORDERS.VERSION.eq(0L))
            .returning(ORDERS.ORDER_ID));

    private final JooqTransactions transactions;
    private final OrderIndex index;

    public JooqOrderRepository(JooqTransactions transactions) {
        this.transactions = transactions;
        this.index = new OrderIndex(transactions);
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return ask(id).get();
    }

    @Override
    public Asked<Optional<Order>> ask(OrderId id) {
        return transactions.askOne(
                HELD, row -> Order.restore(OrderMapping.state(row)), transactions.tenant(), id.value());
    }

    @Override
    public void insert(Order order) {
        Map<Field<?>, @Nullable Object> row = row(order);
        transactions.write(
                INSERTED,
                ORDERS.getPrimaryKey().getName(),
                () -> new Conflict(
                        ApplicationError.ALREADY_EXISTS,
                        "there is an order %s already".formatted(order.state().id())),
                RenderedSql.values(INSERTED_COLUMNS, row).toArray());
        append(order);
        index.added(List.of(order.state()));
    }

    @Override
    public Set<OrderId> insertAll(List<Order> given) {
        if (given.isEmpty()) {
            return Set.of();
        }
        RowArrays rows = RowArrays.ofColumns(
                INSERTED_COLUMNS, given.stream().map(JooqOrderRepository::row).toList());
        Set<String> inserted = transactions
                .ask(
                        ALL_INSERTED,
                        found -> found.stream()
                                .map(row -> row.get(ORDERS.ORDER_ID))
                                .collect(toSet()),
                        rows.values().toArray())
                .get();
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
        Map<Field<?>, @Nullable Object> row = OrderMapping.changing(state);
        List<@Nullable Object> values = RenderedSql.values(CHANGED_COLUMNS, row);
        values.add(OrderMapping.searchText(state));
        values.add(transactions.tenant());
        values.add(state.id().value());
        values.add(order.loadedVersion());
        transactions.writeCounted(
                UPDATED,
                1,
                () -> new Conflict(
                        ApplicationError.CONFLICT,
                        "order %s is no longer at version %d".formatted(state.id(), order.loadedVersion())),
                values.toArray());
        append(order);
        index.changed(order);
    }

    private void append(Order order) {
        for (OrderEvent event : order.changes()) {
            Map<Field<?>, @Nullable Object> row = row(order.state().id(), event);
            transactions.write(APPENDED, RenderedSql.values(EVENT_COLUMNS, row).toArray());
        }
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
        transactions.write(
                ALL_APPENDED,
                RowArrays.ofColumns(EVENT_COLUMNS, events).values().toArray());
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
