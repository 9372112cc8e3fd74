package dev.tenure.domain.pricing;

/** Where an item's acquisition cost came from. */
public enum AcquisitionCostSource {
    VARIANT,
    MANUAL,
    LIST_PRICE,
    UNKNOWN
}
