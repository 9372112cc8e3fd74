package dev.tenure.application.subscription.in;

import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.subscription.Subscription;

/**
 * Fulfils one unit of an order: hands over one asset and starts its subscription. The order becomes partial, and with
 * its last unit fulfilled. An unknown asset is registered automatically, unless the tenant requires registered assets.
 */
@FunctionalInterface
public interface CreateSubscription {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.SUBSCRIPTIONS_WRITE;

    /**
     * The subscription, and the order after it.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a field is invalid or the item is ambiguous;
     *     {@code ORDER_NOT_FOUND}, {@code ITEM_NOT_FOUND}, {@code ASSET_NOT_FOUND} when the command names something
     *     that does not exist; {@code INVALID_CONTRACT_LENGTH} when the length is not the item's
     * @throws DomainException {@code ORDER_NOT_CONFIRMED}, {@code ITEM_FULLY_FULFILLED}, {@code ASSET_NOT_AVAILABLE},
     *     {@code SKU_MISMATCH}
     */
    Created create(Caller caller, CreateSubscriptionCommand command);

    /** The result of the command. */
    record Created(Subscription subscription, OrderView order) {}
}
