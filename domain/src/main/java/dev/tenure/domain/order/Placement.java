package dev.tenure.domain.order;

import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TaxSettings;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a new order. Items are already priced; currency and tax are the tenant's current ones and never
 * change. There are 1 to {@value Order#MAX_ITEMS} items, and their totals are amounts in that currency.
 */
public record Placement(
        TenantId tenantId,
        OrderId id,
        OrderKind kind,
        Buyer buyer,
        List<OrderItem> items,
        Currency currency,
        TaxSettings tax,
        Remarks remarks) {

    /**
     * @throws InvalidValue {@code VALIDATION_ERROR} when there are too few or too many items, their totals are too
     *     large, or a detail of the kind is only text
     */
    public Placement {
        kind.requireValues();
        items = List.copyOf(items);
        requireCount(items.size());
        requireCountable(items, currency, tax);
    }

    static void requireCount(int items) {
        objectionToCount(items).ifPresent(objection -> {
            throw objection;
        });
    }

    /** Why an order can't have this number of items; empty when it can. */
    static Optional<DomainException> objectionToCount(int items) {
        return items >= 1 && items <= Order.MAX_ITEMS
                ? Optional.empty()
                : Optional.of(new InvalidValue(
                        SharedError.VALIDATION_ERROR,
                        "an order has 1 to %d items, not %d".formatted(Order.MAX_ITEMS, items),
                        Map.of("min", 1, "max", Order.MAX_ITEMS, "given", items)));
    }

    // Computes the totals, so that the order is refused now if they are too large, and not when it is read.
    static void requireCountable(List<OrderItem> items, Currency currency, TaxSettings tax) {
        var unused = OrderTotals.of(items, currency, tax);
    }
}
