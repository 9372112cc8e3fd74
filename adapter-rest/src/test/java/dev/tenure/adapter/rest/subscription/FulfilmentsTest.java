package dev.tenure.adapter.rest.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FulfilmentsTest {

    private static final String THREE_UNITS = Api.MINIMAL_ORDER.replace(
            "\"quantity\": 1}", "\"quantity\": 2}, {\"sku\": \"IPAD-PRO-12-M2\", \"quantity\": 1}");

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void all_units_of_an_order_are_handed_over_in_one_change() {
        String order = api.placedOrder(THREE_UNITS);

        Reply reply = fulfil(order, """
                {"units": [{"sku": "MACBOOK-PRO-16-M3", "assetSerialNumber": "A-1"},
                           {"itemIndex": 1, "assetSerialNumber": "A-2", "startDate": "2025-02-01"},
                           {"itemIndex": 0, "assetSerialNumber": "A-3"}]}
                """);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("summary").toString())
                .isEqualTo("{\"requested\":3,\"fulfilled\":3,\"alreadyFulfilled\":0,\"failed\":0}");
        assertThat(reply.json().path("mode").asText()).isEqualTo("all_or_nothing");
        assertThat(statuses(reply)).containsExactly("fulfilled", "fulfilled", "fulfilled");
        assertThat(reply.json().at("/order/status").asText()).isEqualTo("fulfilled");
        assertThat(reply.header("ETag")).isEqualTo("\"4\"");
        JsonNode second = reply.json().at("/results/1");
        assertThat(second.path("index").asInt()).isEqualTo(1);
        assertThat(second.path("itemIndex").asInt()).isEqualTo(1);
        assertThat(second.path("sku").asText()).isEqualTo("IPAD-PRO-12-M2");
        assertThat(api.get("/v1/subscriptions/" + second.path("rentalId").asText())
                        .json()
                        .path("startDate")
                        .asText())
                .isEqualTo("2025-02-01");
        assertThat(api.get("/v1/orders/" + order).json()).isEqualTo(reply.json().path("order"));
    }

    @Test
    void sent_again_nothing_happens() {
        String order = api.placedOrder(THREE_UNITS);
        String batch =
                "{\"units\": [{\"assetSerialNumber\": \"B-1\", \"itemIndex\": 0}, {\"assetSerialNumber\": \"B-2\", \"itemIndex\": 1}]}";
        Reply first = fulfil(order, batch);

        Reply second = fulfil(order, batch);

        assertThat(statuses(second)).containsExactly("already_fulfilled", "already_fulfilled");
        assertThat(second.json().path("order")).isEqualTo(first.json().path("order"));
        assertThat(second.json().at("/results/0/rentalId"))
                .isEqualTo(first.json().at("/results/0/rentalId"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void one_bad_unit_refuses_the_batch_and_every_bad_one_is_named() {
        String order = api.placedOrder(THREE_UNITS);
        Reply before = api.get("/v1/orders/" + order);

        Reply reply = fulfil(order, """
                {"units": [{"assetSerialNumber": "C-1", "itemIndex": 0},
                           {"assetSerialNumber": "C-1", "itemIndex": 0},
                           {"assetSerialNumber": "C-2", "sku": "NO-SUCH"},
                           {"assetSerialNumber": "C-3", "itemIndex": 0, "startDate": "soon"}]}
                """);

        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("ASSET_NOT_AVAILABLE");
        assertThat(reply.broken())
                .containsExactly(
                        "units[1]: ASSET_NOT_AVAILABLE",
                        "units[2].sku: ITEM_NOT_FOUND",
                        "units[3].startDate: invalid_string");
        assertThat(api.get("/v1/orders/" + order).json()).isEqualTo(before.json());
    }

    @Test
    void the_best_effort_keeps_what_it_can() {
        String other = api.placedOrder();
        assertThat(fulfil(other, "{\"units\": [{\"assetSerialNumber\": \"D-0\"}]}")
                        .status())
                .isEqualTo(200);
        String order = api.placedOrder(THREE_UNITS);

        Reply reply = fulfil(order, """
                {"mode": "best_effort",
                 "units": [{"assetSerialNumber": "D-1", "itemIndex": 0},
                           {"assetSerialNumber": "D-0", "itemIndex": 0},
                           {"assetSerialNumber": " "},
                           17,
                           {"assetSerialNumber": "D-2", "itemIndex": 9},
                           {"assetSerialNumber": "D-2", "itemIndex": 0, "startDate": "2025-02-30"},
                           {"assetSerialNumber": "D-2", "itemIndex": 0},
                           {"assetSerialNumber": "D-3", "itemIndex": 0}]}
                """);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(results(reply))
                .containsExactly(
                        "fulfilled",
                        "units[1] ASSET_NOT_AVAILABLE",
                        "units[2].assetSerialNumber VALIDATION_ERROR",
                        "units[3] VALIDATION_ERROR",
                        "units[4].itemIndex ITEM_NOT_FOUND",
                        "units[5].startDate VALIDATION_ERROR",
                        "fulfilled",
                        "units[7] ITEM_FULLY_FULFILLED");
        assertThat(reply.json().at("/summary/failed").asInt()).isEqualTo(6);
        assertThat(reply.json().path("success").asBoolean()).isFalse();
        assertThat(reply.json().at("/order/rentalProgress/rentedDevices").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_batch_that_is_none_is_refused_whole() {
        String order = api.placedOrder();

        assertThat(fulfil(order, "{}").broken()).containsExactly("units: required");
        assertThat(fulfil(order, "{\"units\": []}").broken()).containsExactly("units: too_small");
        assertThat(fulfil(order, "{\"mode\": \"some\", \"units\": [{\"assetSerialNumber\": \"E-1\"}]}")
                        .broken())
                .containsExactly("mode: invalid_enum_value");
        assertThat(fulfil(order, units(1001)).broken()).containsExactly("units: too_big");
        assertThat(fulfil("ord_none", units(1)).status()).isEqualTo(404);
    }

    @Test
    void it_is_a_write_with_the_guards_of_all_writes() {
        String order = api.placedOrder();
        String batch = "{\"units\": [{\"assetSerialNumber\": \"F-1\"}]}";

        Reply stale = api.post("/v1/orders/" + order + "/fulfilments", batch, "If-Match", "\"9\"");
        Reply tried = api.post("/v1/orders/" + order + "/fulfilments?dryRun=true", batch);
        Reply once = api.post("/v1/orders/" + order + "/fulfilments", batch, "Idempotency-Key", "f-1");
        Reply again = api.post("/v1/orders/" + order + "/fulfilments", batch, "Idempotency-Key", "f-1");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(tried.header("Dry-Run")).isEqualTo("true");
        assertThat(statuses(once)).containsExactly("fulfilled");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(once.json());
    }

    @Test
    void a_thousand_units_are_one_batch() {
        String order = api.placedOrder(Api.MINIMAL_ORDER.replace("\"quantity\": 1", "\"quantity\": 1000"));

        Reply reply = fulfil(order, units(1000));

        assertThat(reply.json().at("/summary/fulfilled").asInt()).isEqualTo(1000);
        assertThat(reply.json().at("/order/status").asText()).isEqualTo("fulfilled");
    }

    private static String units(int count) {
        return IntStream.range(0, count)
                .mapToObj("{\"assetSerialNumber\": \"T-%d\"}"::formatted)
                .collect(Collectors.joining(", ", "{\"units\": [", "]}"));
    }

    private Reply fulfil(String order, String batch) {
        return api.post("/v1/orders/" + order + "/fulfilments", batch);
    }

    private static List<String> statuses(Reply reply) {
        List<String> statuses = new ArrayList<>();
        reply.json()
                .path("results")
                .forEach(result -> statuses.add(result.path("status").asText()));
        return statuses;
    }

    private static List<String> results(Reply reply) {
        List<String> results = new ArrayList<>();
        reply.json()
                .path("results")
                .forEach(result -> results.add(
                        result.has("error")
                                ? result.at("/error/path").asText() + " "
                                        + result.at("/error/code").asText()
                                : result.path("status").asText()));
        return results;
    }
}
