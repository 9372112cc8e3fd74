package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every answer to a limited key contains the remaining requests; the key is refused when none is left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitTest {

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void every_answer_to_a_limited_key_says_what_is_left() {
        String key = api.limitedKey(100);

        Reply first = get(key, "/v1/orders");
        Reply absent = get(key, "/v1/orders/ord_unknown");
        Reply invalid = get(key, "/v1/orders?limit=0");
        Reply foreign = api.get("/v1/orders", "Authorization", "Bearer " + key, "Tenant-ID", "other");

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"default\";q=100;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"default\";r=99;t=1");
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.header("RateLimit")).startsWith("\"default\";r=98;t=");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.header("RateLimit")).startsWith("\"default\";r=97;t=");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.header("RateLimit")).startsWith("\"default\";r=96;t=");
    }

    @Test
    void over_the_limit_a_request_is_refused_until_there_is_room_again() {
        String key = api.limitedKey(2);
        assertThat(get(key, "/v1/orders").status()).isEqualTo(200);
        assertThat(get(key, "/v1/orders").status()).isEqualTo(200);

        Reply refused = get(key, "/v1/orders");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"default\";q=2;w=60");
        assertThat(refused.header("RateLimit")).startsWith("\"default\";r=0;t=");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
        assertThat(get(api.key(), "/v1/orders").status()).isEqualTo(200);
    }

    @Test
    void a_refused_write_was_not_made() {
        String key = api.limitedKey(1);
        get(key, "/v1/orders");

        Reply refused = api.post("/v1/orders", Api.MINIMAL_ORDER, "Authorization", "Bearer " + key);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(api.get("/metrics").text()).containsPattern("tenure_rate_limit_refused_total [1-9]");
    }

    @Test
    void a_key_without_a_limit_hears_of_none() {
        Reply reply = get(api.key(), "/v1/orders");

        assertThat(reply.header("RateLimit")).isEmpty();
        assertThat(reply.header("RateLimit-Policy")).isEmpty();
    }

    @Test
    void who_knows_only_the_id_of_a_key_does_not_use_up_its_quota() {
        String key = api.limitedKey(3);
        assertThat(get(key, "/v1/orders").status()).isEqualTo(200);
        String forged = key.substring(0, key.lastIndexOf('_') + 1) + "f".repeat(32);

        for (int i = 0; i < 10; i++) {
            assertThat(get(forged, "/v1/orders").status()).isEqualTo(401);
        }

        assertThat(get(key, "/v1/orders").status()).isEqualTo(200);
    }

    private Reply get(String key, String path) {
        return api.get(path, "Authorization", "Bearer " + key);
    }
}
