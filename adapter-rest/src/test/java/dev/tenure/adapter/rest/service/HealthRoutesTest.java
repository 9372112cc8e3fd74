package dev.tenure.adapter.rest.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {

    private volatile boolean storeAnswers = true;

    @Test
    void the_server_is_ready_as_long_as_the_store_answers() {
        try (Api api = Api.running(() -> storeAnswers)) {
            assertThat(api.get("/health/ready").status()).isEqualTo(200);

            storeAnswers = false;
            Reply reply = api.get("/health/ready");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().path("status").asText()).isEqualTo("not_ready");
            assertThat(api.get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void a_check_that_breaks_means_not_ready() {
        try (Api api = Api.running(() -> {
            throw new IllegalStateException("the pool is closed");
        })) {
            Reply reply = api.get("/health/ready");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text()).doesNotContain("pool");
        }
    }
}
