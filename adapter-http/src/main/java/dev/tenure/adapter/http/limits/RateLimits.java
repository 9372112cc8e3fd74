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
 * How many requests a minute each limited key may make on this server. A key that was seen before is counted before anything is looked
 * up, so that a client over its limit takes no place from the others; every now and then it is let through to be looked at again, because
 * its limit may have been changed.
 */
public final class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LOOKED_AT = Duration.ofSeconds(10);

    // A key that was not used for a minute has its whole quota back, so forgetting the longest unused one rarely gives
    // anything away.
    private static final int MOST_KEYS = 10_000;

    private final TimeMeter time;
    private final Counter refused;

    /** By a digest of the whole key, least recently used first: who knows only the id of another's key can't use up its quota. */
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
     * Counts a request by what is known of its key, if anything is.
     *
     * @return what is left; null when the key must be looked at first
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
     * Takes the limit of the key as it is now, and counts the request where that was not done before.
     *
     * @param perMinute null for a key without a limit
     * @param counted what {@link #beforeLookingAt} gave
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
            // Most installations limit nobody: then there is nothing to digest.
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

    /** One key's quota: full at first, refilled evenly over the minute. */
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
