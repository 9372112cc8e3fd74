package dev.tenure.domain.subscription;

import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static dev.tenure.domain.shared.SharedFixtures.tenantId;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.order.Fulfilment;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.shared.SerialNumber;

/** Assets in the stock, and the subscriptions that units of an order become. */
public final class SubscriptionFixtures {

    private SubscriptionFixtures() {}

    /** An available asset of this SKU. */
    public static Asset asset(String serialNumber, String sku) {
        return Asset.register(tenantId(), new SerialNumber(serialNumber), new Sku(sku), "Product of " + sku, START);
    }

    /** The subscription that this hand-over makes of a unit of the order. */
    public static Subscription subscription(Order order, Fulfilment unit) {
        return Subscription.start(
                order.state(),
                order.state().item(unit.itemNumber()),
                unit.subscriptionId(),
                unit.serialNumber(),
                unit.startDate(),
                null,
                "Handed over in person",
                stamp(5));
    }
}
