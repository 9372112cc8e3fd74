package dev.tenure.adapter.http.limits;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.adapter.http.telemetry.Exchange;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The requests a minute of each limited key on this server. A known key is counted before anything is looked up, so
 * that a client above its limit takes no permit from the others. From time to time one of its requests passes, so that
 * a changed limit is read again.
 */
public final class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LOOKED_AT = Duration.ofSeconds(10);

    // A key that was not used for a minute has its whole quota again, so dropping the longest unused one rarely
    // matters.
    private static final int MOST_KEYS = 10_000;

    private final TimeMeter time;
    private final Counter refused;

    /**
     * By a digest of the whole key, least recently used first: a client that knows only the id of a key can't use up
     * its quota.
     */
    private final Map<String, Limited> limited = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Limited> eldest) {
            return size() > MOST_KEYS;
        }
    };

    RateLimits(TimeMeter time, MeterRegistry meters) {
        this.time = time;
        this.refused = Counter.builder("tenure.rate.limit.refused")
                .description("Requests refused because their key was over its limit")
                .register(meters);
    }

    /**
     * Counts a request of a known key.
     *
     * @return what is left; null when the key must be looked up first
     * @throws RequestRefused {@code RATE_LIMITED}
     */
    public @Nullable Quota beforeLookingAt(String presentedKey, Exchange exchange) {
        Limited known = find(presentedKey);
        if (known == null) {
            return null;
        }
        Quota quota = known.counted();
        if (quota.secondsUntilNext() == 0) {
            exchange.limited(quota.headers());
            return quota;
        }
        if (known.isToBeLookedAt()) {
            return null;
        }
        exchange.limited(quota.headers());
        throw refusal(quota);
    }

    /**
     * Sets the limit of the key that was looked up, and counts the request if that was not done before.
     *
     * @param perMinute null for a key without a limit
     * @param counted the result of {@link #beforeLookingAt}
     * @throws RequestRefused {@code RATE_LIMITED}
     */
    public void afterLookingAt(
            String presentedKey, @Nullable Integer perMinute, @Nullable Quota counted, Exchange exchange) {
        if (perMinute == null) {
            forget(presentedKey);
            exchange.limited(Map.of());
            return;
        }
        Limited known = known(presentedKey, perMinute);
        boolean unchanged = known.lookedAt(perMinute);
        if (counted != null && unchanged) {
            return;
        }
        Quota quota = counted == null ? known.counted() : known.uncounted();
        exchange.limited(quota.headers());
        if (counted == null && quota.secondsUntilNext() > 0) {
            throw refusal(quota);
        }
    }

    private RequestRefused refusal(Quota quota) {
        refused.increment();
        return new RequestRefused(
                HttpError.RATE_LIMITED,
                "this key may make %d requests a minute".formatted(quota.perMinute()),
                Map.of("Retry-After", String.valueOf(quota.secondsUntilNext())));
    }

    private @Nullable Limited find(String presentedKey) {
        if (keysHeld() == 0) {
            // Most installations have no limited key; then no digest is needed.
            return null;
        }
        String digest = digest(presentedKey);
        synchronized (limited) {
            return limited.get(digest);
        }
    }

    private Limited known(String presentedKey, int perMinute) {
        String digest = digest(presentedKey);
        synchronized (limited) {
            return limited.computeIfAbsent(digest, unseen -> new Limited(perMinute));
        }
    }

    private void forget(String presentedKey) {
        if (find(presentedKey) != null) {
            String digest = digest(presentedKey);
            synchronized (limited) {
                limited.remove(digest);
            }
        }
    }

    int keysHeld() {
        synchronized (limited) {
            return limited.size();
        }
    }

    private static String digest(String presentedKey) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(presentedKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One key's quota: full at first, refilled evenly. */
    private final class Limited {

        private final Bucket bucket;
        private int perMinute;
        private long lookedAt;

        Limited(int perMinute) {
            this.bucket = Bucket.builder()
                    .addLimit(bandwidth(perMinute))
                    .withCustomTimePrecision(time)
                    .build();
            this.perMinute = perMinute;
            this.lookedAt = time.currentTimeNanos();
        }

        private static Bandwidth bandwidth(int perMinute) {
            return Bandwidth.builder()
                    .capacity(perMinute)
                    .refillGreedy(perMinute, MINUTE)
                    .build();
        }

        synchronized Quota counted() {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            return new Quota(
                    perMinute,
                    probe.getRemainingTokens(),
                    seconds(probe.getNanosToWaitForReset()),
                    probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill())));
        }

        synchronized Quota uncounted() {
            long remaining = bucket.getAvailableTokens();
            return new Quota(perMinute, remaining, (perMinute - remaining) * 60 / perMinute, 0);
        }

        synchronized boolean isToBeLookedAt() {
            return time.currentTimeNanos() - lookedAt >= LOOKED_AT.toNanos();
        }

        /** Whether the limit is still the same. */
        synchronized boolean lookedAt(int now) {
            lookedAt = time.currentTimeNanos();
            if (now == perMinute) {
                return true;
            }
            bucket.replaceConfiguration(
                    BucketConfiguration.builder().addLimit(bandwidth(now)).build(),
                    TokensInheritanceStrategy.PROPORTIONALLY);
            perMinute = now;
            return false;
        }

        private static long seconds(long nanos) {
            return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
        }
    }
}
