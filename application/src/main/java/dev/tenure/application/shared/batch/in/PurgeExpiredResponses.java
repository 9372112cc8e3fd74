package dev.tenure.application.shared.batch.in;

/** Deletes the responses that were kept long enough; run from time to time, on any number of nodes. */
@FunctionalInterface
public interface PurgeExpiredResponses {

    /** How many responses of all tenants were deleted. */
    int purgeExpired();
}
