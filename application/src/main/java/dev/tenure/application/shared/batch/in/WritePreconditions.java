package dev.tenure.application.shared.batch.in;

import org.jspecify.annotations.Nullable;

/**
 * On what conditions a write happens.
 *
 * @param keyed makes it happen once, however often it is sent; null where that is no concern
 * @param dryRun whether everything is checked and answered as usual, and nothing is kept
 * @param versionCheck throws where the client builds on another version; called in the transaction, before the write; null where the
 *     version is no concern
 */
public record WritePreconditions(
        @Nullable KeyedRequest keyed,
        boolean dryRun,
        @Nullable Runnable versionCheck) {

    /** No condition at all. */
    public static final WritePreconditions NONE = new WritePreconditions(null, false, null);

    /**
     * A request that may come again.
     *
     * @param key the client's own, unique within the tenant for a day
     * @param fingerprint the same for the same request and no other, such as a hash of all it says; at most 128 characters
     */
    public record KeyedRequest(String key, String fingerprint) {}
}
