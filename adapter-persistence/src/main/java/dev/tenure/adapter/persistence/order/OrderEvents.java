package dev.tenure.adapter.persistence.order;

import dev.tenure.adapter.persistence.event.JooqEventLog;
import dev.tenure.adapter.persistence.event.StoredEvent;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The events of orders in the event log. */
final class OrderEvents {

    private final JooqEventLog log;
    private final OlderOrderEvents older;

    OrderEvents(JooqTransactions transactions) {
        this.log = new JooqEventLog(transactions, OrderState.TYPE);
        this.older = new OlderOrderEvents(transactions);
    }

    /** Appends the new events of these orders. */
    void append(List<Order> orders) {
        List<StoredEvent> events = new ArrayList<>();
        for (Order order : orders) {
            order.changes().forEach(event -> events.add(stored(order.state().id(), event)));
        }
        log.append(events);
    }

    private static StoredEvent stored(OrderId id, Event<OrderFact> event) {
        return new StoredEvent(
                id.value(),
                event.sequence(),
                OrderFactMapping.type(event.fact()),
                event.stamp(),
                OrderFactMapping.write(event.fact()));
    }

    List<Event<OrderFact>> of(OrderId id) {
        Deferred<List<StoredEvent>> logged = log.of(id.value());
        Deferred<List<StoredEvent>> before = older.of(id.value());
        Map<Long, StoredEvent> bySequence = new TreeMap<>();
        before.get().forEach(event -> bySequence.put(event.sequence(), event));
        logged.get().forEach(event -> bySequence.put(event.sequence(), event));
        return bySequence.values().stream().map(OrderEvents::event).toList();
    }

    private static Event<OrderFact> event(StoredEvent event) {
        return new Event<>(event.sequence(), event.stamp(), OrderFactMapping.read(event.type(), event.fact()));
    }

    /** The fingerprints of these orders; empty for an order that was placed here. */
    Map<OrderId, Optional<String>> origins(Collection<OrderId> ids) {
        List<String> wanted = ids.stream().map(OrderId::value).toList();
        Map<String, Optional<String>> found = new HashMap<>(older.firstPayloads(wanted, OrderFactMapping.IMPORTED_AS));
        found.putAll(log.firstPayloads(wanted, OrderFactMapping.IMPORTED_AS));
        Map<OrderId, Optional<String>> origins = new HashMap<>();
        found.forEach((id, origin) -> origins.put(new OrderId(id), origin));
        return origins;
    }
}
