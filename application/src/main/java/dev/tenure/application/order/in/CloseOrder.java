package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.Permission;

/**
 * Gives up the open units of a partly fulfilled order, which is then fulfilled. Closing a closed order changes nothing.
 *
 * <p>Worked example: of 5 units, 3 of them subscriptions, closing with the reason {@code discontinued} gives up 2; the
 * order is fulfilled, and its closure contains the time, the reason and the number.
 */
@FunctionalInterface
public interface CloseOrder {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order after the change.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the reason is missing, blank or has more than 1000
     *     characters
     * @throws NotFound when the tenant has no such order
     * @throws IllegalTransition {@code INVALID_STATUS} when it is not partly fulfilled
     */
    OrderView close(Caller caller, CloseOrderCommand command);
}
