package dev.tenure.application.order.out;

import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores the orders of the transaction's tenant. Each write stores the new state and appends the order's new events, in
 * the same transaction.
 */
public interface OrderRepository {

    /**
     * The orders with these ids that exist, deferred, locked against other writers until the transaction ends: changes
     * of one order are sequential. They are locked in the order of their ids, so that transactions with common orders
     * never deadlock.
     */
    Deferred<Map<OrderId, Order>> loadAll(Collection<OrderId> ids);

    /** As {@link #loadAll} for one, immediately. */
    default Optional<Order> find(OrderId id) {
        return Optional.ofNullable(loadAll(List.of(id)).get().get(id));
    }

    /** Inserts the orders whose ids are free, and returns the ids that are taken; the ids must be distinct. */
    Set<OrderId> insertAll(List<Order> orders);

    /**
     * Inserts the orders, with the commit at the latest, which may throw the error.
     *
     * @throws Conflict {@code ALREADY_EXISTS} when an id is taken
     */
    void insert(List<Order> orders);

    /** As {@link #insert(List)} for one. */
    default void insert(Order order) {
        insert(List.of(order));
    }

    /** The orders with these ids that exist, each with its fingerprint; empty for one that was placed here. */
    Map<OrderId, Optional<String>> origins(Collection<OrderId> ids);

    /**
     * Updates the orders, with the commit at the latest, which may throw the error.
     *
     * @throws Conflict {@code CONFLICT} when one of the orders is no longer at its {@link Order#loadedVersion()}
     */
    void updateAll(List<Order> orders);

    /** As {@link #updateAll} for one. */
    default void update(Order order) {
        updateAll(List.of(order));
    }

    /** All events of an order, in sequence; empty when there is no such order. */
    List<Event<OrderFact>> events(OrderId id);
}
