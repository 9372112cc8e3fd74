package dev.tenure.adapter.rest.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderRoutesTest {

    private final Api api = Api.running();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_new_order_is_answered_with_201_its_place_and_its_version() {
        Reply reply = api.post("/v1/orders", Api.MINIMAL_ORDER);

        System.out.println(reply.text() + reply.headers());
        assertThat(reply.status()).isEqualTo(201);
    }
}
