package dev.tenure.application.order.in;

import dev.tenure.domain.order.OrderStatus;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which orders, in which order.
 *
 * @param statuses any of these; empty for all
 * @param customerId orders of this customer; null for all
 * @param sort by what; ties are broken by time of creation and id, in the same direction
 */
public record OrderQuery(
        Set<OrderStatus> statuses, @Nullable String customerId, Sort sort, Direction direction) {

    /** Everything, newest first. */
    public static final OrderQuery ALL = new OrderQuery(Set.of(), null, Sort.CREATED_AT, Direction.DESC);

    public OrderQuery {
        // Sorted, so that two ways of writing one query are one query to its cursor.
        statuses = Collections.unmodifiableSet(new TreeSet<>(statuses));
    }

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
