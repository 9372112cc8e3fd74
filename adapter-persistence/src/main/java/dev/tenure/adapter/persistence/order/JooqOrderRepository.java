package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.using;
import static org.jooq.impl.DSL.when;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.pipeline.RowArrays;
import dev.tenure.adapter.persistence.pipeline.RowInsert;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** An order is one row, and one row in the event log per event. */
public final class JooqOrderRepository implements OrderRepository {

    private static final List<Field<?>> CHANGED_COLUMNS = OrderMapping.changingColumns();
    private static final List<Field<?>> INSERTED_COLUMNS = Stream.of(
                    OrderMapping.fixedColumns(), CHANGED_COLUMNS, List.<Field<?>>of(ORDERS.SEARCH_TEXT))
            .flatMap(List::stream)
            .toList();

    // FOR UPDATE would also block transactions that only refer to the row.
    private static final PreparedQuery HELD = PreparedQuery.of(() -> selectFrom(ORDERS)
            .where(ORDERS.TENANT_ID.eq(""))
            .and(ORDERS.ORDER_ID.eq(any(new String[0])))
            .orderBy(ORDERS.ORDER_ID)
            .forNoKeyUpdate());

    private static final RowInsert INSERTED = RowInsert.into(ORDERS, INSERTED_COLUMNS);
    private static final RowInsert INSERTED_WHERE_FREE =
            RowInsert.into(ORDERS, INSERTED_COLUMNS, insert -> insert.onConflict(ORDERS.TENANT_ID, ORDERS.ORDER_ID)
                    .doNothing()
                    .returning(ORDERS.ORDER_ID));
    private static final Field<Long> LOADED_VERSION = field(name("loaded_version"), Long.class);
    private static final List<Field<?>> UPDATED_COLUMNS = Stream.of(
                    CHANGED_COLUMNS, List.<Field<?>>of(ORDERS.SEARCH_TEXT, ORDERS.ORDER_ID, LOADED_VERSION))
            .flatMap(List::stream)
            .toList();
    private static final PreparedQuery UPDATED = PreparedQuery.counted(() -> updated());

    private final JooqTransactions transactions;
    private final OrderEvents events;
    private final OrderIndex index;

    public JooqOrderRepository(JooqTransactions transactions) {
        this.transactions = transactions;
        this.events = new OrderEvents(transactions);
        this.index = new OrderIndex(transactions);
    }

    @Override
    public Deferred<Map<OrderId, Order>> loadAll(Collection<OrderId> ids) {
        return transactions.query(
                HELD,
                JooqOrderRepository::byId,
                transactions.tenant(),
                ids.stream().map(OrderId::value).toArray(String[]::new));
    }

    private static Map<OrderId, Order> byId(List<Record> rows) {
        return rows.stream()
                .map(row -> Order.restore(OrderMapping.state(row)))
                .collect(toMap(order -> order.state().id(), Function.identity()));
    }

    @Override
    public void insert(List<Order> placed) {
        if (placed.isEmpty()) {
            return;
        }
        List<Map<Field<?>, @Nullable Object>> rows = rows(placed);
        transactions.write(
                INSERTED.of(rows),
                ORDERS.getPrimaryKey().getName(),
                () -> new Conflict(
                        ApplicationError.ALREADY_EXISTS,
                        "there is an order already of one of these ids: "
                                + placed.stream()
                                        .map(order -> order.state().id().value())
                                        .collect(joining(", "))),
                INSERTED.values(rows));
        events.append(placed);
        index.added(placed.stream().map(Order::state).toList());
    }

    @Override
    public Set<OrderId> insertAll(List<Order> given) {
        if (given.isEmpty()) {
            return Set.of();
        }
        List<Map<Field<?>, @Nullable Object>> rows = rows(given);
        Set<String> inserted = transactions
                .query(
                        INSERTED_WHERE_FREE.of(rows),
                        found -> found.stream()
                                .map(row -> row.get(ORDERS.ORDER_ID))
                                .collect(toSet()),
                        INSERTED_WHERE_FREE.values(rows))
                .get();
        List<Order> added = given.stream()
                .filter(order -> inserted.contains(order.state().id().value()))
                .toList();
        events.append(added);
        index.added(added.stream().map(Order::state).toList());
        return given.stream()
                .map(order -> order.state().id())
                .filter(id -> !inserted.contains(id.value()))
                .collect(toSet());
    }

    private static List<Map<Field<?>, @Nullable Object>> rows(List<Order> orders) {
        return orders.stream().map(JooqOrderRepository::row).toList();
    }

    private static Map<Field<?>, @Nullable Object> row(Order order) {
        Map<Field<?>, @Nullable Object> row = OrderMapping.fixed(order.state());
        row.putAll(OrderMapping.changing(order.state()));
        row.put(ORDERS.SEARCH_TEXT, OrderMapping.searchText(order.state()));
        return row;
    }

    @Override
    public Map<OrderId, Optional<String>> origins(Collection<OrderId> ids) {
        return events.origins(ids);
    }

    @Override
    public void updateAll(List<Order> changed) {
        if (changed.isEmpty()) {
            return;
        }
        RowArrays rows = RowArrays.ofColumns(
                UPDATED_COLUMNS,
                changed.stream().map(JooqOrderRepository::changedRow).toList());
        transactions.writeCounted(
                UPDATED,
                changed.size(),
                () -> new Conflict(ApplicationError.CONFLICT, outdated(changed)),
                Stream.concat(rows.values().stream(), Stream.of(transactions.tenant()))
                        .toArray());
        events.append(changed);
        changed.forEach(index::changed);
    }

    private static String outdated(List<Order> orders) {
        return orders.size() == 1
                ? "order %s is no longer at version %d"
                        .formatted(orders.get(0).state().id(), orders.get(0).loadedVersion())
                : "of %d orders not all are at the version that was read any more".formatted(orders.size());
    }

    private static Map<Field<?>, @Nullable Object> changedRow(Order order) {
        Map<Field<?>, @Nullable Object> row = OrderMapping.changing(order.state());
        row.put(ORDERS.SEARCH_TEXT, OrderMapping.searchText(order.state()));
        row.put(ORDERS.ORDER_ID, order.state().id().value());
        row.put(LOADED_VERSION, order.loadedVersion());
        return row;
    }

    private static ResultQuery<?> updated() {
        RowArrays rows = RowArrays.ofColumns(UPDATED_COLUMNS);
        Map<Field<?>, Field<?>> changes = new LinkedHashMap<>();
        CHANGED_COLUMNS.forEach(column -> changes.put(column, rows.value(column)));
        return using(SQLDialect.POSTGRES)
                .update(ORDERS)
                .set(changes)
                // Stays null in orders of earlier releases, so that the search backfill finds them and adds their
                // facets.
                .set(ORDERS.SEARCH_TEXT, when(ORDERS.SEARCH_TEXT.isNotNull(), rows.value(ORDERS.SEARCH_TEXT)))
                .from(rows.table())
                .where(ORDERS.TENANT_ID.eq(""))
                .and(ORDERS.ORDER_ID.eq(rows.value(ORDERS.ORDER_ID)))
                .and(ORDERS.VERSION.eq(rows.value(LOADED_VERSION)))
                .returning(ORDERS.ORDER_ID);
    }

    @Override
    public List<Event<OrderFact>> events(OrderId id) {
        return events.of(id);
    }
}
