package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Permission;

/**
 * Says what can be done with an order now, and what forbids the rest. What would change nothing, such as confirming a confirmed order, is
 * not allowed here, though it is answered as a success.
 *
 * <p>Worked example: an order of 2 laptops, one of them handed over, allows to edit, fulfil, close, edit the notes and mark it paid;
 * cancelling is forbidden by {@code ORDER_NOT_CANCELLABLE}, and changing the laptops by {@code ITEM_LOCKED}.
 */
@FunctionalInterface
public interface ExplainOrderActions {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /** @throws NotFound when the tenant has no such order */
    OrderActions explain(Caller caller, String orderId);
}
