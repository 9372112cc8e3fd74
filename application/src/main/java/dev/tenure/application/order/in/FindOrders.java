package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.shared.Permission;

/** Reads orders. */
public interface FindOrders {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /** @throws NotFound when the tenant has no such order */
    OrderView one(Caller caller, String orderId);

    /**
     * A page of the orders that the query matches. Going on from its cursor visits each order once, while others are written.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the cursor is not of this query, the search has nothing to look for,
     *     the time is none, or a custom field is not defined or can't have that value
     */
    Page<OrderView> list(Caller caller, OrderQuery query, PageRequest page);
}
