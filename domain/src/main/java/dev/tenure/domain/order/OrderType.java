package dev.tenure.domain.order;

/** Why the order is placed. */
public enum OrderType {
    /** New subscriptions. */
    STANDARD,
    /** Prolongs a running subscription. */
    EXTENSION,
    /** A running subscription is replaced by one to another product. */
    UPGRADE
}
