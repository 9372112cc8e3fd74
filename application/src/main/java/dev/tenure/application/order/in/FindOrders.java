package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.shared.Permission;

/** Reads orders. */
public interface FindOrders {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /** @throws NotFound when the tenant has no such order */
    OrderView one(Caller caller, String orderId);

    /**
     * A page of the orders that the query matches. Paging with its cursor visits each order once, even while others are
     * written.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the cursor belongs to another query, the search has no
     *     words, the time range is empty, or a custom field is not defined or can't have that value
     */
    Page<OrderView> list(Caller caller, OrderQuery query, PageRequest page);
}
