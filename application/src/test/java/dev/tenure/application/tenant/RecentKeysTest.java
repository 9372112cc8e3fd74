package dev.tenure.application.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.SettableClock;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import dev.tenure.domain.tenant.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentKeysTest {

    private static final Instant NOON = Instant.parse("2025-01-15T12:00:00Z");
    private static final ApiKey KEY = new ApiKey(
            "k1", new TenantId("demo"), "Shop", Set.of(Scope.ORDERS_READ), "0".repeat(64), NOON, null, null, null);

    private final SettableClock clock = new SettableClock(NOON);
    private final RecentKeys recent = new RecentKeys(clock);
    private int lookedUp;

    @Test
    void a_key_is_looked_up_once_a_second() {
        found(KEY);
        clock.advance(Duration.ofMillis(999));
        assertThat(found(KEY)).contains(KEY);
        assertThat(lookedUp).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        ApiKey revoked = KEY.revoked(NOON);

        assertThat(found(revoked)).contains(revoked);
        assertThat(lookedUp).isEqualTo(2);
    }

    @Test
    void a_key_that_is_forgotten_is_looked_up_again_at_once() {
        found(KEY);

        recent.forget("k1");

        assertThat(recent.key("k1", id -> Optional.empty())).isEmpty();
    }

    @Test
    void a_key_that_is_not_there_is_looked_up_each_time() {
        assertThat(recent.key("k1", id -> Optional.empty())).isEmpty();
        assertThat(found(KEY)).contains(KEY);
        assertThat(lookedUp).isEqualTo(1);
    }

    @Test
    void a_clock_that_was_put_back_keeps_no_key_alive() {
        found(KEY);
        clock.set(NOON.minusSeconds(3600));

        found(KEY);

        assertThat(lookedUp).isEqualTo(2);
    }

    private Optional<ApiKey> found(ApiKey key) {
        return recent.key("k1", id -> {
            lookedUp++;
            return Optional.of(key);
        });
    }
}
