package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Permission;

/**
 * Lists the actions that an order allows now, and what forbids the others. A command that would change nothing, such as
 * confirming a confirmed order, is not allowed here, although it succeeds.
 *
 * <p>Worked example: an order of 2 laptops, one of them handed over, allows editing, fulfilling, closing, editing the
 * notes and marking it paid; {@code ORDER_NOT_CANCELLABLE} forbids cancelling it, and {@code ITEM_LOCKED} changing the
 * laptops.
 */
@FunctionalInterface
public interface ExplainOrderActions {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /** @throws NotFound when the tenant has no such order */
    OrderActions explain(Caller caller, String orderId);
}
