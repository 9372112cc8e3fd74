package dev.tenure.application.memory;

import dev.tenure.application.memory.InMemoryStore.KeptRow;
import dev.tenure.application.memory.InMemoryStore.TenantKey;
import dev.tenure.application.shared.batch.KeyTaken;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.shared.out.Deferred;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stored responses in memory. Transactions follow one another there, so nobody ever meets a key that is in progress.
 */
public final class InMemoryIdempotencyStore implements IdempotencyStore {

    private final InMemoryStore store;

    public InMemoryIdempotencyStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Deferred<Map<String, Stored>> loadAll(Collection<String> keys, Instant now) {
        Map<String, Stored> kept = new HashMap<>();
        for (String key : keys) {
            store.storedResponses
                    .get(store.key(key))
                    .filter(row -> now.isBefore(row.expiresAt()))
                    .ifPresent(row -> kept.put(key, new Stored(row.fingerprint(), row.response())));
        }
        return Deferred.of(kept);
    }

    @Override
    public void storeAll(Map<KeyedRequest, StoredResponse> responses, Instant now, Instant expiresAt) {
        responses.forEach((request, response) -> {
            if (load(request.key(), now).get().isPresent()) {
                throw new KeyTaken();
            }
            store.storedResponses.put(
                    store.key(request.key()), new KeptRow(request.fingerprint(), response, expiresAt));
        });
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        List<TenantKey<String>> expired = store.storedResponses
                .keys()
                .filter(key -> key.tenant().equals(store.tenant()))
                .filter(key -> !now.isBefore(
                        store.storedResponses.get(key).orElseThrow().expiresAt()))
                .limit(limit)
                .toList();
        expired.forEach(store.storedResponses::remove);
        return expired.size();
    }
}
