package dev.tenure.adapter.http.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.adapter.http.telemetry.Exchange;
import dev.tenure.adapter.http.telemetry.RequestIdentity;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final Time time = new Time();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RateLimits limits = new RateLimits(time, meters);
    private int lookedAt;

    @Test
    void the_quota_comes_back_evenly_over_the_minute() {
        for (int i = 0; i < 6; i++) {
            assertThat(isLetThrough("key", 6)).isTrue();
        }
        assertThat(isLetThrough("key", 6)).isFalse();

        time.advance(Duration.ofSeconds(9));
        assertThat(isLetThrough("key", 6)).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(isLetThrough("key", 6)).isTrue();
        assertThat(isLetThrough("key", 6)).isFalse();

        time.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 6; i++) {
            assertThat(isLetThrough("key", 6)).isTrue();
        }
        assertThat(isLetThrough("key", 6)).isFalse();
    }

    @Test
    void each_key_has_its_own_quota() {
        assertThat(isLetThrough("one", 1)).isTrue();
        assertThat(isLetThrough("one", 1)).isFalse();

        assertThat(isLetThrough("other", 1)).isTrue();
    }

    @Test
    void who_is_over_the_limit_is_refused_without_a_look_at_the_key() {
        assertThat(isLetThrough("key", 1)).isTrue();
        int before = lookedAt;

        for (int i = 0; i < 100; i++) {
            assertThat(isLetThrough("key", 1)).isFalse();
        }

        assertThat(lookedAt).isEqualTo(before);
        assertThat(meters.counter("tenure.rate.limit.refused").count()).isEqualTo(100);
    }

    @Test
    void a_raised_limit_is_noticed_after_ten_seconds_though_nothing_is_left() {
        assertThat(isLetThrough("key", 1)).isTrue();
        assertThat(isLetThrough("key", 1000)).isFalse();

        time.advance(Duration.ofSeconds(10));

        assertThat(isLetThrough("key", 1000)).isTrue();
        assertThat(isLetThrough("key", 1000)).isTrue();
    }

    @Test
    void a_lowered_limit_is_kept_to_from_the_next_look_on() {
        assertThat(isLetThrough("key", 1000)).isTrue();

        int through = 0;
        for (int i = 0; i < 100; i++) {
            through += isLetThrough("key", 5) ? 1 : 0;
        }

        assertThat(through).isBetween(4, 6);
    }

    @Test
    void a_lifted_limit_is_forgotten() {
        assertThat(isLetThrough("key", 1)).isTrue();
        time.advance(Duration.ofSeconds(10));

        for (int i = 0; i < 100; i++) {
            assertThat(isLetThrough("key", null)).isTrue();
        }
        assertThat(limits.keysHeld()).isZero();
    }

    @Test
    void the_memory_of_keys_is_bounded_and_drops_the_longest_unused() {
        assertThat(isLetThrough("first", 1)).isTrue();
        for (int i = 0; i < 10_000; i++) {
            assertThat(isLetThrough("key" + i, 1)).isTrue();
        }

        assertThat(limits.keysHeld()).isEqualTo(10_000);
        assertThat(isLetThrough("key9999", 1)).isFalse();
        assertThat(isLetThrough("first", 1)).isTrue();
    }

    @Test
    void a_refusal_says_when_to_come_back() {
        assertThat(isLetThrough("key", 6)).isTrue();
        for (int i = 0; i < 5; i++) {
            assertThat(isLetThrough("key", 6)).isTrue();
        }

        assertThatThrownBy(() -> limits.beforeLookingAt("key", exchange()))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> {
                    assertThat(refused.error()).isEqualTo(HttpError.RATE_LIMITED);
                    assertThat(refused.headers()).containsEntry("Retry-After", "10");
                });
    }

    /** Whether a request with this key is let through, when a look at the key would find this limit. */
    private boolean isLetThrough(String key, @Nullable Integer perMinute) {
        try {
            Exchange exchange = exchange();
            Quota counted = limits.beforeLookingAt(key, exchange);
            lookedAt++;
            limits.afterLookingAt(key, perMinute, counted, exchange);
            return true;
        } catch (RequestRefused refused) {
            return false;
        }
    }

    private static Exchange exchange() {
        return new Exchange(RequestIdentity.of(null, null, List.of()), Span.getInvalid());
    }

    private static final class Time implements TimeMeter {

        private long nanos;

        void advance(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
