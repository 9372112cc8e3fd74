package dev.tenure.domain.pricing;

/** Where an item's list price came from. */
public enum ListPriceSource {
    VARIANT,
    MANUAL,
    UNKNOWN
}
