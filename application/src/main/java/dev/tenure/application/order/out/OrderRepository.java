package dev.tenure.application.order.out;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.out.Asked;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderEvent;
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

    /** The order, held against other writers until the transaction ends: changes of one order happen one after another. */
    Optional<Order> find(OrderId id);

    /** As {@link #find}, with the answer when it is needed. */
    default Asked<Optional<Order>> ask(OrderId id) {
        return Asked.answered(find(id));
    }

    /** Inserts the orders, no two of one id, whose ids are free; says which ids were taken. */
    Set<OrderId> insertAll(List<Order> orders);

    /**
     * Inserts the order, with the commit at the latest: an error may come out there.
     *
     * @throws Conflict {@code ALREADY_EXISTS} when the id is taken
     */
    default void insert(Order order) {
        if (!insertAll(List.of(order)).isEmpty()) {
            throw new Conflict(
                    ApplicationError.ALREADY_EXISTS,
                    "there is an order %s already".formatted(order.state().id()));
        }
    }

    /** Those of these orders that there are, each with what it was imported as; nothing for one that was placed here. */
    Map<OrderId, Optional<String>> origins(Collection<OrderId> ids);

    /**
     * Updates the order, with the commit at the latest: an error may come out there.
     *
     * @throws Conflict {@code CONFLICT} when the order is no longer at {@link Order#loadedVersion()}
     */
    void update(Order order);

    /** The whole life of an order, in sequence; empty when there is no such order. */
    List<OrderEvent> events(OrderId id);
}
