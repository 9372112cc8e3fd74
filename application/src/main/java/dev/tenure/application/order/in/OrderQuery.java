package dev.tenure.application.order.in;

/**
 * Which orders, in which order.
 *
 * @param sort by what; ties are broken by time of creation and id, in the same direction
 */
public record OrderQuery(OrderFilter filter, Sort sort, Direction direction) {

    /** Everything, newest first. */
    public static final OrderQuery ALL = new OrderQuery(OrderFilter.NONE, Sort.CREATED_AT, Direction.DESC);

    /** What a list is sorted by; statuses by their names: cancelled, confirmed, fulfilled, partial, pending. */
    public enum Sort {
        CREATED_AT,
        UPDATED_AT,
        ORDER_ID,
        STATUS,
        TOTAL
    }

    /** Which end comes first. */
    public enum Direction {
        ASC,
        DESC
    }
}
