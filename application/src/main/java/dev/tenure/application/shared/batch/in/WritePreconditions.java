package dev.tenure.application.shared.batch.in;

import org.jspecify.annotations.Nullable;

/**
 * The preconditions of a write.
 *
 * @param keyed makes it happen once, however often it is sent; null if it may be repeated
 * @param dryRun whether everything is checked and the response is made as usual, but nothing is saved
 * @param versionCheck throws if the client builds on another version; called in the transaction, before the write; null
 *     for any version
 */
public record WritePreconditions(
        @Nullable KeyedRequest keyed,
        boolean dryRun,
        @Nullable Runnable versionCheck) {

    /** No preconditions. */
    public static final WritePreconditions NONE = new WritePreconditions(null, false, null);

    /**
     * A request that may be repeated.
     *
     * @param key the client's own, unique within the tenant for a day
     * @param fingerprint the same for the same request and no other, such as a hash of its content; at most 128
     *     characters
     */
    public record KeyedRequest(String key, String fingerprint) {}
}
