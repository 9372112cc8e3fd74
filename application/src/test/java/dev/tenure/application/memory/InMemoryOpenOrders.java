package dev.tenure.application.memory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.application.memory.InMemoryStore.OrderRows;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.TenantId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Looks through all orders in memory. */
public final class InMemoryOpenOrders implements OpenOrders {

    private static final Set<OrderStatus> OPEN =
            EnumSet.of(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PARTIAL);

    private final InMemoryStore store;

    public InMemoryOpenOrders(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Set<Sku> of(Collection<Sku> variantSkus) {
        TenantId tenant = store.tenant();
        return store.orders
                .all()
                .map(OrderRows::state)
                .filter(order -> order.tenantId().equals(tenant) && OPEN.contains(order.status()))
                .flatMap(order -> order.items().stream().map(OrderItem::sku))
                .filter(variantSkus::contains)
                .collect(toUnmodifiableSet());
    }
}
