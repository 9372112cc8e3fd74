package dev.tenure.adapter.rest.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionRoutesTest {

    private static final String TWO_ITEMS = Api.MINIMAL_ORDER.replace(
            "\"quantity\": 1}", "\"quantity\": 2}, {\"sku\": \"IPAD-PRO-12-M2\", \"quantity\": 1}");

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void one_unit_becomes_a_subscription_and_the_order_tells_of_it() {
        String order = api.placedOrder(TWO_ITEMS);

        Reply reply =
                create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"S-1\", \"itemIndex\": 1}".formatted(order));

        String rental = reply.json().path("rentalId").asText();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("success").asBoolean()).isTrue();
        assertThat(reply.header("Location")).isEqualTo("/v1/subscriptions/" + rental);
        assertThat(api.get(reply.header("Location")).json())
                .isEqualTo(reply.json().path("rental"));
        assertThat(api.get("/v1/orders/" + order)
                        .json()
                        .at("/items/1/rentalIds/0")
                        .asText())
                .isEqualTo(rental);
        assertThat(reply.json().at("/rental/sku").asText()).isEqualTo("IPAD-PRO-12-M2");
    }

    @Test
    void the_spellings_of_the_reference_s_example_are_read_too() {
        String order = api.placedOrder(TWO_ITEMS);

        Reply reply = create("""
                {"orderId": "%s", "serialNumber": "S-2", "orderItemIndex": 1, "billingStartOption": "immediate"}
                """.formatted(order));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.json().at("/rental/assetSerialNumber").asText()).isEqualTo("S-2");
        assertThat(reply.json().at("/rental/sku").asText()).isEqualTo("IPAD-PRO-12-M2");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31,2025-01-31,2026-01-30",
        "2025-02-01T00:00:00Z,2025-02-01,2026-01-31",
        "2025-02-01T23:30:00.000+02:00,2025-02-01,2026-01-31",
        "2024-02-29T10:15,2024-02-29,2025-02-27"
    })
    void the_start_is_a_date_or_the_date_of_a_date_time(String given, String start, String end) {
        Reply reply = create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"D-%s\", \"startDate\": \"%s\"}"
                .formatted(api.placedOrder(), given, given));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.json().at("/rental/startDate").asText()).isEqualTo(start);
        assertThat(reply.json().at("/rental/endDate").asText()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tomorrow\"",
                "\"2025-02-30\"",
                "\"2025-13-01\"",
                "\"01-02-2025\"",
                "\"2025-2-1\"",
                "\"0001-01-01\"",
                "\"9999-12-31\"",
                "\"+999999999-12-31\"",
                "\"2025-02-01T\"",
                "\"2025-02-01 10:00\"",
                "\"\"",
                "20250201",
                "[]"
            })
    void what_is_no_date_is_refused(String start) {
        Reply reply = create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"N-1\", \"startDate\": %s}"
                .formatted(api.placedOrder(), start));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.broken()).hasSize(1).first().asString().startsWith("startDate: invalid_");
    }

    @Test
    void every_broken_field_is_named_at_once() {
        Reply reply = create("{\"itemIndex\": -1, \"contractLength\": 1.5, \"notes\": [], \"sku\": 5}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.broken())
                .containsExactlyInAnyOrder(
                        "orderId: required",
                        "assetSerialNumber: required",
                        "itemIndex: too_small",
                        "contractLength: invalid_type",
                        "notes: invalid_type",
                        "sku: invalid_type");
    }

    @Test
    void a_broken_reference_is_400_under_its_own_code() {
        String order = api.placedOrder();

        assertRefused(create("{\"orderId\": \"ord_unknown\", \"assetSerialNumber\": \"R-1\"}"), 400, "ORDER_NOT_FOUND");
        assertRefused(
                create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"R-1\", \"itemIndex\": 5}".formatted(order)),
                400,
                "ITEM_NOT_FOUND");
        assertRefused(
                create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"R-1\", \"contractLength\": 36}"
                        .formatted(order)),
                400,
                "INVALID_CONTRACT_LENGTH");
        assertRefused(
                create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"R-1\", \"customerId\": \"cust_x\"}"
                        .formatted(order)),
                400,
                "VALIDATION_ERROR");
    }

    @Test
    void what_the_state_forbids_is_409() {
        String fulfilled = api.placedOrder();
        create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"C-1\"}".formatted(fulfilled));
        String cancelled = api.placedOrder();
        api.post("/v1/orders/" + cancelled + "/cancel", "");
        String open = api.placedOrder();

        assertRefused(
                create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"C-2\"}".formatted(fulfilled)),
                409,
                "ITEM_FULLY_FULFILLED");
        assertRefused(
                create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"C-2\"}".formatted(cancelled)),
                409,
                "ORDER_NOT_CONFIRMED");
        assertRefused(
                create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"C-1\"}".formatted(open)),
                409,
                "ASSET_NOT_AVAILABLE");
    }

    @Test
    void a_list_is_filtered_and_paged() {
        String order = api.placedOrder(TWO_ITEMS);
        for (int i = 0; i < 3; i++) {
            create("{\"orderId\": \"%s\", \"assetSerialNumber\": \"L-%d\", \"itemIndex\": %d}"
                    .formatted(order, i, i / 2));
        }

        Reply first = api.get("/v1/subscriptions?limit=2&status=active&orderId=" + order);
        Reply second = api.get("/v1/subscriptions?limit=2&status=active&orderId=" + order + "&startAfter="
                + first.json().path("nextCursor").asText());

        assertThat(first.header("Link")).contains("limit=2&status=active&orderId=" + order + "&startAfter=");
        assertThat(serials(first, second)).containsExactlyInAnyOrder("L-0", "L-1", "L-2");
        assertThat(second.json().path("hasMore").asBoolean()).isFalse();
        assertThat(serials(api.get("/v1/subscriptions?serialNumber=L-1"))).containsExactly("L-1");
        assertThat(serials(api.get("/v1/subscriptions?status=cancelled&orderId=" + order)))
                .isEmpty();
    }

    @Test
    void an_unusable_filter_is_refused() {
        assertThat(api.get("/v1/subscriptions?status=Active&sku=X").broken())
                .containsExactlyInAnyOrder("status: invalid_enum_value", "sku: unrecognized_keys");
    }

    @Test
    void an_unknown_or_malformed_id_is_404() {
        for (String id : new String[] {"sub_unknown", "%20", "a".repeat(200)}) {
            assertThat(api.get("/v1/subscriptions/" + id).status()).isEqualTo(404);
        }
    }

    private Reply create(String body) {
        return api.post("/v1/subscriptions", body);
    }

    private static void assertRefused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    private static List<String> serials(Reply... pages) {
        List<String> serials = new ArrayList<>();
        for (Reply page : pages) {
            page.json()
                    .path("rentals")
                    .forEach(rental ->
                            serials.add(rental.path("assetSerialNumber").asText()));
        }
        return serials;
    }
}
