package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.shared.Permission;

/**
 * Reads what happened to an order: every change, with who made it, when, why and in which request.
 *
 * <p>Worked example: an order that was placed, whose second item went from 3 to 4 units, and that was cancelled has the events 1
 * {@code placed}, 2 {@code item_quantity_changed} with {@code items[1].quantity: 3 to 4}, and 3 {@code cancelled} with
 * {@code status: pending to cancelled}.
 */
@FunctionalInterface
public interface ReadOrderEvents {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /**
     * A page of the events, by their sequence.
     *
     * @throws NotFound when the tenant has no such order
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the cursor is not of these events in this direction
     */
    Page<OrderEventView> read(Caller caller, String orderId, OrderQuery.Direction direction, PageRequest page);
}
