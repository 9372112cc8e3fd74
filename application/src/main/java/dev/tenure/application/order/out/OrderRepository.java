package dev.tenure.application.order.out;

import dev.tenure.application.shared.Conflict;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderEvent;
import dev.tenure.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the orders of the transaction's tenant. Each write stores the new state and appends the order's changes to its events, in the
 * same transaction.
 */
public interface OrderRepository {

    /** The order, held against other writers until the transaction ends: changes of one order happen one after another. */
    Optional<Order> find(OrderId id);

    /** @throws Conflict {@code ALREADY_EXISTS} when the id is taken */
    void insert(Order order);

    /** @throws Conflict {@code CONFLICT} when the order is no longer at {@link Order#loadedVersion()} */
    void update(Order order);

    /** The whole life of an order, in sequence; empty when there is no such order. */
    List<OrderEvent> events(OrderId id);
}
