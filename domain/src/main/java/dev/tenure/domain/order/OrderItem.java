package dev.tenure.domain.order;

import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantSnapshot;
import dev.tenure.domain.pricing.ItemPrice;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.SubscriptionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line of an order: a quantity of one variant for a number of months at a captured price, and the subscriptions of
 * its units. The number identifies the item permanently; its index in the list may change when others are removed.
 */
public record OrderItem(
        int number,
        VariantSnapshot variant,
        int quantity,
        int contractLength,
        ItemPrice price,
        List<SubscriptionId> subscriptions) {

    public static final int MAX_QUANTITY = 10_000;

    public OrderItem {
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "quantity must be 1 to %d, not %d".formatted(MAX_QUANTITY, quantity),
                    Map.of("min", 1, "max", MAX_QUANTITY, "given", quantity));
        }
        subscriptions = List.copyOf(subscriptions);
        if (subscriptions.size() > quantity) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "item %d of %d units can't have %d subscriptions"
                            .formatted(number, quantity, subscriptions.size()));
        }
    }

    /** A new line at the current price. */
    public static OrderItem of(int number, Offer offer, int quantity, int contractLength, ItemPrice price) {
        return new OrderItem(number, VariantSnapshot.of(offer), quantity, contractLength, price, List.of());
    }

    /** The SKU of the variant. */
    public Sku sku() {
        return variant.sku();
    }

    /** Monthly price of all units: EUR 89.00 for 5 units is EUR 445.00. */
    public Money lineTotal() {
        return price.unitPrice().times(quantity);
    }

    /** The line total for the whole contract: EUR 445.00 for 24 months is EUR 10680.00. */
    public Money contractValue() {
        return lineTotal().times(contractLength);
    }

    /** Units without a subscription. */
    public int openUnits() {
        return quantity - subscriptions.size();
    }

    /** Whether the item can't be edited any more, because one of its units is a subscription. */
    public boolean isLocked() {
        return !subscriptions.isEmpty();
    }

    public RentalStatus rentalStatus() {
        if (subscriptions.isEmpty()) {
            return RentalStatus.PENDING;
        }
        return openUnits() == 0 ? RentalStatus.COMPLETED : RentalStatus.PARTIAL;
    }

    OrderItem withQuantity(int newQuantity) {
        return new OrderItem(number, variant, newQuantity, contractLength, price, subscriptions);
    }

    OrderItem withSubscription(SubscriptionId subscription) {
        List<SubscriptionId> more = new ArrayList<>(subscriptions);
        more.add(subscription);
        return new OrderItem(number, variant, quantity, contractLength, price, more);
    }
}
