package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.Permission;

/** Approves an order for fulfilment. Confirming a confirmed order changes nothing. */
@FunctionalInterface
public interface ConfirmOrder {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order after the change.
     *
     * @throws NotFound when the tenant has no such order
     * @throws IllegalTransition {@code INVALID_STATUS} when it is partial, fulfilled or cancelled
     */
    OrderView confirm(Caller caller, String orderId);
}
