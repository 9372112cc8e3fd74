package dev.tenure.application.shared.guard.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.guard.KeyInProgress;
import dev.tenure.application.shared.guard.KeyReused;
import dev.tenure.application.shared.guard.in.GuardWrites.Outcome;
import java.util.function.Function;

/**
 * A use case under the guards of its request, as {@link GuardWrites} would run it. Commands of one tenant that come at the same time are
 * carried out in one transaction, which costs the store a fraction of what each alone would; none of them waits for others to come, and
 * one that is refused, or was carried out before, leaves the others as they are. Not inside a transaction.
 *
 * <p>Example: {@code placeOrder.run(caller, keyed("k1", fingerprint), command, order -> answerOf(order))}.
 *
 * @param <C> the command
 * @param <R> its result
 */
@FunctionalInterface
public interface GuardedUse<C, R> {

    /**
     * The answer that {@code answer} makes of the result, or the one that was kept for the key of the request. What the use case throws
     * comes out as it is, with nothing changed and nothing kept.
     *
     * @param answer called inside the transaction, on any thread
     * @throws KeyReused {@code IDEMPOTENCY_KEY_REUSED} when the key was used for another request
     * @throws KeyInProgress {@code IDEMPOTENCY_KEY_IN_PROGRESS} when the request is being worked on and does not end in time
     */
    Outcome run(Caller caller, WriteGuards guards, C command, Function<R, KeptAnswer> answer);
}
