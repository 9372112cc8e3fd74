package dev.tenure.application.shared.batch.out;

import dev.tenure.application.shared.batch.KeyInProgress;
import dev.tenure.application.shared.batch.KeyTaken;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.application.shared.out.Deferred;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores the responses of the transaction's tenant by the key of their request. */
public interface IdempotencyStore {

    /** The stored responses for these keys, without expired ones. */
    Deferred<Map<String, Stored>> loadAll(Collection<String> keys, Instant now);

    /**
     * Stores the responses to the transaction's own requests, no two of one key, with the commit at the latest: an
     * error may be thrown there. While another transaction has stored one under a key and not ended, this waits for its
     * end. The keys are inserted in their order, so that two transactions with the same ones do not deadlock.
     *
     * @throws KeyTaken when another transaction has stored a response under a key
     * @throws KeyInProgress when the other transaction does not end in time
     */
    void storeAll(Map<KeyedRequest, StoredResponse> responses, Instant now, Instant expiresAt);

    /** As {@link #loadAll} for one. */
    default Deferred<Optional<Stored>> load(String key, Instant now) {
        Deferred<Map<String, Stored>> all = loadAll(List.of(key), now);
        return () -> Optional.ofNullable(all.get().get(key));
    }

    /** As {@link #storeAll} for one. */
    default void store(KeyedRequest request, StoredResponse response, Instant now, Instant expiresAt) {
        storeAll(Map.of(request, response), now, expiresAt);
    }

    /** Deletes at most so many expired records, and returns how many it were. */
    int deleteExpired(Instant now, int limit);

    /** The record for a key. */
    record Stored(String fingerprint, StoredResponse response) {}
}
