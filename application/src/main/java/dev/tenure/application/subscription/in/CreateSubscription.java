package dev.tenure.application.subscription.in;

import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.subscription.Subscription;

/**
 * Fulfils one unit of an order: hands over one asset and starts its subscription. The order goes to partial, and with its last unit
 * to fulfilled. An asset that is not known yet is registered on the way, unless the tenant wants assets registered before.
 */
@FunctionalInterface
public interface CreateSubscription {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.SUBSCRIPTIONS_WRITE;

    /**
     * The subscription, and the order after it.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a field is unusable or it is not clear which item is meant;
     *     {@code ORDER_NOT_FOUND}, {@code ITEM_NOT_FOUND}, {@code ASSET_NOT_FOUND} when the command names what is not there;
     *     {@code INVALID_CONTRACT_LENGTH} when the length is not the item's
     * @throws DomainException {@code ORDER_NOT_CONFIRMED}, {@code ITEM_FULLY_FULFILLED}, {@code ASSET_NOT_AVAILABLE},
     *     {@code SKU_MISMATCH}
     */
    Created create(Caller caller, CreateSubscriptionCommand command);

    /** What was made of it. */
    record Created(Subscription subscription, OrderView order) {}
}
