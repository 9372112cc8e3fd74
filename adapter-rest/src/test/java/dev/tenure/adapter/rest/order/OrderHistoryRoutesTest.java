package dev.tenure.adapter.rest.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order as it stood, what happened to it, what can be done with it, and what one would come to. */
class OrderHistoryRoutesTest {

    private final Api api = Api.running();

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-15T10:30:00Z",
                "2025-01-15t10:30:59.999999999z",
                "2025-01-15T12:30:30.5%2B02:00",
                "2025-01-15T05:30:00-05:00"
            })
    void an_order_is_shown_as_it_stood(String instant) {
        String id = api.placedOrder();
        JsonNode placed = api.get("/v1/orders/" + id).json();
        api.tenure().clock().advance(Duration.ofMinutes(1));
        api.post("/v1/orders/" + id + "/confirm", "");

        Reply reply = api.get("/v1/orders/" + id + "?asOf=" + instant);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json()).isEqualTo(placed);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(api.get("/v1/orders/" + id + "?asOf=2025-01-15T10:31:00Z").json())
                .isEqualTo(api.get("/v1/orders/" + id).json());
    }

    @Test
    void before_it_was_placed_there_is_none() {
        String id = api.placedOrder();

        Reply reply = api.get("/v1/orders/" + id + "?asOf=2025-01-15T10:29:59.999Z");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2025-01-15T10:30:00",
                "2025-02-30T10:30:00Z",
                "2025-01-15T25:00:00Z",
                "2025-01-15T10:30:00+02:00",
                "+999999999-12-31T23:59:59Z",
                "99999-01-01T00:00:00Z",
                "1736937000"
            })
    void what_is_no_instant_is_refused(String instant) {
        Reply reply = api.get("/v1/orders/" + api.placedOrder() + "?asOf=" + instant);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.broken()).singleElement().asString().startsWith("asOf: ");
    }

    @Test
    void events_are_paged_like_every_list() {
        String id = api.placedOrder();
        for (int i = 2; i <= 5; i++) {
            api.patch("/v1/orders/" + id + "/notes", "{\"notes\": \"note %d\"}".formatted(i));
        }
        String path = "/v1/orders/" + id + "/events";

        Reply first = api.get(path + "?limit=2");
        Reply last = api.get(path + "?limit=2&sortDir=desc");

        assertThat(sequences(first)).containsExactly(1, 2);
        assertThat(first.json().path("count").asInt()).isEqualTo(2);
        assertThat(first.json().path("hasMore").asBoolean()).isTrue();
        assertThat(first.header("Link"))
                .startsWith("<" + path + "?limit=2&startAfter=")
                .endsWith(">; rel=\"next\"");
        assertThat(sequences(api.get(next(first)))).containsExactly(3, 4);
        assertThat(sequences(last)).containsExactly(5, 4);
        assertThat(last.json().at("/events/0/changes").toString())
                .isEqualTo("[{\"path\":\"notes\",\"before\":\"note 4\",\"after\":\"note 5\"}]");
        Reply all = api.get(path);
        assertThat(sequences(all)).containsExactly(1, 2, 3, 4, 5);
        assertThat(all.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void a_foreign_cursor_an_unknown_parameter_or_value_is_refused() {
        String id = api.placedOrder();
        String other = api.placedOrder();
        api.patch("/v1/orders/" + other + "/notes", "{\"notes\": \"n\"}");
        String cursor = api.get("/v1/orders/" + other + "/events?limit=1")
                .json()
                .path("nextCursor")
                .asText();

        for (String query :
                List.of("startAfter=" + cursor, "startAfter=1", "sortDir=up", "limit=0", "limit=101", "type=x")) {
            assertThat(api.get("/v1/orders/" + id + "/events?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(api.get("/v1/orders/ord_unknown/events").status()).isEqualTo(404);
        assertThat(api.get("/v1/orders/ord_unknown/actions").status()).isEqualTo(404);
        assertThat(api.get("/v1/orders/" + id + "/actions?x=1").status()).isEqualTo(400);
    }

    @Test
    void a_forbidden_action_names_the_very_code_that_the_command_answers() {
        String id = api.placedOrder();
        api.post("/v1/orders/" + id + "/payment", "{\"reference\": \"B-1\"}");
        api.post("/v1/orders/" + id + "/cancel", "");

        JsonNode actions = api.get("/v1/orders/" + id + "/actions").json();

        for (JsonNode action : actions.path("actions")) {
            boolean exists = !action.path("path").asText().endsWith("/fulfilments");
            if (!action.path("allowed").asBoolean()
                    && exists
                    && !action.path("action").asText().equals("cancel")) {
                Reply reply = api.send(
                        action.path("method").asText(),
                        action.path("path").asText(),
                        "{\"reason\": \"r\", \"reference\": \"B-2\", \"customer\": {\"firstName\": \"X\"}}"
                                .getBytes(StandardCharsets.UTF_8));
                assertThat(reply.code()).isEqualTo(action.path("code").asText());
                assertThat(reply.json().at("/error/message").asText())
                        .isEqualTo(action.path("rule").asText());
            }
        }
        assertThat(actions.path("status").asText()).isEqualTo("cancelled");
        assertThat(api.get("/v1/orders/" + id + "/actions").header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void a_quote_takes_the_body_of_an_order_and_keeps_nothing() {
        Reply quote = api.post("/v1/orders/quote", OrderReferenceTest.COMPLETE_ORDER);

        assertThat(quote.status()).isEqualTo(200);
        assertThat(quote.json().at("/quote/totals/total").decimalValue()).isEqualByComparingTo("622.00");
        assertThat(quote.json().at("/quote/contractValue").decimalValue()).isEqualByComparingTo("12804.00");
        assertThat(quote.json().at("/quote/items/0").has("rentalIds")).isFalse();
        assertThat(quote.json().at("/quote/items/0/trace/0/rule").asText()).isEqualTo("tier");
        assertThat(api.get("/v1/orders").json().path("count").asInt()).isZero();
        assertThat(api.post("/v1/orders/quote", "{}").broken())
                .isEqualTo(api.post("/v1/orders", "{}").broken());
        assertThat(api.get("/v1/orders/quote").status()).isEqualTo(404);
    }

    private static List<Integer> sequences(Reply reply) {
        List<Integer> sequences = new ArrayList<>();
        reply.json()
                .path("events")
                .forEach(event -> sequences.add(event.path("sequence").asInt()));
        return sequences;
    }

    private static String next(Reply reply) {
        return reply.header("Link").replaceAll("<(.*)>.*", "$1");
    }
}
