package dev.tenure.adapter.persistence.transaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;

/** A cache of facts of committed transactions that never change, so that no later transaction needs to query them. */
final class CommittedFacts {

    private static final long MAX_BYTES = 6L << 20;
    private static final int BYTES_PER_OBJECT = 56;

    private final Cache<Object, Boolean> facts = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Object fact, Boolean known) -> bytes(fact))
            .executor(Runnable::run)
            .build();

    boolean contains(Object fact) {
        return facts.getIfPresent(fact) != null;
    }

    void addAll(Collection<Object> committed) {
        committed.forEach(fact -> facts.put(fact, true));
    }

    private static int bytes(Object fact) {
        if (fact instanceof List<?> parts) {
            return BYTES_PER_OBJECT
                    + parts.stream().mapToInt(CommittedFacts::bytes).sum();
        }
        return BYTES_PER_OBJECT + (fact instanceof String text ? text.length() : 0);
    }
}
