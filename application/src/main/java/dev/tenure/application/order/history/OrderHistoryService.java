package dev.tenure.application.order.history;

import dev.tenure.application.order.OrdersById;
import dev.tenure.application.order.in.FindOrderAsOf;
import dev.tenure.application.order.in.OrderEventView;
import dev.tenure.application.order.in.OrderEventView.Difference;
import dev.tenure.application.order.in.OrderQuery.Direction;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.ReadOrderEvents;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what happened to orders, and how they stood once. */
public final class OrderHistoryService implements FindOrderAsOf, ReadOrderEvents {

    private final OrdersById orders;
    private final Cursors cursors;

    public OrderHistoryService(OrdersById orders, Cursors cursors) {
        this.orders = orders;
        this.cursors = cursors;
    }

    @Override
    public OrderView asOf(Caller caller, String orderId, Instant instant) {
        caller.require(FindOrderAsOf.PERMISSION);
        // Up to the first that is later: of two clocks that disagree, one may have stamped a later event earlier.
        List<Event<OrderFact>> until = orders.life(caller, orderId).stream()
                .takeWhile(event -> !event.stamp().at().isAfter(instant))
                .toList();
        if (until.isEmpty()) {
            throw new NotFound("order", orderId + " as of " + instant);
        }
        return OrderView.of(Order.replay(until).state());
    }

    @Override
    public Page<OrderEventView> read(Caller caller, String orderId, Direction direction, PageRequest page) {
        caller.require(ReadOrderEvents.PERMISSION);
        Object signed = List.of("order events", caller.tenant(), orderId, direction);
        Position after = cursors.position(page, signed);
        List<Event<OrderFact>> life = orders.life(caller, orderId);
        return cursors.page(slice(life, direction, page.limit(), after), page.limit(), signed);
    }

    private static Slice<OrderEventView> slice(
            List<Event<OrderFact>> life, Direction direction, int limit, @Nullable Position after) {
        boolean ascending = direction == Direction.ASC;
        // The event with the sequence n stands at n - 1, so a sequence is the place of the event that follows it.
        int last = after == null
                ? ascending ? 0 : life.size() + 1
                : Integer.parseInt(after.values().get(0));
        int from = ascending ? last : Math.max(0, last - 1 - limit);
        int to = ascending ? Math.min(life.size(), last + limit) : last - 1;
        List<OrderEventView> rows = views(life, from, to);
        boolean more = ascending ? to < life.size() : from > 0;
        if (!ascending) {
            Collections.reverse(rows);
        }
        return new Slice<>(rows, more ? positionOf(rows.get(rows.size() - 1)) : null);
    }

    private static Position positionOf(OrderEventView event) {
        return new Position(List.of(String.valueOf(event.sequence())));
    }

    /** The events of these places, counted from 0. */
    private static List<OrderEventView> views(List<Event<OrderFact>> life, int from, int to) {
        return OrderHistory.withAllChanges(life).subList(from, to).stream()
                .map(OrderHistoryService::view)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static OrderEventView view(Event<OrderFact> event) {
        return new OrderEventView(
                event.sequence(),
                event.fact().name(),
                event.stamp().at(),
                event.stamp().by().value(),
                event.stamp().requestId(),
                event.fact().reason().orElse(null),
                event.fact().changes().stream().map(Difference::of).toList());
    }
}
