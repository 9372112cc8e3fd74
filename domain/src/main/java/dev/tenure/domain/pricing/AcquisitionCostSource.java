package dev.tenure.domain.pricing;

/** The source of an item's acquisition cost. */
public enum AcquisitionCostSource {
    VARIANT,
    MANUAL,
    LIST_PRICE,
    UNKNOWN
}
