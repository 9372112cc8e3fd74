package dev.tenure.application.shared.guard.out;

import dev.tenure.application.shared.guard.KeyInProgress;
import dev.tenure.application.shared.guard.KeyTaken;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.out.Deferred;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the answers of the transaction's tenant by the key of their request. */
public interface KeptAnswers {

    /** What is kept for these keys, when the answer is needed. A record whose time is over is as good as none. */
    Deferred<Map<String, Kept>> loadAll(Collection<String> keys, Instant now);

    /**
     * Keeps the answers to the transaction's own requests, no two of one key, with the commit at the latest: an error may come out there.
     * While another transaction has kept one under a key and not ended, this waits for it to end; the keys are taken in their order, so
     * that two transactions which want the same ones never wait for each other.
     *
     * @throws KeyTaken when another transaction has kept an answer under a key
     * @throws KeyInProgress when the other transaction does not end in time
     */
    void keepAll(Map<KeyedRequest, KeptAnswer> answers, Instant now, Instant expiresAt);

    /** As {@link #loadAll} for one. */
    default Deferred<Optional<Kept>> load(String key, Instant now) {
        Deferred<Map<String, Kept>> all = loadAll(List.of(key), now);
        return () -> Optional.ofNullable(all.get().get(key));
    }

    /** As {@link #keepAll} for one. */
    default void keep(KeyedRequest request, KeptAnswer answer, Instant now, Instant expiresAt) {
        keepAll(Map.of(request, answer), now, expiresAt);
    }

    /** Deletes at most so many records whose time is over, and tells how many they were. */
    int deleteExpired(Instant now, int limit);

    /** What is kept for a key. */
    record Kept(String fingerprint, KeptAnswer answer) {}
}
