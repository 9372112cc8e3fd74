package dev.tenure.application.order;

import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds orders by a caller's id: locked for a change, or with their history. */
public final class OrdersById {

    private final OrderRepository orders;
    private final Transactions transactions;

    public OrdersById(OrderRepository orders, Transactions transactions) {
        this.orders = orders;
        this.transactions = transactions;
    }

    public static Optional<OrderId> wellFormed(String orderId) {
        return Identifier.isWellFormed(orderId) ? Optional.of(new OrderId(orderId)) : Optional.empty();
    }

    /** Finds, changes and stores one order in one transaction; writes nothing if nothing changed. */
    public OrderView change(Caller caller, String orderId, UnaryOperator<Order> change) {
        return transactions.forTenant(caller.tenant(), () -> {
            Order changed = change.apply(held(orderId));
            if (!changed.changes().isEmpty()) {
                orders.update(changed);
            }
            return OrderView.of(changed.state());
        });
    }

    /** @throws NotFound when there is no such order */
    public Order held(String orderId) {
        return wellFormed(orderId).flatMap(orders::find).orElseThrow(() -> new NotFound("order", orderId));
    }

    /**
     * All events of an order since its placing; takes no lock.
     *
     * @throws NotFound when there is no such order
     */
    public List<Event<OrderFact>> life(Caller caller, String orderId) {
        List<Event<OrderFact>> life = transactions.forTenant(
                caller.tenant(), () -> wellFormed(orderId).map(orders::events).orElse(List.of()));
        if (life.isEmpty()) {
            throw new NotFound("order", orderId);
        }
        return life;
    }
}
