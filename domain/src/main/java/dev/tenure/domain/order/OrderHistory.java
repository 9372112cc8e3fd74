package dev.tenure.domain.order;

import dev.tenure.domain.event.Event;
import dev.tenure.domain.event.History;
import java.util.ArrayList;
import java.util.List;

/** All events of one order. */
public final class OrderHistory {

    private OrderHistory() {}

    static OrderState stateAfter(List<Event<OrderFact>> events) {
        return new History<>(events).fold(OrderHistory::begun, OrderState::with);
    }

    /**
     * The same events, each with all its changes: folding the events adds what those of earlier releases lack.
     *
     * @throws IllegalArgumentException when they are not a history that begins with the placing
     */
    public static List<Event<OrderFact>> withAllChanges(List<Event<OrderFact>> events) {
        if (events.stream().allMatch(event -> FactContext.isRecordedIn(event.fact()))) {
            return events;
        }
        List<Event<OrderFact>> complete = new ArrayList<>();
        var unused = new History<>(events)
                .fold(
                        first -> {
                            complete.add(first);
                            return begun(first);
                        },
                        (before, event) -> {
                            OrderState after = before.with(event);
                            complete.add(new Event<>(
                                    event.sequence(),
                                    event.stamp(),
                                    FactContext.recordedIn(event.fact(), before, after)));
                            return after;
                        });
        return complete;
    }

    private static OrderState begun(Event<OrderFact> first) {
        if (!(first.fact() instanceof OrderFact.Placed placed)
                || placed.initial().version() != first.sequence()) {
            throw new IllegalArgumentException("the life of an order begins with its placing");
        }
        return placed.initial();
    }
}
