package dev.tenure.domain.subscription;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SharedError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which item of an order a unit fulfils: the item at this index; the first item of this SKU that has an open unit, or the first one
 * where none has; where neither is given, that of the asset's SKU; where the asset is not known, the only item with an open unit.
 *
 * <p>Worked example: of an order for 5 laptops and 3 tablets, {@code new FulfilmentTarget(1, null)} is the tablets.
 * Without index and SKU an asset that is known as a laptop fulfils the laptops, and one that is not known is ambiguous.
 *
 * @param itemIndex the item's place in the order's list, from 0
 * @param sku the item's SKU
 */
public record FulfilmentTarget(
        @Nullable Integer itemIndex, @Nullable Sku sku) {

    /**
     * The item of this order, for this asset if it is known.
     *
     * @throws InvalidValue {@code ITEM_NOT_FOUND} when there is no such item; {@code VALIDATION_ERROR} when index and
     *     SKU name two items, or it is not clear which item is meant. The details name the {@code field}
     * @throws RuleViolated {@code SKU_MISMATCH} when the order has no item of the asset's SKU
     */
    public OrderItem itemOf(OrderState order, @Nullable Asset asset) {
        if (itemIndex != null) {
            return at(itemIndex, order);
        }
        if (sku != null) {
            return of(sku, order).orElseThrow(() -> notFound("sku", "the order has no item of SKU " + sku));
        }
        if (asset != null) {
            return of(asset.sku(), order).orElseThrow(() -> mismatch(asset));
        }
        return onlyOpen(order);
    }

    /** Whether this may mean the item: neither index nor SKU names another one. */
    public boolean mayBe(OrderItem item, OrderState order) {
        return (itemIndex == null || order.items().indexOf(item) == itemIndex)
                && (sku == null || sku.equals(item.sku()));
    }

    private OrderItem at(int index, OrderState order) {
        List<OrderItem> items = order.items();
        if (index < 0 || index >= items.size()) {
            throw notFound("itemIndex", "the order has items 0 to %d, not %d".formatted(items.size() - 1, index));
        }
        OrderItem item = items.get(index);
        if (!mayBe(item, order)) {
            throw InvalidValue.of("sku", "item %d is of SKU %s, not %s".formatted(index, item.sku(), sku));
        }
        return item;
    }

    private static Optional<OrderItem> of(Sku sku, OrderState order) {
        return order.openItem(sku).or(() -> order.items().stream()
                .filter(item -> item.sku().equals(sku))
                .findFirst());
    }

    private static OrderItem onlyOpen(OrderState order) {
        List<OrderItem> open =
                order.items().stream().filter(item -> item.openUnits() > 0).toList();
        if (open.size() != 1) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "%d items have open units and the asset is not known yet: name itemIndex or sku (%s)"
                            .formatted(
                                    open.size(),
                                    open.stream()
                                            .map(item -> item.sku().value())
                                            .collect(Collectors.joining(", "))),
                    Map.of("field", "itemIndex"));
        }
        return open.get(0);
    }

    private static InvalidValue notFound(String field, String message) {
        return new InvalidValue(OrderError.ITEM_NOT_FOUND, message, Map.of("field", field));
    }

    private static RuleViolated mismatch(Asset asset) {
        return new RuleViolated(
                SubscriptionError.SKU_MISMATCH,
                "asset %s is a %s, and the order has no such item".formatted(asset.serialNumber(), asset.sku()),
                Map.of("assetSku", asset.sku().value()));
    }
}
