package dev.tenure.domain.subscription;

/** Where an asset is in its life. */
public enum AssetStatus {
    AVAILABLE,
    RENTED_OUT,
    RETURNED,
    SOLD,
    UNAVAILABLE
}
