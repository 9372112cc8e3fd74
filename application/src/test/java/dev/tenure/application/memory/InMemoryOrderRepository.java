package dev.tenure.application.memory;

import dev.tenure.application.memory.InMemoryStore.OrderRows;
import dev.tenure.application.memory.InMemoryStore.TenantKey;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Orders in memory. */
public final class InMemoryOrderRepository implements OrderRepository {

    private final InMemoryStore store;

    public InMemoryOrderRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Deferred<Map<OrderId, Order>> loadAll(Collection<OrderId> ids) {
        Map<OrderId, Order> found = new HashMap<>();
        for (OrderId id : ids) {
            store.orders.get(store.key(id)).ifPresent(rows -> found.put(id, Order.restore(rows.state())));
        }
        return Deferred.of(found);
    }

    @Override
    public Set<OrderId> insertAll(List<Order> orders) {
        Set<OrderId> taken = new HashSet<>();
        for (Order order : orders) {
            store.requireOwn(order.state().tenantId());
            TenantKey<OrderId> key = store.key(order.state().id());
            if (store.orders.contains(key)) {
                taken.add(key.id());
            } else {
                store.orders.put(key, new OrderRows(order.state(), order.changes()));
            }
        }
        return taken;
    }

    @Override
    public void insert(List<Order> orders) {
        for (OrderId taken : insertAll(orders)) {
            throw new Conflict(ApplicationError.ALREADY_EXISTS, "there is an order %s already".formatted(taken));
        }
    }

    @Override
    public Map<OrderId, Optional<String>> origins(Collection<OrderId> ids) {
        Map<OrderId, Optional<String>> origins = new HashMap<>();
        for (OrderId id : ids) {
            store.orders.get(store.key(id)).ifPresent(rows -> origins.put(id, origin(rows)));
        }
        return origins;
    }

    private static Optional<String> origin(OrderRows rows) {
        return rows.events().get(0).fact() instanceof OrderFact.Placed placed
                ? Optional.ofNullable(placed.importedAs())
                : Optional.empty();
    }

    @Override
    public void updateAll(List<Order> orders) {
        orders.forEach(this::change);
    }

    private void change(Order order) {
        store.requireOwn(order.state().tenantId());
        TenantKey<OrderId> key = store.key(order.state().id());
        OrderRows rows = store.orders
                .get(key)
                .filter(found -> found.state().version() == order.loadedVersion())
                .orElseThrow(() -> new Conflict(
                        ApplicationError.CONFLICT,
                        "order %s is no longer at version %d".formatted(key.id(), order.loadedVersion())));
        List<Event<OrderFact>> events =
                Stream.concat(rows.events().stream(), order.changes().stream()).toList();
        store.orders.put(key, new OrderRows(order.state(), events));
    }

    @Override
    public List<Event<OrderFact>> events(OrderId id) {
        return store.orders.get(store.key(id)).map(OrderRows::events).orElse(List.of());
    }
}
