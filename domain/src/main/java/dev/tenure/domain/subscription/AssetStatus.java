package dev.tenure.domain.subscription;

/** The status of an asset. */
public enum AssetStatus {
    AVAILABLE,
    RENTED_OUT,
    RETURNED,
    SOLD,
    UNAVAILABLE
}
