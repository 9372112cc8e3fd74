package dev.tenure.adapter.rest.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderRoutesTest {

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void a_new_order_is_answered_with_201_its_place_and_its_version() {
        Reply reply = api.post("/v1/orders", Api.MINIMAL_ORDER);

        String id = reply.json().path("orderId").asText();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/v1/orders/" + id);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(api.get(reply.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void money_keeps_its_decimals_on_the_way_out() {
        String body = Api.MINIMAL_ORDER.replace("\"quantity\": 1", "\"quantity\": 3, \"contractLength\": 24");

        assertThat(api.post("/v1/orders", body).text())
                .contains("\"unitPrice\":89.00,")
                .contains("\"subtotal\":267.00,");
    }

    @Test
    void one_order_carries_its_version_as_etag() {
        String id = api.placedOrder();
        api.post("/v1/orders/" + id + "/confirm", "");

        assertThat(api.get("/v1/orders/" + id).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void confirming_is_answered_with_the_confirmed_order() {
        String id = api.placedOrder();

        Reply reply = api.send("POST", "/v1/orders/" + id + "/confirm", null);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("success").asBoolean()).isTrue();
        assertThat(reply.json().path("orderId").asText()).isEqualTo(id);
        assertThat(reply.json().at("/order/status").asText()).isEqualTo("confirmed");
        assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void confirming_again_is_answered_the_same_way() {
        String id = api.placedOrder();
        Reply first = api.post("/v1/orders/" + id + "/confirm", "{}");

        Reply second = api.post("/v1/orders/" + id + "/confirm", "{}");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void an_order_that_says_confirm_is_saved_as_confirmed() {
        String body = Api.MINIMAL_ORDER.replace("\"items\"", "\"confirm\": true, \"items\"");

        assertThat(api.post("/v1/orders", body).json().at("/order/status").asText())
                .isEqualTo("confirmed");
    }

    @Test
    void cancelling_takes_a_reason_or_none_and_no_body_at_all() {
        for (String body : new String[] {"{\"reason\": \"changed my mind\"}", "{\"reason\": null}", "{}", ""}) {
            Reply reply = api.post("/v1/orders/" + api.placedOrder() + "/cancel", body);

            assertThat(reply.status()).as(body).isEqualTo(200);
            assertThat(reply.json().at("/order/status").asText()).isEqualTo("cancelled");
        }
    }

    @Test
    void a_cancelled_order_cannot_be_confirmed() {
        String id = api.placedOrder();
        api.post("/v1/orders/" + id + "/cancel", "");

        Reply reply = api.post("/v1/orders/" + id + "/confirm", "");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATUS");
        assertThat(reply.json().path("error").has("details")).isFalse();
    }

    @Test
    void an_order_with_a_subscription_cannot_be_cancelled() {
        String id = api.placedOrder();
        api.post("/v1/subscriptions", "{\"orderId\": \"%s\", \"assetSerialNumber\": \"ORT-1\"}".formatted(id));

        Reply reply = api.post("/v1/orders/" + id + "/cancel", "");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("ORDER_NOT_CANCELLABLE");
    }

    @Test
    void a_reason_that_is_too_long_or_no_text_is_refused() {
        String id = api.placedOrder();

        Reply tooLong = api.post("/v1/orders/" + id + "/cancel", "{\"reason\": \"%s\"}".formatted("x".repeat(1001)));
        Reply noText = api.post("/v1/orders/" + id + "/cancel", "{\"reason\": [1]}");

        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.broken()).containsExactly("reason: too_big");
        assertThat(noText.status()).isEqualTo(400);
        assertThat(noText.broken()).containsExactly("reason: invalid_type");
        assertThat(api.get("/v1/orders/" + id).json().path("status").asText()).isEqualTo("pending");
    }

    @Test
    void verbs_on_an_unknown_or_malformed_id_are_404() {
        for (String id : new String[] {"ord_unknown", "x", "%20", "..x", "a".repeat(300), "%F0%9F%98%80", "'--"}) {
            for (String verb : new String[] {"/confirm", "/cancel"}) {
                Reply reply = api.post("/v1/orders/" + id + verb, "");

                assertThat(reply.status()).as(id + verb).isEqualTo(404);
                assertThat(reply.code()).isEqualTo("NOT_FOUND");
            }
            assertThat(api.get("/v1/orders/" + id).status()).as(id).isEqualTo(404);
        }
    }

    @Test
    void a_broken_reference_names_its_field_and_carries_its_own_code() {
        Reply unknown = api.post("/v1/orders", Api.MINIMAL_ORDER.replace("MACBOOK-PRO-16-M3", "NO-SUCH-SKU"));
        Reply length = api.post(
                "/v1/orders", Api.MINIMAL_ORDER.replace("\"quantity\": 1", "\"quantity\": 1, \"contractLength\": 7"));

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("VARIANT_NOT_FOUND");
        assertThat(unknown.broken()).containsExactly("items[0].sku: VARIANT_NOT_FOUND");
        assertThat(length.status()).isEqualTo(400);
        assertThat(length.code()).isEqualTo("INVALID_CONTRACT_LENGTH");
        assertThat(length.broken()).containsExactly("items[0].contractLength: INVALID_CONTRACT_LENGTH");
    }

    @Test
    void every_broken_field_is_named_at_once_whatever_is_wrong_with_it() {
        Reply reply = api.post("/v1/orders", """
                {"orderType": "gift", "customer": {"email": "x", "firstName": "", "lastName": 5, "customerType": "Business"},
                 "billingAddress": [], "shippingAddress": {"contactName": "A", "streetAddress": true, "city": "C"},
                 "items": [{"sku": "S", "quantity": 0}, {"quantity": 1.5, "contractLength": "12"}, null,
                           {"sku": "S", "quantity": 99999999999, "listPriceOverride": -1}],
                 "customFields": "none", "notes": %s, "paymentTerms": 30, "confirm": "yes"}
                """.formatted("\"" + "n".repeat(5001) + "\""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.broken())
                .containsExactlyInAnyOrder(
                        "orderType: invalid_enum_value",
                        "customer.email: invalid_string",
                        "customer.firstName: too_small",
                        "customer.lastName: invalid_type",
                        "customer.customerType: invalid_enum_value",
                        "billingAddress: invalid_type",
                        "shippingAddress.streetAddress: invalid_type",
                        "shippingAddress.country: required",
                        "items[0].quantity: too_small",
                        "items[1].sku: required",
                        "items[1].quantity: invalid_type",
                        "items[1].contractLength: invalid_type",
                        "items[2]: invalid_type",
                        "items[3].quantity: too_big",
                        "items[3].listPriceOverride: too_small",
                        "customFields: invalid_type",
                        "notes: too_big",
                        "paymentTerms: invalid_type",
                        "confirm: invalid_type");
    }

    @Test
    void a_mistake_in_an_optional_field_alone_keeps_the_order_from_being_placed() {
        int before = count();

        Reply reply = api.post("/v1/orders", Api.MINIMAL_ORDER.replace("\"items\"", "\"notes\": 5, \"items\""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.broken()).containsExactly("notes: invalid_type");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void null_is_the_same_as_absent_and_unknown_fields_are_passed_over() {
        String body = Api.MINIMAL_ORDER.replace(
                "\"items\"",
                "\"notes\": null, \"shippingAddress\": null, \"confirm\": null, \"colour\": {\"a\": [1]}, \"items\"");

        assertThat(api.post("/v1/orders", body).status()).isEqualTo(201);
    }

    @Test
    void a_query_on_an_operation_that_has_none_is_refused_rather_than_passed_over() {
        int before = count();

        Reply reply = api.post("/v1/orders?rush=true", Api.MINIMAL_ORDER);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.broken()).containsExactly("rush: unrecognized_keys");
        assertThat(count()).isEqualTo(before);
        assertThat(api.get("/v1/orders/" + api.placedOrder() + "?asOf=now").status())
                .isEqualTo(400);
    }

    private int count() {
        return api.get("/v1/orders?limit=100").json().path("count").asInt();
    }
}
