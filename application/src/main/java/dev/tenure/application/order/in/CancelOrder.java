package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.Permission;

/** Cancels an order. Cancelling a cancelled order changes nothing. */
@FunctionalInterface
public interface CancelOrder {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order after the change.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the reason has more than 1000 characters
     * @throws NotFound when the tenant has no such order
     * @throws IllegalTransition {@code ORDER_NOT_CANCELLABLE} when a subscription exists
     */
    OrderView cancel(Caller caller, CancelOrderCommand command);
}
