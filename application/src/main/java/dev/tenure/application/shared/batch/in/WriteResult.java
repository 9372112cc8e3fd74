package dev.tenure.application.shared.batch.in;

/**
 * The result of a write.
 *
 * @param replayed whether the response is that of an earlier request
 */
public record WriteResult<A>(A response, boolean replayed) {}
