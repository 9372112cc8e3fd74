package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.RuleViolated;

/**
 * Records by hand that the first payment of an order came, in whatever status the order is. The same reference again changes nothing.
 *
 * <p>Worked example: an order with a total of EUR 752.62 a month, marked under {@code BANK-2025-0042} without an amount, is paid with
 * EUR 752.62, by hand.
 */
@FunctionalInterface
public interface MarkOrderPaid {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order after it.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the reference is missing, blank or has more than 255 characters, or when the
     *     amount is negative or none of the order's currency
     * @throws NotFound when the tenant has no such order
     * @throws RuleViolated {@code ALREADY_PAID} when it was paid under another reference or with another amount
     */
    OrderView markPaid(Caller caller, MarkOrderPaidCommand command);
}
