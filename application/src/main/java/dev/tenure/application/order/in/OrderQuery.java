package dev.tenure.application.order.in;

import dev.tenure.application.shared.SortDirection;

/**
 * A filter and a sort of orders.
 *
 * @param sort the field to sort by; ties are broken by time of creation and id, in the same direction
 */
public record OrderQuery(OrderFilter filter, Sort sort, SortDirection direction) {

    /** All orders, newest first. */
    public static final OrderQuery ALL = new OrderQuery(OrderFilter.NONE, Sort.CREATED_AT, SortDirection.DESC);

    /** The sort fields; statuses sort by name: cancelled, confirmed, fulfilled, partial, pending. */
    public enum Sort {
        CREATED_AT,
        UPDATED_AT,
        ORDER_ID,
        STATUS,
        TOTAL
    }
}
