package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static dev.tenure.adapter.persistence.generated.Tables.ORDER_EVENT;
import static org.jooq.impl.DSL.when;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderEvent;
import dev.tenure.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.InsertValuesStep9;
import org.jooq.JSONB;
import org.jooq.Record;

/** An order is one row, and one row per event. */
public final class JooqOrderRepository implements OrderRepository {

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
    public void insert(Order order) {
        Order.State state = order.state();
        int inserted = transactions
                .sql()
                .insertInto(ORDERS)
                .set(OrderMapping.fixed(state))
                .set(OrderMapping.changing(state))
                .set(ORDERS.SEARCH_TEXT, OrderMapping.searchText(state))
                .onConflict(ORDERS.TENANT_ID, ORDERS.ORDER_ID)
                .doNothing()
                .execute();
        if (inserted == 0) {
            throw new Conflict(ApplicationError.ALREADY_EXISTS, "there is an order %s already".formatted(state.id()));
        }
        append(state.id(), order.changes());
        index.added(List.of(state));
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
        append(state.id(), order.changes());
        index.changed(order);
    }

    private void append(OrderId id, List<OrderEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        InsertValuesStep9<Record, String, String, Long, String, Instant, String, String, String, JSONB> insert =
                transactions
                        .sql()
                        .insertInto(
                                ORDER_EVENT,
                                ORDER_EVENT.TENANT_ID,
                                ORDER_EVENT.ORDER_ID,
                                ORDER_EVENT.SEQUENCE,
                                ORDER_EVENT.TYPE,
                                ORDER_EVENT.AT,
                                ORDER_EVENT.ACTOR,
                                ORDER_EVENT.REQUEST_ID,
                                ORDER_EVENT.REASON,
                                ORDER_EVENT.PAYLOAD);
        for (OrderEvent event : events) {
            insert = insert.values(
                    transactions.tenant(),
                    id.value(),
                    event.sequence(),
                    OrderFactMapping.type(event.fact()),
                    event.stamp().at(),
                    event.stamp().by().value(),
                    event.stamp().requestId(),
                    event.fact().reason().orElse(null),
                    OrderFactMapping.payload(event.fact()));
        }
        insert.execute();
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
