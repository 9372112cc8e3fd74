package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Permission;
import java.time.Instant;

/**
 * Shows an order as it stood at an instant.
 *
 * <p>Worked example: an order placed at 10:30 and confirmed at 11:00 is pending, at version 1, as of 10:59:59.999; confirmed, at version 2,
 * as of 11:00; and as of 10:29 there is none.
 */
@FunctionalInterface
public interface FindOrderAsOf {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /**
     * The order after all that had happened by then, that instant included; as it is now, if nothing has happened since.
     *
     * @throws NotFound when the tenant has no such order, or had none then
     */
    OrderView asOf(Caller caller, String orderId, Instant instant);
}
