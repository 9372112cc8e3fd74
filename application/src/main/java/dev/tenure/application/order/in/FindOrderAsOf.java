package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Permission;
import java.time.Instant;

/**
 * Reads an order at a point in time.
 *
 * <p>Worked example: an order placed at 10:30 and confirmed at 11:00 is pending, at version 1, as of 10:59:59.999;
 * confirmed, at version 2, as of 11:00; and not found as of 10:29.
 */
@FunctionalInterface
public interface FindOrderAsOf {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /**
     * The order after all events up to and including that instant; the current one if none happened later.
     *
     * @throws NotFound when the tenant has no such order, or it did not exist then
     */
    OrderView asOf(Caller caller, String orderId, Instant instant);
}
