package dev.tenure.application.memory;

import dev.tenure.application.memory.InMemoryStore.OrderRows;
import dev.tenure.application.memory.InMemoryStore.TenantKey;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderEvent;
import dev.tenure.domain.order.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders in memory. */
public final class InMemoryOrderRepository implements OrderRepository {

    private final InMemoryStore store;

    public InMemoryOrderRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return store.orders.get(store.key(id)).map(rows -> Order.restore(rows.state()));
    }

    @Override
    public void insert(Order order) {
        store.requireOwn(order.state().tenantId());
        TenantKey<OrderId> key = store.key(order.state().id());
        if (store.orders.contains(key)) {
            throw new Conflict(ApplicationError.ALREADY_EXISTS, "there is an order " + key.id() + " already");
        }
        store.orders.put(key, new OrderRows(order.state(), order.changes()));
    }

    @Override
    public void update(Order order) {
        store.requireOwn(order.state().tenantId());
        TenantKey<OrderId> key = store.key(order.state().id());
        OrderRows rows = store.orders
                .get(key)
                .filter(found -> found.state().version() == order.loadedVersion())
                .orElseThrow(() -> new Conflict(
                        ApplicationError.CONFLICT,
                        "order %s is no longer at version %d".formatted(key.id(), order.loadedVersion())));
        List<OrderEvent> events =
                Stream.concat(rows.events().stream(), order.changes().stream()).toList();
        store.orders.put(key, new OrderRows(order.state(), events));
    }

    @Override
    public List<OrderEvent> events(OrderId id) {
        return store.orders.get(store.key(id)).map(OrderRows::events).orElse(List.of());
    }
}
