package dev.tenure.domain.order;

/** Where an order stands. {@link #FULFILLED} and {@link #CANCELLED} are final. */
public enum OrderStatus {
    /** Placed; awaits review. */
    PENDING,
    /** Reviewed and approved; ready to be fulfilled. */
    CONFIRMED,
    /** At least one unit is a subscription, at least one is not. */
    PARTIAL,
    /** Every unit is a subscription, or the rest was given up. */
    FULFILLED,
    /** Called off before the first subscription. */
    CANCELLED
}
