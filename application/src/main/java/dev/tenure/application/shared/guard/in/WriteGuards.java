package dev.tenure.application.shared.guard.in;

import org.jspecify.annotations.Nullable;

/**
 * What a write is guarded by.
 *
 * @param keyed makes the write happen once, however often it is sent; null where that is no concern
 * @param dryRun whether everything is checked and answered as usual, and nothing is kept
 */
public record WriteGuards(@Nullable KeyedRequest keyed, boolean dryRun) {

    /** No guard at all. */
    public static final WriteGuards NONE = new WriteGuards(null, false);

    /**
     * A request that may come again.
     *
     * @param key the client's own, unique within the tenant for a day
     * @param fingerprint the same for the same request and no other, such as a hash of all it says; at most 128 characters
     */
    public record KeyedRequest(String key, String fingerprint) {}
}
