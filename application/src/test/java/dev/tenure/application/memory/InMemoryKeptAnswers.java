package dev.tenure.application.memory;

import dev.tenure.application.memory.InMemoryStore.KeptRow;
import dev.tenure.application.memory.InMemoryStore.TenantKey;
import dev.tenure.application.shared.guard.KeyTaken;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.guard.out.KeptAnswers;
import dev.tenure.application.shared.out.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Kept answers in memory. Transactions follow one another there, so nobody ever meets a key that is in progress. */
public final class InMemoryKeptAnswers implements KeptAnswers {

    private final InMemoryStore store;

    public InMemoryKeptAnswers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Asked<Optional<Kept>> ask(String key, Instant now) {
        return Asked.answered(store.keptAnswers
                .get(store.key(key))
                .filter(row -> now.isBefore(row.expiresAt()))
                .map(row -> new Kept(row.fingerprint(), row.answer())));
    }

    @Override
    public void keep(KeyedRequest request, KeptAnswer answer, Instant now, Instant expiresAt) {
        if (ask(request.key(), now).get().isPresent()) {
            throw new KeyTaken();
        }
        store.keptAnswers.put(store.key(request.key()), new KeptRow(request.fingerprint(), answer, expiresAt));
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
