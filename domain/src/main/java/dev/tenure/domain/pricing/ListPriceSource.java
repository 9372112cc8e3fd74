package dev.tenure.domain.pricing;

/** The source of an item's list price. */
public enum ListPriceSource {
    VARIANT,
    MANUAL,
    UNKNOWN
}
