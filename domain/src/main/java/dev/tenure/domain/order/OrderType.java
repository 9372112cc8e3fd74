package dev.tenure.domain.order;

/** Why the order is placed. */
public enum OrderType {
    /** New subscriptions. */
    STANDARD,
    /** Prolongs a running subscription. */
    EXTENSION,
    /** Replaces a running subscription by one to another product. */
    UPGRADE
}
