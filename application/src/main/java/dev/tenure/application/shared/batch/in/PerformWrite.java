package dev.tenure.application.shared.batch.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NeedsNoPermission;
import dev.tenure.application.shared.batch.KeyInProgress;
import dev.tenure.application.shared.batch.KeyReused;
import java.util.function.BiFunction;

/**
 * Performs a write under its preconditions, in one transaction with its stored response. The one way for every verb; a
 * verb that can share a transaction with concurrent requests does so.
 *
 * <p>Example: a client sends the same order twice, because it never saw the first response. Both times
 * {@code run(caller, keyed("k1", fingerprint), command, placeOrder::place, format)} returns the response with the one
 * order that was placed; the second time it is {@code replayed}, and {@code place} did nothing.
 */
@NeedsNoPermission("the verb that it runs checks its own, before a stored response is returned")
public interface PerformWrite {

    /** How long a response is stored for its key. */
    int RETENTION_HOURS = 24;

    /**
     * The response to the write, or the stored one for its key. What {@code verb} throws is rethrown, with nothing
     * changed and nothing stored, so that the key is free again. Not inside a transaction.
     *
     * @throws KeyReused {@code IDEMPOTENCY_KEY_REUSED} when the key was used for another request
     * @throws KeyInProgress {@code IDEMPOTENCY_KEY_IN_PROGRESS} when the request is being executed and does not end in
     *     time
     */
    <C, R, A> WriteResult<A> run(
            Caller caller,
            WritePreconditions preconditions,
            C command,
            BiFunction<Caller, C, R> verb,
            ResponseFormat<R, A> format);
}
