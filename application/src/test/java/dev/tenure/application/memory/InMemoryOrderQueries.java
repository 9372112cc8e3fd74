package dev.tenure.application.memory;

import dev.tenure.application.memory.InMemoryStore.OrderRows;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderFinding;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.shared.SearchWords;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the orders in memory; statuses sort by name. */
public final class InMemoryOrderQueries implements OrderQueries {

    private static final Keyset.Key<OrderView> CREATED_AT = Keyset.Key.instant(OrderView::createdAt);
    private static final Keyset.Key<OrderView> ID = Keyset.Key.text(OrderView::orderId);

    private final InMemoryStore store;

    public InMemoryOrderQueries(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<OrderView> find(TenantId tenant, OrderId id) {
        return store.transaction(tenant, () -> store.orders.get(store.key(id)).map(rows -> OrderView.of(rows.state())));
    }

    @Override
    public Slice<OrderView> list(TenantId tenant, OrderQuery query, int limit, @Nullable Position after) {
        return store.transaction(tenant, () -> keyset(query)
                .page(
                        store.orders
                                .all()
                                .map(OrderRows::state)
                                .filter(state -> state.tenantId().equals(tenant))
                                .map(OrderView::of)
                                .filter(order -> matches(query.filter(), order)),
                        limit,
                        after));
    }

    private boolean matches(OrderFilter filter, OrderView order) {
        return (filter.statuses().isEmpty() || filter.statuses().contains(order.status()))
                && isOrEqual(filter.customerId(), order.customerId())
                && isOrEqual(filter.customerType(), order.customer().type())
                && isOrEqual(filter.orderType(), order.kind().type())
                && (filter.createdFrom() == null || !order.createdAt().isBefore(filter.createdFrom()))
                && (filter.createdTo() == null || order.createdAt().isBefore(filter.createdTo()))
                && (filter.sku() == null
                        || order.items().stream()
                                .anyMatch(item -> item.sku().value().equals(filter.sku())))
                && (filter.serialNumber() == null || hasSubscription(order, filter.serialNumber()))
                && (filter.search() == null || OrderFinding.matches(order, SearchWords.of(filter.search())))
                && OrderFinding.terms(order.remarks().customFields())
                        .entrySet()
                        .containsAll(filter.customFields().entrySet());
    }

    private boolean hasSubscription(OrderView order, String serialNumber) {
        return order.subscriptions().stream()
                .flatMap(id -> store.subscriptions.get(store.key(id)).stream())
                .anyMatch(subscription -> subscription.serialNumber().value().equals(serialNumber));
    }

    private static <T> boolean isOrEqual(@Nullable T wanted, T value) {
        return wanted == null || wanted.equals(value);
    }

    private static Keyset<OrderView> keyset(OrderQuery query) {
        List<Keyset.Key<OrderView>> keys =
                switch (query.sort()) {
                    case CREATED_AT -> List.of(CREATED_AT, ID);
                    case UPDATED_AT -> List.of(Keyset.Key.instant(OrderView::updatedAt), CREATED_AT, ID);
                    case ORDER_ID -> List.of(ID);
                    case STATUS ->
                        List.of(Keyset.Key.text(order -> order.status().name()), CREATED_AT, ID);
                    case TOTAL ->
                        List.of(
                                Keyset.Key.number(
                                        order -> order.totals().total().amount()),
                                CREATED_AT,
                                ID);
                };
        return query.direction() == SortDirection.ASC ? Keyset.ascending(keys) : Keyset.descending(keys);
    }
}
