package dev.tenure.application.memory;

import dev.tenure.application.memory.InMemoryStore.KeptRow;
import dev.tenure.application.memory.InMemoryStore.TenantKey;
import dev.tenure.application.shared.guard.KeyTaken;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.guard.out.KeptAnswers;
import dev.tenure.application.shared.out.Deferred;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kept answers in memory. Transactions follow one another there, so nobody ever meets a key that is in progress. */
public final class InMemoryKeptAnswers implements KeptAnswers {

    private final InMemoryStore store;

    public InMemoryKeptAnswers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Deferred<Map<String, Kept>> loadAll(Collection<String> keys, Instant now) {
        Map<String, Kept> kept = new HashMap<>();
        for (String key : keys) {
            store.keptAnswers
                    .get(store.key(key))
                    .filter(row -> now.isBefore(row.expiresAt()))
                    .ifPresent(row -> kept.put(key, new Kept(row.fingerprint(), row.answer())));
        }
        return Deferred.of(kept);
    }

    @Override
    public void keepAll(Map<KeyedRequest, KeptAnswer> answers, Instant now, Instant expiresAt) {
        answers.forEach((request, answer) -> {
            if (load(request.key(), now).get().isPresent()) {
                throw new KeyTaken();
            }
            store.keptAnswers.put(store.key(request.key()), new KeptRow(request.fingerprint(), answer, expiresAt));
        });
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        List<TenantKey<String>> expired = store.keptAnswers
                .keys()
                .filter(key -> key.tenant().equals(store.tenant()))
                .filter(key ->
                        !now.isBefore(store.keptAnswers.get(key).orElseThrow().expiresAt()))
                .limit(limit)
                .toList();
        expired.forEach(store.keptAnswers::remove);
        return expired.size();
    }
}
