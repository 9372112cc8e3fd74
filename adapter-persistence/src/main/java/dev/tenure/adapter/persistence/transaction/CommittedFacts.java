package dev.tenure.adapter.persistence.transaction;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Facts of committed transactions that stay true for ever, so that nobody has to ask the server again. Bounded: forgotten in time. */
final class CommittedFacts {

    private static final int MOST = 20_000;

    private final Set<Object> facts = ConcurrentHashMap.newKeySet();

    boolean contains(Object fact) {
        return facts.contains(fact);
    }

    void addAll(Collection<Object> committed) {
        if (facts.size() > MOST) {
            facts.clear();
        }
        facts.addAll(committed);
    }
}
