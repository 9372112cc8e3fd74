package dev.tenure.domain.order;

/** Why the order is placed. */
public enum OrderType {
    /** New subscriptions. */
    STANDARD,
    /** A running subscription goes on for longer. */
    EXTENSION,
    /** A running subscription is replaced by one to another product. */
    UPGRADE
}
