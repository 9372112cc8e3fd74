package dev.tenure.application.order.history;

import dev.tenure.application.order.OrdersById;
import dev.tenure.application.order.in.FindOrderAsOf;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import java.time.Instant;
import java.util.List;

/** Reads orders at a point in time. */
public final class OrderHistoryService implements FindOrderAsOf {

    private final OrdersById orders;

    public OrderHistoryService(OrdersById orders) {
        this.orders = orders;
    }

    @Override
    public OrderView asOf(Caller caller, String orderId, Instant instant) {
        caller.require(FindOrderAsOf.PERMISSION);
        // Stops at the first later event: with clocks that disagree, an event after it may have an earlier time.
        List<Event<OrderFact>> until = orders.life(caller, orderId).stream()
                .takeWhile(event -> !event.stamp().at().isAfter(instant))
                .toList();
        if (until.isEmpty()) {
            throw new NotFound("order", orderId + " as of " + instant);
        }
        return OrderView.of(Order.replay(until).state());
    }
}
