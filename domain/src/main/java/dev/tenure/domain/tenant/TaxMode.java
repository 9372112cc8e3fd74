package dev.tenure.domain.tenant;

/** How a tenant's catalog prices relate to tax. */
public enum TaxMode {
    /** No tax is charged. */
    NONE,
    /** Prices are net; tax is added on top. */
    EXCLUSIVE,
    /** Prices already contain the tax. */
    INCLUSIVE
}
