package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.RuleViolated;

/**
 * Records manually that the first payment of an order arrived, in any status of the order. The same reference again
 * changes nothing.
 *
 * <p>Worked example: an order with a monthly total of EUR 752.62, marked with {@code BANK-2025-0042} and no amount, is
 * paid with EUR 752.62, manually.
 */
@FunctionalInterface
public interface MarkOrderPaid {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order after the change.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the reference is missing, blank or has more than 255
     *     characters, or when the amount is negative or invalid in the order's currency
     * @throws NotFound when the tenant has no such order
     * @throws RuleViolated {@code ALREADY_PAID} when it was paid under another reference or with another amount
     */
    OrderView markPaid(Caller caller, MarkOrderPaidCommand command);
}
