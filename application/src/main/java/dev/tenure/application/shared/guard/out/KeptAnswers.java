package dev.tenure.application.shared.guard.out;

import dev.tenure.application.shared.guard.KeyInProgress;
import dev.tenure.application.shared.guard.KeyTaken;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.out.Asked;
import java.time.Instant;
import java.util.Optional;

/** Keeps the answers of the transaction's tenant by the key of their request. */
public interface KeptAnswers {

    /** What is kept for the key, when the answer is needed. A record whose time is over is as good as none. */
    Asked<Optional<Kept>> ask(String key, Instant now);

    /**
     * Keeps the answer to the transaction's own request, with the commit at the latest: an error may come out there. While another
     * transaction has kept one under the key and not ended, this waits for it to end.
     *
     * @throws KeyTaken when another transaction has kept an answer under the key
     * @throws KeyInProgress when the other transaction does not end in time
     */
    void keep(KeyedRequest request, KeptAnswer answer, Instant now, Instant expiresAt);

    /** Deletes at most so many records whose time is over, and tells how many they were. */
    int deleteExpired(Instant now, int limit);

    /** What is kept for a key. */
    record Kept(String fingerprint, KeptAnswer answer) {}
}
