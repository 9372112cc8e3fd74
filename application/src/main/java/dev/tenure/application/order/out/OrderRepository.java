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
 * Keeps the orders of the transaction's tenant. Each write stores the new state and appends the order's changes to its events, in the
 * same transaction.
 */
public interface OrderRepository {

    /**
     * Those of these orders that there are, when the answer is needed, held against other writers until the transaction ends: changes of
     * one order happen one after another. They are taken hold of in the order of their ids, so that two transactions which want the same
     * ones never wait for each other.
     */
    Deferred<Map<OrderId, Order>> loadAll(Collection<OrderId> ids);

    /** As {@link #loadAll} for one, at once. */
    default Optional<Order> find(OrderId id) {
        return Optional.ofNullable(loadAll(List.of(id)).get().get(id));
    }

    /** Inserts the orders, no two of one id, whose ids are free; says which ids were taken. */
    Set<OrderId> insertAll(List<Order> orders);

    /**
     * Inserts the orders, with the commit at the latest: an error may come out there.
     *
     * @throws Conflict {@code ALREADY_EXISTS} when an id is taken
     */
    void insert(List<Order> orders);

    /** As {@link #insert(List)} for one. */
    default void insert(Order order) {
        insert(List.of(order));
    }

    /** Those of these orders that there are, each with what it was imported as; nothing for one that was placed here. */
    Map<OrderId, Optional<String>> origins(Collection<OrderId> ids);

    /**
     * Updates the orders, with the commit at the latest: an error may come out there.
     *
     * @throws Conflict {@code CONFLICT} when one of the orders is no longer at its {@link Order#loadedVersion()}
     */
    void updateAll(List<Order> orders);

    /** As {@link #updateAll} for one. */
    default void update(Order order) {
        updateAll(List.of(order));
    }

    /** The whole life of an order, in sequence; empty when there is no such order. */
    List<Event<OrderFact>> events(OrderId id);
}
