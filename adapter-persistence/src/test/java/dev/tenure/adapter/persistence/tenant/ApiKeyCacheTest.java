package dev.tenure.adapter.persistence.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyCacheTest {

    private static final Instant NOON = Instant.parse("2025-01-15T12:00:00Z");
    private static final ApiKey KEY = new ApiKey(
            "k1", new TenantId("demo"), "Shop", Set.of(Permission.ORDERS_READ), "0".repeat(64), NOON, null, null, null);

    private Optional<ApiKey> stored = Optional.of(KEY);
    private long nanos;
    private int lookedUp;

    private final ApiKeyCache cache = new ApiKeyCache(
            id -> {
                lookedUp++;
                return stored;
            },
            () -> nanos);

    @Test
    void a_key_is_looked_up_once_a_second() {
        assertThat(cache.find("k1")).contains(KEY);
        nanos += Duration.ofMillis(999).toNanos();
        assertThat(cache.find("k1")).contains(KEY);
        assertThat(lookedUp).isEqualTo(1);

        nanos += Duration.ofMillis(1).toNanos();
        stored = Optional.of(KEY.revoked(NOON));

        assertThat(cache.find("k1")).isEqualTo(stored);
        assertThat(lookedUp).isEqualTo(2);
    }

    @Test
    void a_key_that_was_changed_is_looked_up_again_at_once() {
        assertThat(cache.find("k1")).contains(KEY);

        stored = Optional.empty();
        cache.changed("k1");

        assertThat(cache.find("k1")).isEmpty();
    }

    @Test
    void a_key_that_is_not_there_is_looked_up_each_time() {
        stored = Optional.empty();
        assertThat(cache.find("k1")).isEmpty();

        stored = Optional.of(KEY);

        assertThat(cache.find("k1")).contains(KEY);
        assertThat(lookedUp).isEqualTo(2);
    }
}
