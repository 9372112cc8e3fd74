package dev.tenure.domain.order;

/** How much of an item has become subscriptions. */
public enum RentalStatus {
    PENDING,
    PARTIAL,
    COMPLETED
}
