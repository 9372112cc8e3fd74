package dev.tenure.application.shared.batch.in;

import dev.tenure.application.shared.OperatorOnly;

/** Deletes expired responses; run from time to time, on any number of nodes. */
@OperatorOnly
@FunctionalInterface
public interface PurgeExpiredResponses {

    /** How many responses of all tenants were deleted. */
    int purgeExpired();
}
