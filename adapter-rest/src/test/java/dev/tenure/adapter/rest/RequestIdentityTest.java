package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestIdentityTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/orders", "/v1/orders/ord_unknown", "/nowhere", "/health/live", "/v1/orders?foo=1"})
    void a_usable_request_id_and_the_trace_context_come_back_on_every_answer(String path) {
        Reply reply = api.get(path, "X-Request-Id", "checkout-4711", "traceparent", TRACE);

        assertThat(reply.header("X-Request-Id")).isEqualTo("checkout-4711");
        assertThat(reply.header("traceparent")).isEqualTo(TRACE);
        if (reply.status() >= 400) {
            assertThat(reply.json().at("/error/requestId").asText()).isEqualTo("checkout-4711");
        }
    }

    @Test
    void they_come_back_when_the_path_itself_is_refused() throws Exception {
        String answer = Wire.exchange(
                api,
                "GET /v1//x HTTP/1.1\r\nHost: x\r\nX-Request-Id: odd-1\r\ntraceparent: " + TRACE
                        + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("X-Request-Id: odd-1")
                .contains("traceparent: " + TRACE)
                .contains("\"requestId\":\"odd-1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "caf\u00e9", "\"quoted\" \"id\""})
    void an_unusable_request_id_is_replaced(String id) throws Exception {
        String answer = Wire.exchange(
                api, "GET /nowhere HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + id + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("X-Request-Id: [0-9a-f-]{36}");
    }

    @Test
    void a_request_id_of_128_characters_is_kept_and_a_longer_one_replaced() {
        assertThat(api.get("/nowhere", "X-Request-Id", "x".repeat(128)).header("X-Request-Id"))
                .isEqualTo("x".repeat(128));
        assertThat(api.get("/nowhere", "X-Request-Id", "x".repeat(129)).header("X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void requests_without_an_id_get_different_ones() {
        assertThat(api.get("/nowhere").header("X-Request-Id"))
                .isNotEqualTo(api.get("/nowhere").header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-zz-1-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
            })
    void a_malformed_trace_context_is_not_passed_on(String malformed) {
        assertThat(api.get("/nowhere", "traceparent", malformed).header("traceparent"))
                .isEmpty();
    }
}
