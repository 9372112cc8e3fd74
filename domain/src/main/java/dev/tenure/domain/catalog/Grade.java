package dev.tenure.domain.catalog;

/** The condition class of a variant. */
public enum Grade {
    /** Like new. */
    A,
    /** Light wear. */
    B,
    /** Visible wear. */
    C,
    /** Significant wear. */
    D,
    /** Refurbished or repaired. */
    E
}
