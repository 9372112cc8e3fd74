package dev.tenure.application.shared.guard.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.guard.KeyInProgress;
import dev.tenure.application.shared.guard.KeyReused;
import java.util.function.Supplier;

/**
 * Runs a write under guards, in one transaction: the use cases that {@code write} calls join it, and so does the record of its answer.
 *
 * <p>Example: a client sends the same order twice, because it never saw the first answer. Both times {@code run(caller, keyed("k1",
 * fingerprint), () -> answerOf(placeOrder.place(caller, command)))} gives the answer with the one order that was made; the second time
 * it is {@code replayed}, and {@code write} did not run.
 */
@FunctionalInterface
public interface GuardWrites {

    /** How long an answer is kept for its key. */
    int KEPT_HOURS = 24;

    /**
     * The answer of {@code write}, or the one that was kept for its key. What {@code write} throws comes out as it is, with nothing
     * changed and nothing kept, so that the key is free again.
     *
     * @throws KeyReused {@code IDEMPOTENCY_KEY_REUSED} when the key was used for another request
     * @throws KeyInProgress {@code IDEMPOTENCY_KEY_IN_PROGRESS} when the request is being worked on and does not end in time
     */
    Outcome run(Caller caller, WriteGuards guards, Supplier<KeptAnswer> write);

    /** The answer, and whether it is that of an earlier run. */
    record Outcome(KeptAnswer answer, boolean replayed) {}
}
