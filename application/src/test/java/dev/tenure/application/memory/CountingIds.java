package dev.tenure.application.memory;

import dev.tenure.application.shared.out.IdGenerator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ids that a test can foretell: {@code ord_000001}, {@code ord_000002}, {@code cust_000001}, and secrets of 32 digits.
 */
public final class CountingIds implements IdGenerator {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    @Override
    public String next(String prefix) {
        return "%s_%06d".formatted(prefix, count(prefix));
    }

    @Override
    public String secret() {
        return "%032d".formatted(count("secret of a key"));
    }

    private int count(String what) {
        return counts.merge(what, 1, Integer::sum);
    }
}
