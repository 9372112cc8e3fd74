package dev.tenure.adapter.rest.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.domain.shared.Permission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits of one order, as clients send them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderEditRoutesTest {

    private final Api api = Api.running();
    private int serial;

    @AfterAll
    void stop() {
        api.close();
    }

    // What the guide says of editing

    @Test
    void customer_addresses_and_items_of_a_pending_order_can_be_edited() {
        String id = complete();

        Reply reply = edit(id, """
                {"customer": {"firstName": "Sara", "phone": null}, "billingAddress": {"city": "Utrecht"},
                 "shippingAddress": {"city": "Delft"},
                 "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 6}, {"sku": "DELL-U2722D-MONITOR", "quantity": 1}]}
                """);

        JsonNode order = reply.json().path("order");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("success").asBoolean()).isTrue();
        assertThat(reply.json().path("orderId").asText()).isEqualTo(id);
        assertThat(reply.header("ETag")).isEqualTo("\"6\"");
        assertThat(order.at("/customer/firstName").asText()).isEqualTo("Sara");
        assertThat(order.at("/customer").has("phone")).isFalse();
        assertThat(order.at("/billingAddress/city").asText()).isEqualTo("Utrecht");
        assertThat(order.at("/billingAddress/company").asText()).isEqualTo("Acme Corporation");
        assertThat(order.at("/shippingAddress/city").asText()).isEqualTo("Delft");
        assertThat(order.at("/items/0/quantity").asInt()).isEqualTo(6);
        assertThat(order.at("/items/1/sku").asText()).isEqualTo("DELL-U2722D-MONITOR");
        assertThat(order.path("items").size()).isEqualTo(2);
        assertThat(order).isEqualTo(api.get("/v1/orders/" + id).json());
    }

    @Test
    void a_confirmed_order_can_still_be_edited() {
        String id = complete();
        api.post("/v1/orders/" + id + "/confirm", "");

        Reply reply = edit(id, "{\"customer\": {\"company\": \"Acme\"}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/order/status").asText()).isEqualTo("confirmed");
    }

    @Test
    void an_item_with_a_subscription_can_be_neither_edited_nor_removed_and_the_others_can() {
        String id = complete();
        handOver(id, 0);

        Reply changed = edit(id, items("MACBOOK-PRO-16-M3", 4, "IPAD-PRO-12-M2", 3));
        Reply removed = edit(id, items("IPAD-PRO-12-M2", 3));
        Reply other = edit(id, items("MACBOOK-PRO-16-M3", 5, "IPAD-PRO-12-M2", 1));

        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.code()).isEqualTo("ITEM_LOCKED");
        assertThat(removed.code()).isEqualTo("ITEM_LOCKED");
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void a_contract_length_never_changes() {
        String id = complete();

        Reply reply = edit(id, """
                {"items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 5, "contractLength": 12}, {"sku": "IPAD-PRO-12-M2", "quantity": 3}]}
                """);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_CONTRACT_LENGTH");
        assertThat(reply.broken()).containsExactly("items[0].contractLength: INVALID_CONTRACT_LENGTH");
    }

    @Test
    void a_cancelled_or_fulfilled_order_takes_no_edit_of_its_content() {
        String cancelled = complete();
        api.post("/v1/orders/" + cancelled + "/cancel", "");
        String fulfilled = api.placedOrder();
        handOver(fulfilled, 0);

        for (String id : List.of(cancelled, fulfilled)) {
            for (String body : List.of(
                    "{\"customer\": {\"firstName\": \"X\"}}",
                    "{\"billingAddress\": {\"city\": \"X\"}}",
                    "{\"shippingAddress\": {\"city\": \"X\"}}",
                    items("DELL-U2722D-MONITOR", 1),
                    "{\"status\": \"confirmed\"}")) {
                Reply reply = edit(id, body);

                assertThat(reply.status()).as(body).isEqualTo(409);
                assertThat(reply.code()).as(body).isEqualTo("INVALID_STATUS");
            }
            Reply remarks = edit(id, """
                    {"notes": "n", "trackingNumber": "3S1", "customFields": {"a": 1}, "customer": {}, "status": null}
                    """.replace(", \"status\": null", ""));
            assertThat(remarks.status()).as(remarks.text()).isEqualTo(200);
            assertThat(remarks.json().at("/order/trackingNumber").asText()).isEqualTo("3S1");
            assertThat(remarks.json().at("/order/shippedAt").asText()).isEqualTo("2025-01-15T10:30:00.000Z");
            assertThat(api.patch("/v1/orders/" + id + "/notes", "{\"notes\": \"m\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(api.post("/v1/orders/" + id + "/payment", "{\"reference\": \"B\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void payment_terms_and_billing_group_are_for_businesses() {
        String individual = api.placedOrder();
        String business = complete();

        assertThat(edit(individual, "{\"paymentTerms\": \"net_30\", \"billingGroupId\": \"bg_1\"}")
                        .broken())
                .containsExactly("paymentTerms: invalid", "billingGroupId: invalid");
        assertThat(edit(individual, "{\"paymentTerms\": \"immediate\"}").status())
                .isEqualTo(200);
        assertThat(edit(business, "{\"paymentTerms\": \"net_30\", \"billingGroupId\": \"bg_1\"}")
                        .status())
                .isEqualTo(200);
        Reply refused = edit(business, "{\"customer\": {\"customerType\": \"individual\"}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.broken()).containsExactly("customer.customerType: invalid");
        assertThat(edit(
                                business,
                                "{\"customer\": {\"customerType\": \"individual\"}, \"paymentTerms\": null, \"billingGroupId\": null}")
                        .status())
                .isEqualTo(200);
    }

    // Absent, null, value

    @Test
    void what_is_absent_stays_what_is_null_goes() {
        String id = complete();
        edit(id, "{\"paymentTerms\": \"net_7\", \"billingGroupId\": \"bg_1\", \"trackingNumber\": \"3S1\"}");
        JsonNode before = api.get("/v1/orders/" + id).json();

        assertThat(edit(id, "{}").json().path("order")).isEqualTo(before);
        assertThat(edit(id, "{\"customer\": {}, \"billingAddress\": {}, \"shippingAddress\": {}, \"customFields\": {}}")
                        .json()
                        .path("order"))
                .isEqualTo(before);
        JsonNode cleared = edit(id, """
                        {"customer": {"company": null, "phone": null}, "billingAddress": {"company": null, "postalCode": null},
                         "shippingAddress": null, "customFields": {"costCenter": null}, "notes": null, "paymentTerms": null,
                         "billingGroupId": null, "trackingNumber": null}
                        """).json().path("order");

        assertThat(cleared.path("customer").has("company")).isFalse();
        assertThat(cleared.path("billingAddress").has("postalCode")).isFalse();
        assertThat(cleared.path("shippingAddress")).isEqualTo(cleared.path("billingAddress"));
        assertThat(cleared.path("customFields").toString()).isEqualTo("{\"purchaseOrderNumber\":\"PO-2025-001234\"}");
        for (String gone : List.of("notes", "paymentTerms", "billingGroupId", "trackingNumber", "shippedAt")) {
            assertThat(cleared.has(gone)).as(gone).isFalse();
        }
        assertThat(edit(id, "{\"customFields\": null}").json().path("order").has("customFields"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'customer': null}|customer: required",
                "{'customer': {'email': null}}|customer.email: required",
                "{'customer': {'firstName': null}}|customer.firstName: required",
                "{'customer': {'lastName': '  '}}|customer.lastName: too_small",
                "{'customer': {'customerType': null}}|customer.customerType: required",
                "{'billingAddress': null}|billingAddress: required",
                "{'billingAddress': {'country': null}}|billingAddress.country: required",
                "{'shippingAddress': {'city': ''}}|shippingAddress.city: too_small",
                "{'items': null}|items: required",
                "{'items': []}|items: too_small",
                "{'items': [null]}|items[0]: invalid_type",
                "{'items': [{}]}|items[0].quantity: required, items[0].sku: required",
                "{'status': null}|status: required",
                "{'status': 'cancelled'}|status: invalid_enum_value",
                "{'status': 'pending'}|status: invalid_enum_value",
                "{'status': 7}|status: invalid_type",
                "{'notes': 5}|notes: invalid_type",
                "{'customer': 'Ann'}|customer: invalid_type",
                "{'customer': {'email': 'nobody'}}|customer.email: invalid_string",
                "{'customFields': []}|customFields: invalid_type",
                "{'paymentTerms': 'net_31'}|paymentTerms: invalid_enum_value",
                "{'trackingNumber': {}}|trackingNumber: invalid_type",
                "{'items': [{'sku': 'NO-SUCH', 'quantity': 1}]}|items[0].sku: VARIANT_NOT_FOUND",
                "{'items': [{'sku': 'MACBOOK-PRO-16-M3', 'quantity': 1, 'listPriceOverride': 5}]}"
                        + "|items[0].listPriceOverride: invalid",
                "{'items': [{'sku': 'IPAD-PRO-12-M2', 'quantity': 1, 'listPriceOverride': -5}]}"
                        + "|items[0].listPriceOverride: too_small",
            })
    void a_field_that_can_not_be_so_is_refused_by_its_path(String body, String broken) {
        String id = api.placedOrder();

        Reply reply = edit(id, body.replace('\'', '"'));

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(String.join(", ", reply.broken())).isEqualTo(broken);
        assertThat(api.get("/v1/orders/" + id).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void every_broken_field_is_named_at_once_whatever_is_wrong_with_it() {
        Reply reply = edit(complete(), """
                {"customer": {"email": 1, "firstName": null}, "billingAddress": [], "shippingAddress": {"city": 5},
                 "items": [{"sku": "", "quantity": "1"}, {"sku": "S", "quantity": 99999999999}], "notes": "%s",
                 "customFields": 7, "paymentTerms": {}, "billingGroupId": "%s", "trackingNumber": false}
                """.formatted("n".repeat(5001), "g".repeat(256)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.broken())
                .containsExactlyInAnyOrder(
                        "customer.email: invalid_type",
                        "customer.firstName: required",
                        "billingAddress: invalid_type",
                        "shippingAddress.city: invalid_type",
                        "items[0].sku: too_small",
                        "items[0].quantity: invalid_type",
                        "items[1].quantity: too_big",
                        "notes: too_big",
                        "customFields: invalid_type",
                        "paymentTerms: invalid_type",
                        "billingGroupId: too_big",
                        "trackingNumber: invalid_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"x\"",
                "{\"notes\": \"a\", \"notes\": \"b\"}",
                "{\"notes\": \"\\u0000\"}",
                "{\"notes\": \"\\ud800\"}",
                "{\"customFields\": {\"n\": 1e999999999}}",
                "{\"items\": [{\"sku\": \"IPAD-PRO-12-M2\", \"quantity\": 1, \"listPriceOverride\": 1e-999999999}]}"
            })
    void a_hostile_body_is_refused_and_changes_nothing(String body) {
        String id = api.placedOrder();

        Reply reply = edit(id, body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(api.get("/v1/orders/" + id).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void an_edit_is_tied_to_the_version_it_builds_on() {
        String id = api.placedOrder();

        Reply first = api.patch("/v1/orders/" + id, "{\"notes\": \"a\"}", "If-Match", "\"1\"");
        Reply second = api.patch("/v1/orders/" + id, "{\"notes\": \"b\"}", "If-Match", "\"1\"");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("VERSION_MISMATCH");
        assertThat(second.json().at("/error/changes/0/type").asText()).isEqualTo("notes_replaced");
        for (String verb : List.of("/payment", "/close")) {
            assertThat(api.post(
                                    "/v1/orders/" + id + verb,
                                    "{\"reference\": \"r\", \"reason\": \"r\"}",
                                    "If-Match",
                                    "\"1\"")
                            .status())
                    .isEqualTo(412);
        }
        assertThat(api.patch("/v1/orders/" + id + "/notes", "{\"notes\": \"c\"}", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_edit_can_be_tried_out_and_sent_again() {
        String id = api.placedOrder();

        Reply tried = api.patch("/v1/orders/" + id + "?dryRun=true", "{\"notes\": \"a\"}");
        assertThat(tried.header("Dry-Run")).isEqualTo("true");
        assertThat(tried.json().at("/order/notes").asText()).isEqualTo("a");
        assertThat(api.get("/v1/orders/" + id).header("ETag")).isEqualTo("\"1\"");

        Reply kept = api.patch("/v1/orders/" + id, "{\"notes\": \"a\"}", "Idempotency-Key", "edit-1");
        Reply again = api.patch("/v1/orders/" + id, "{\"notes\": \"a\"}", "Idempotency-Key", "edit-1");
        assertThat(again.text()).isEqualTo(kept.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void an_unknown_order_is_404_and_an_unknown_parameter_400() {
        for (String id : List.of("ord_unknown", "%20", "..x", "a".repeat(300))) {
            assertThat(edit(id, "{}").status()).as(id).isEqualTo(404);
            assertThat(api.patch("/v1/orders/" + id + "/notes", "{\"notes\": null}")
                            .status())
                    .isEqualTo(404);
            assertThat(api.post("/v1/orders/" + id + "/payment", "{\"reference\": \"r\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(api.post("/v1/orders/" + id + "/close", "{\"reason\": \"r\"}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(api.patch("/v1/orders/" + api.placedOrder() + "?merge=deep", "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_edit_needs_the_right_to_write() {
        String id = api.placedOrder();
        String reader = api.key("demo", Set.of(Permission.ORDERS_READ));

        assertThat(api.patch("/v1/orders/" + id, "{}", "Authorization", "Bearer " + reader)
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/v1/orders/quote", Api.MINIMAL_ORDER, "Authorization", "Bearer " + reader)
                        .status())
                .isEqualTo(200);
    }

    // Notes, payment, closing

    @Test
    void notes_are_required_and_null_or_blank_takes_them_away() {
        String id = complete();

        for (String empty : List.of("null", "\"  \"")) {
            assertThat(notes(id, "{\"notes\": \"Ring twice\"}")
                            .json()
                            .at("/order/notes")
                            .asText())
                    .isEqualTo("Ring twice");
            Reply reply = notes(id, "{\"notes\": " + empty + "}");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("order").has("notes")).isFalse();
        }
        assertThat(notes(id, "{}").broken()).containsExactly("notes: required");
        assertThat(notes(id, "{\"notes\": 5}").broken()).containsExactly("notes: invalid_type");
        assertThat(notes(id, "{\"notes\": \"" + "x".repeat(5001) + "\"}").broken())
                .containsExactly("notes: too_big");
        assertThat(notes(id, "{\"notes\": \"" + "x".repeat(5000) + "\"}").status())
                .isEqualTo(200);
    }

    @Test
    void a_payment_is_marked_once_under_either_name_of_its_reference() {
        String id = api.placedOrder();

        Reply paid = pay(id, "{\"paymentReference\": \"BANK-1\"}");

        assertThat(paid.text())
                .contains("\"payment\":{\"status\":\"paid\",\"method\":\"manual\",\"transactionId\":\"BANK-1\","
                        + "\"paidAmount\":109.00,\"manuallyMarked\":true}");
        assertThat(pay(id, "{\"reference\": \"BANK-1\"}").json().path("order"))
                .isEqualTo(paid.json().path("order"));
        Reply other = pay(id, "{\"reference\": \"BANK-2\"}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("ALREADY_PAID");
    }

    @Test
    void a_payment_of_no_reference_or_a_broken_amount_is_refused() {
        String id = api.placedOrder();

        assertThat(pay(id, "{}").broken()).containsExactly("reference: required");
        assertThat(pay(id, "{\"reference\": \" \", \"paidAmount\": -1}").broken())
                .containsExactly("paidAmount: too_small", "reference: too_small");
        assertThat(pay(id, "{\"reference\": \"r\", \"paidAmount\": 1.001}").broken())
                .containsExactly("paidAmount: invalid");
        assertThat(pay(id, "{\"reference\": \"r\", \"paidAmount\": \"1\"}").broken())
                .containsExactly("paidAmount: invalid_type");
        assertThat(pay(id, "{\"reference\": \"r\", \"paidAmount\": 1000000000000}")
                        .broken())
                .containsExactly("paidAmount: invalid");
        assertThat(pay(id, "{\"reference\": \"r\", \"paidAmount\": 0}").status())
                .isEqualTo(200);
    }

    @Test
    void closing_needs_a_reason_and_something_that_is_open() {
        String id = complete();

        assertThat(api.post("/v1/orders/" + id + "/close", "{\"reason\": \"early\"}")
                        .code())
                .isEqualTo("INVALID_STATUS");
        handOver(id, 0);
        assertThat(api.post("/v1/orders/" + id + "/close", "").broken()).containsExactly("reason: required");
        assertThat(api.post("/v1/orders/" + id + "/close", "{\"reason\": \"\"}").broken())
                .containsExactly("reason: too_small");
        Reply closed = api.post("/v1/orders/" + id + "/close", "{\"reason\": \"Discontinued\"}");
        assertThat(closed.json().at("/order/status").asText()).isEqualTo("fulfilled");
        assertThat(closed.json().at("/order/closure/unitsGivenUp").asInt()).isEqualTo(7);
        assertThat(api.post("/v1/orders/" + id + "/close", "{\"reason\": \"again\"}")
                        .json()
                        .path("order"))
                .isEqualTo(closed.json().path("order"));
    }

    private String complete() {
        return api.placedOrder(OrderReferenceTest.COMPLETE_ORDER);
    }

    private Reply edit(String id, String body) {
        return api.patch("/v1/orders/" + id, body);
    }

    private Reply notes(String id, String body) {
        return api.patch("/v1/orders/" + id + "/notes", body);
    }

    private Reply pay(String id, String body) {
        return api.post("/v1/orders/" + id + "/payment", body);
    }

    private void handOver(String id, int index) {
        serial++;
        Reply reply = api.post(
                "/v1/subscriptions",
                "{\"orderId\": \"%s\", \"assetSerialNumber\": \"OER-%d\", \"itemIndex\": %d}"
                        .formatted(id, serial, index));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    private static String items(Object... skusAndQuantities) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < skusAndQuantities.length; i += 2) {
            items.append(i == 0 ? "" : ", ")
                    .append("{\"sku\": \"%s\", \"quantity\": %s}"
                            .formatted(skusAndQuantities[i], skusAndQuantities[i + 1]));
        }
        return "{\"items\": [" + items + "]}";
    }
}
