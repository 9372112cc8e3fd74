package dev.tenure.domain.order;

import java.util.Arrays;
import java.util.List;

/** The status of an order. {@link #FULFILLED} and {@link #CANCELLED} are final. */
public enum OrderStatus {
    /** Placed; awaits review. */
    PENDING,
    /** Reviewed and approved; ready to be fulfilled. */
    CONFIRMED,
    /** At least one unit is a subscription, and at least one is not. */
    PARTIAL,
    /** Every unit is a subscription, or the others were given up. */
    FULFILLED,
    /** Cancelled before the first subscription. */
    CANCELLED;

    /** Whether the status can still change, by the table of {@link Transition}. */
    public boolean isOpen() {
        return Arrays.stream(Transition.values())
                .anyMatch(transition -> transition.from().contains(this));
    }

    /** The statuses of orders that are not finished: pending, confirmed and partial. */
    public static List<OrderStatus> open() {
        return Arrays.stream(values()).filter(OrderStatus::isOpen).toList();
    }
}
