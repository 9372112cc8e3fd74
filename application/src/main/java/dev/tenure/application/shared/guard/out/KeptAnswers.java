package dev.tenure.application.shared.guard.out;

import dev.tenure.application.shared.guard.KeyInProgress;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import java.time.Instant;
import java.util.Optional;

/** Keeps the answers of the transaction's tenant by the key of their request. */
public interface KeptAnswers {

    /**
     * Claims the key for the transaction's own request; gives what is kept for it where another one had it first. While another
     * transaction works under the key, this waits for it to end. A record whose time is over is as good as none.
     *
     * @throws KeyInProgress when the other transaction does not end in time
     */
    Optional<Kept> claim(KeyedRequest request, Instant now, Instant expiresAt);

    /** Keeps the answer under the key that this transaction has claimed. */
    void keep(String key, KeptAnswer answer);

    /** Deletes at most so many records whose time is over, and tells how many they were. */
    int deleteExpired(Instant now, int limit);

    /** What is kept for a key. */
    record Kept(String fingerprint, KeptAnswer answer) {}
}
