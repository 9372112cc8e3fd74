package dev.tenure.application.order.in;

/**
 * A filter and a sort of orders.
 *
 * @param sort the field to sort by; ties are broken by time of creation and id, in the same direction
 */
public record OrderQuery(OrderFilter filter, Sort sort, Direction direction) {

    /** All orders, newest first. */
    public static final OrderQuery ALL = new OrderQuery(OrderFilter.NONE, Sort.CREATED_AT, Direction.DESC);

    /** The sort fields; statuses sort by name: cancelled, confirmed, fulfilled, partial, pending. */
    public enum Sort {
        CREATED_AT,
        UPDATED_AT,
        ORDER_ID,
        STATUS,
        TOTAL
    }

    /** The direction of a sort. */
    public enum Direction {
        ASC,
        DESC
    }
}
