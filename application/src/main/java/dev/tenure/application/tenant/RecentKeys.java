package dev.tenure.application.tenant;

import dev.tenure.domain.tenant.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The keys that were looked up within the last second. A client that sends many requests is looked up once a second; a key that was
 * revoked elsewhere works as long as that.
 */
final class RecentKeys {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Found> recent = new ConcurrentHashMap<>();

    RecentKeys(Clock clock) {
        this.clock = clock;
    }

    /** The key, found by {@code finding} where that was not done in the last second. A key that is not there is asked for each time. */
    Optional<ApiKey> key(String id, Function<String, Optional<ApiKey>> finding) {
        Instant now = clock.instant();
        Found known = recent.get(id);
        if (known != null && !known.at().isAfter(now) && now.isBefore(known.at().plus(LONGEST))) {
            return Optional.of(known.key());
        }
        Optional<ApiKey> found = finding.apply(id);
        if (recent.size() >= MOST) {
            recent.clear();
        }
        found.ifPresentOrElse(key -> recent.put(id, new Found(key, now)), () -> recent.remove(id));
        return found;
    }

    void forget(String id) {
        recent.remove(id);
    }

    private record Found(ApiKey key, Instant at) {}
}
