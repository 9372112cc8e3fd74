package dev.tenure.application.memory;

import dev.tenure.application.memory.InMemoryStore.KeptRow;
import dev.tenure.application.memory.InMemoryStore.TenantKey;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.guard.out.KeptAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Kept answers in memory. Transactions follow one another there, so nobody ever meets a key that is in progress. */
public final class InMemoryKeptAnswers implements KeptAnswers {

    private final InMemoryStore store;

    public InMemoryKeptAnswers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Kept> claim(KeyedRequest request, Instant now, Instant expiresAt) {
        TenantKey<String> key = store.key(request.key());
        Optional<KeptRow> there = store.keptAnswers.get(key).filter(row -> now.isBefore(row.expiresAt()));
        if (there.isEmpty()) {
            store.keptAnswers.put(key, new KeptRow(request.fingerprint(), null, expiresAt));
        }
        return there.map(row -> new Kept(row.fingerprint(), Objects.requireNonNull(row.answer())));
    }

    @Override
    public void keep(String key, KeptAnswer answer) {
        KeptRow claimed = store.keptAnswers.get(store.key(key)).orElseThrow();
        store.keptAnswers.put(store.key(key), new KeptRow(claimed.fingerprint(), answer, claimed.expiresAt()));
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
