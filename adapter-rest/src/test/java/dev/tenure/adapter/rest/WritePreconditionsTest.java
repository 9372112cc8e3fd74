package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes that are sent again, tied to a version, or only tried out. */
class WritePreconditionsTest {

    private static final String KEY = "Idempotency-Key";

    private final Api api = Api.running();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_create_sent_again_with_its_key_is_answered_as_the_first_time_and_makes_no_second_order() {
        Reply first = api.post("/v1/orders", Api.MINIMAL_ORDER, KEY, "k-1");
        Reply again = api.post("/v1/orders", Api.MINIMAL_ORDER, KEY, "k-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void a_key_with_another_body_or_on_another_path_is_refused() {
        assertThat(api.post("/v1/orders", Api.MINIMAL_ORDER, KEY, "k-1").status())
                .isEqualTo(201);

        Reply otherBody = api.post("/v1/orders", Api.MINIMAL_ORDER + " ", KEY, "k-1");
        Reply otherPath = api.post("/v1/orders/ord_1/confirm", Api.MINIMAL_ORDER, KEY, "k-1");

        assertThat(otherBody.status()).isEqualTo(422);
        assertThat(otherBody.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(otherPath.status()).isEqualTo(422);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void a_refused_request_does_not_use_its_key_up() {
        Reply refused = api.post("/v1/orders", "{}", KEY, "k-1");
        Reply corrected = api.post("/v1/orders", Api.MINIMAL_ORDER, KEY, "k-1");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(corrected.status()).isEqualTo(201);
        assertThat(corrected.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void after_a_day_a_key_is_new_again() {
        String first = api.post("/v1/orders", Api.MINIMAL_ORDER, KEY, "k-1")
                .json()
                .path("orderId")
                .asText();

        api.tenure().clock().advance(Duration.ofHours(24));
        Reply next = api.post("/v1/orders", Api.MINIMAL_ORDER, KEY, "k-1");

        assertThat(next.header("Idempotency-Replayed")).isEmpty();
        assertThat(next.json().path("orderId").asText()).isNotEqualTo(first);
    }

    @Test
    void answers_whose_day_is_over_are_forgotten() {
        assertThat(api.post("/v1/orders", Api.MINIMAL_ORDER, KEY, "k-1").status())
                .isEqualTo(201);

        assertThat(api.tenure().useCases().idempotency().purgeExpiredResponses().purgeExpired())
                .isZero();
        api.tenure().clock().advance(Duration.ofHours(24));
        assertThat(api.tenure().useCases().idempotency().purgeExpiredResponses().purgeExpired())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "two words", ""})
    void a_key_that_is_no_key_is_refused(String key) {
        Reply refused = api.post("/v1/orders", Api.MINIMAL_ORDER, KEY, key);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.broken()).containsExactly("Idempotency-Key: invalid_string");
        assertThat(orders()).isZero();
    }

    @Test
    void a_change_that_builds_on_the_current_version_goes_through() {
        String order = api.placedOrder();

        assertThat(api.post("/v1/orders/" + order + "/confirm", "{}", "If-Match", "\"1\"")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(api.post("/v1/orders/" + order + "/cancel", "{}", "If-Match", "\"7\", \"2\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_change_that_builds_on_an_old_version_is_told_what_happened_since() {
        String order = api.placedOrder();
        assertThat(api.post("/v1/orders/" + order + "/confirm", "{}").status()).isEqualTo(200);

        Reply refused = api.post("/v1/orders/" + order + "/cancel", "{}", "If-Match", "\"1\"");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("VERSION_MISMATCH");
        assertThat(refused.header("ETag")).isEqualTo("\"2\"");
        assertThat(refused.json().at("/error/currentVersion").asInt()).isEqualTo(2);
        assertThat(refused.json().at("/error/changes")).hasSize(1);
        assertThat(refused.json().at("/error/changes/0/sequence").asInt()).isEqualTo(2);
        assertThat(refused.json().at("/error/changes/0/type").asText()).isEqualTo("confirmed");
        assertThat(status(order)).isEqualTo("confirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "\"abc\"", "\"99\"", "\"01\""})
    void a_tag_that_is_not_the_current_one_never_matches(String tag) {
        String order = api.placedOrder();

        assertThat(api.post("/v1/orders/" + order + "/confirm", "{}", "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(status(order)).isEqualTo("pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "\"1\",", "\"1\" \"2\"", "*, \"1\""})
    void a_tag_that_is_no_tag_is_refused(String tag) {
        String order = api.placedOrder();

        Reply refused = api.post("/v1/orders/" + order + "/confirm", "{}", "If-Match", tag);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.broken()).containsExactly("If-Match: invalid_string");
    }

    @Test
    void any_version_will_do_where_the_order_exists() {
        assertThat(api.post("/v1/orders/" + api.placedOrder() + "/confirm", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/v1/orders/ord_nowhere/confirm", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_has_no_version_yet_matches_nothing() {
        Reply refused = api.post("/v1/orders", Api.MINIMAL_ORDER, "If-Match", "*");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.json().at("/error/currentVersion").isMissingNode()).isTrue();
        assertThat(orders()).isZero();
    }

    @Test
    void a_hand_over_is_tied_to_the_version_of_its_order() {
        String order = api.placedOrder();
        String body = "{\"orderId\": \"%s\", \"assetSerialNumber\": \"SN-1\"}".formatted(order);

        assertThat(api.post("/v1/subscriptions", body, "If-Match", "\"2\"").status())
                .isEqualTo(412);
        assertThat(api.post("/v1/subscriptions", body, "If-Match", "\"1\"").status())
                .isEqualTo(201);
    }

    @Test
    void a_dry_run_answers_as_the_real_thing_and_keeps_nothing() {
        Reply rehearsed = api.post("/v1/orders?dryRun=true", Api.MINIMAL_ORDER, KEY, "k-1");
        Reply refused = api.post("/v1/orders?dryRun=true", "{}");
        Reply real = api.post("/v1/orders", Api.MINIMAL_ORDER, KEY, "k-1");

        assertThat(rehearsed.status()).isEqualTo(201);
        assertThat(rehearsed.header("Dry-Run")).isEqualTo("true");
        assertThat(rehearsed.json().at("/order/totals").toString())
                .isEqualTo(real.json().at("/order/totals").toString());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(real.header("Idempotency-Replayed")).isEmpty();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void a_dry_run_of_a_change_leaves_the_order_as_it_is() {
        String order = api.placedOrder();

        Reply rehearsed = api.post("/v1/orders/" + order + "/confirm?dryRun=true", "{}");

        assertThat(rehearsed.json().at("/order/status").asText()).isEqualTo("confirmed");
        assertThat(status(order)).isEqualTo("pending");
    }

    @Test
    void a_write_is_a_dry_run_or_not_and_a_read_never_is() {
        assertThat(api.post("/v1/orders?dryRun=maybe", Api.MINIMAL_ORDER).broken())
                .containsExactly("dryRun: invalid_enum_value");
        assertThat(api.post("/v1/orders?dryRun=false", Api.MINIMAL_ORDER).status())
                .isEqualTo(201);
        assertThat(api.get("/v1/orders?dryRun=true").broken()).containsExactly("dryRun: unrecognized_keys");
        assertThat(api.post("/v1/orders?dryrun=true", Api.MINIMAL_ORDER).broken())
                .containsExactly("dryrun: unrecognized_keys");
    }

    private int orders() {
        return api.get("/v1/orders").json().path("count").asInt();
    }

    private String status(String order) {
        return api.get("/v1/orders/" + order).json().path("status").asText();
    }
}
