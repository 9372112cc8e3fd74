package dev.tenure.adapter.rest.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.adapter.rest.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client written for the reference works unchanged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderReferenceTest {

    /** The complete example of the reference's page on creating an order. */
    static final String COMPLETE_ORDER = """
            {
              "orderType": "standard",
              "customer": {
                "email": "procurement@acmecorp.com", "firstName": "Sarah", "lastName": "Johnson",
                "company": "Acme Corporation", "phone": "+31612345678", "customerType": "business"
              },
              "billingAddress": {
                "contactName": "Finance Department", "company": "Acme Corporation", "streetAddress": "456 Business Park",
                "buildingInfo": "Building A, 3rd Floor", "city": "Rotterdam", "postalCode": "3011 AA",
                "country": "Netherlands"
              },
              "shippingAddress": {
                "contactName": "Sarah Johnson", "company": "Acme Corporation", "streetAddress": "789 Office Plaza",
                "city": "Amsterdam", "postalCode": "1012 AB", "country": "Netherlands"
              },
              "items": [
                {"sku": "MACBOOK-PRO-16-M3", "quantity": 5, "contractLength": 24},
                {"sku": "IPAD-PRO-12-M2", "quantity": 3, "contractLength": 12}
              ],
              "customFields": {"purchaseOrderNumber": "PO-2025-001234", "costCenter": "IT-DEV-001"},
              "notes": "Rush delivery requested - new employee onboarding"
            }
            """;

    /** Every field there is, with numbers, lists and objects in the custom fields. */
    static final String EVERYTHING = """
            {"orderType": "upgrade",
             "upgradeDetails": {"previousDevice": "MacBook Air", "previousSerialNumber": "C02XL0", "previousMonthlyAmount": 49.5,
                                "previousRentalId": "sub_1", "upgradeReason": "too slow"},
             "extensionDetails": {"originalOrderId": "ord_0", "extensionMonths": 6.0, "previousEndDate": "2025-06-30",
                                  "newEndDate": "2025-12-31", "reason": "not yet"},
             "customer": {"email": "ann@example.com", "firstName": "Ann", "lastName": "Ng", "company": "Ng", "phone": "1",
                          "customerType": "business"},
             "billingAddress": {"contactName": "Ann", "company": "Ng", "buildingInfo": "B", "streetAddress": "S 1",
                                "locality": "L", "city": "C", "adminArea": "A", "postalCode": null, "country": "NL"},
             "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 2.0, "contractLength": 24, "listPriceOverride": 2000,
                        "acquisitionCostOverride": 1800.5}],
             "customFields": {"text": "ä€😀", "number": 1.50, "big": 12345678901234567890, "flag": true, "none": null,
                              "list": [1, [2]], "object": {"deep": {"er": []}}},
             "notes": "n", "paymentTerms": "net_14", "billingGroupId": "bg_1", "confirm": true}
            """;

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void the_minimal_example_is_accepted_as_it_is() {
        Reply reply = api.post("/v1/orders", Api.MINIMAL_ORDER);

        assertThat(reply.status()).isEqualTo(201);
        Reference.assertAnswers("/v1/orders", "post", reply);
    }

    @Test
    void the_complete_example_is_accepted_as_it_is() {
        Reply reply = api.post("/v1/orders", COMPLETE_ORDER);

        assertThat(reply.status()).isEqualTo(201);
        Reference.assertAnswers("/v1/orders", "post", reply);
    }

    @Test
    void the_example_of_the_schema_is_accepted_as_it_is() {
        Reply reply = api.post("/v1/orders", Reference.requestExample("/v1/orders", "post"));

        assertThat(reply.status()).isEqualTo(201);
        Reference.assertAnswers("/v1/orders", "post", reply);
    }

    @Test
    void an_order_with_everything_that_can_be_said_fits_the_schema() {
        Reply reply = api.post("/v1/orders", EVERYTHING);

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        Reference.assertAnswers("/v1/orders", "post", reply);
    }

    @Test
    void a_refused_order_fits_the_schema() {
        Reply reply = api.post("/v1/orders", "{}");

        assertThat(reply.status()).isEqualTo(400);
        Reference.assertAnswers("/v1/orders", "post", reply);
    }

    @Test
    void one_order_fits_the_schema_and_is_what_its_creation_answered() {
        Reply created = api.post("/v1/orders", COMPLETE_ORDER);

        Reply read = api.get("/v1/orders/" + created.json().path("orderId").asText());

        assertThat(read.status()).isEqualTo(200);
        Reference.assertAnswers("/v1/orders/{orderId}", "get", read);
        assertThat(read.json()).isEqualTo(created.json().path("order"));
    }

    @Test
    void an_order_that_is_partly_fulfilled_fits_the_schema() {
        String id = api.placedOrder(COMPLETE_ORDER);
        api.post(
                "/v1/subscriptions",
                "{\"orderId\": \"%s\", \"assetSerialNumber\": \"REF-1\", \"itemIndex\": 1}".formatted(id));

        Reply reply = api.get("/v1/orders/" + id);

        Reference.assertAnswers("/v1/orders/{orderId}", "get", reply);
        assertThat(reply.json().at("/items/1/rentalStatus").asText()).isEqualTo("partial");
        assertThat(reply.json().at("/items/1/rentalIds").size()).isEqualTo(1);
        assertThat(reply.json().at("/rentalProgress/rentedDevices").asInt()).isEqualTo(1);
    }

    @Test
    void an_order_that_went_through_everything_fits_the_schema() {
        String id = api.placedOrder(COMPLETE_ORDER.replace("\"orderType\": \"standard\"", """
                "orderType": "extension",
                "extensionDetails": {"originalOrderId": "ord_0", "extensionMonths": 6, "previousEndDate": "2025-06-30",
                                     "newEndDate": "2025-12-31"}"""));
        api.patch("/v1/orders/" + id, """
                {"customer": {"company": null}, "shippingAddress": null, "paymentTerms": "net_7", "billingGroupId": "bg_1",
                 "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 2},
                           {"sku": "DELL-U2722D-MONITOR", "quantity": 1, "listPriceOverride": 400}],
                 "customFields": null, "notes": null, "trackingNumber": "3SABC", "status": "confirmed"}
                """);
        api.post("/v1/orders/" + id + "/payment", "{\"reference\": \"BANK-1\", \"paidAmount\": 0.5}");
        api.post(
                "/v1/subscriptions",
                "{\"orderId\": \"%s\", \"assetSerialNumber\": \"REF-2\", \"itemIndex\": 1}".formatted(id));
        api.post("/v1/orders/" + id + "/close", "{\"reason\": \"Discontinued\"}");

        Reply reply = api.get("/v1/orders/" + id);

        Reference.assertAnswers("/v1/orders/{orderId}", "get", reply);
        assertThat(reply.json().path("status").asText()).isEqualTo("fulfilled");
        assertThat(reply.json().at("/items/1/listPriceSource").asText()).isEqualTo("manual");
        assertThat(reply.json().at("/extensionDetails/extensionMonths").asInt()).isEqualTo(6);
        assertThat(reply.json().at("/payment/status").asText()).isEqualTo("paid");
        assertThat(reply.json().path("billingGroupId").asText()).isEqualTo("bg_1");
    }

    @Test
    void an_order_that_is_not_there_fits_the_schema() {
        Reply reply = api.get("/v1/orders/ord_unknown");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NOT_FOUND");
        Reference.assertAnswers("/v1/orders/{orderId}", "get", reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?limit=1",
                "?status=pending",
                "?status=cancelled",
                "?status=confirmed&sortBy=createdAt&sortDir=asc",
                "?customerId=cust_abc123",
                "?sortBy=totals.total&limit=2"
            })
    void a_list_fits_the_schema(String query) {
        api.placedOrder(COMPLETE_ORDER);

        Reply reply = api.get("/v1/orders" + query);

        assertThat(reply.status()).isEqualTo(200);
        Reference.assertAnswers("/v1/orders", "get", reply);
    }
}
