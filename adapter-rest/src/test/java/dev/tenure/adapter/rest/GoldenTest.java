package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.application.tenant.in.ChangeTenantSettingsCommand;
import dev.tenure.domain.tenant.TaxMode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every JSON shape of the API, byte for byte. */
class GoldenTest {

    private static final String EVERYTHING = """
            {"orderType": "upgrade",
             "upgradeDetails": {"previousDevice": "MacBook Air", "previousSerialNumber": "C02XL0", "previousMonthlyAmount": 49.50,
                                "previousRentalId": "sub_1", "upgradeReason": "too slow"},
             "extensionDetails": {"originalOrderId": "ord_0", "extensionMonths": 6.0, "previousEndDate": "2025-06-30",
                                  "newEndDate": "2025-12-31", "reason": "not yet"},
             "customer": {"email": "ann@example.com", "firstName": "Ann", "lastName": "Ng", "company": "Ng & Co", "phone": "+31 1",
                          "customerType": "business"},
             "billingAddress": {"contactName": "Finance", "company": "Ng & Co", "buildingInfo": "Tower B", "streetAddress": "Quay 1",
                                "locality": "Harbour", "city": "Rotterdam", "adminArea": "ZH", "postalCode": "3011 AA",
                                "country": "Netherlands"},
             "shippingAddress": {"contactName": "Ann Ng", "streetAddress": "Plaza 2", "city": "Amsterdam", "country": "Netherlands"},
             "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 2, "contractLength": 24, "listPriceOverride": 2000,
                        "acquisitionCostOverride": 1800.5},
                       {"sku": "IPAD-PRO-12-M2", "quantity": 1}],
             "customFields": {"text": "ä€😀", "number": 1.50, "big": 12345678901234567890, "flag": true, "none": null,
                              "list": [1, [2.25]], "object": {"deep": {"er": []}}},
             "notes": "Ring twice", "paymentTerms": "net_14", "billingGroupId": "bg_1"}
            """;

    private static final String BIKE = """
            {"productSku": "BIKE", "name": "E-Bike", "specification": "500 Wh", "category": "Bikes", "brand": "Pedal",
             "description": "For the city", "images": ["https://a.example/1.png"],
             "variants": [{"variantSku": "BIKE-RED", "variantName": "E-Bike Red", "grade": "C", "condition": "a scratch",
                           "colorName": "Red", "images": ["https://a.example/red.png"], "listPrice": 2000,
                           "acquisitionCost": 1500.5,
                           "pricing": [{"contractLength": 12, "monthlyPrice": 95},
                                       {"contractLength": 24, "monthlyPrice": 80.00, "setupFee": 49.5,
                                        "discount": {"type": "percentage", "value": 12.50, "description": "spring offer"},
                                        "source": "suggested", "calculatedAt": "2025-01-14T12:00:00+01:00",
                                        "presetUsed": "standard"}]}]}
            """;

    private final Api api = Api.running();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_new_order() {
        Golden.assertMatches("order-created", api.post("/v1/orders", Api.MINIMAL_ORDER));
    }

    @Test
    void an_order_with_every_field() {
        Reply placed = api.post("/v1/orders", EVERYTHING);
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        api.tenure().clock().advance(Duration.ofMinutes(5));
        api.post("/v1/subscriptions", """
                {"orderId": "ord_000001", "assetSerialNumber": "C02-0001", "itemIndex": 0}""");

        Golden.assertMatches("order", api.get("/v1/orders/ord_000001"));
    }

    @Test
    void a_list_of_orders() {
        api.placedOrder();
        api.placedOrder();

        Golden.assertMatches("orders", api.get("/v1/orders?limit=1"));
    }

    @Test
    void an_empty_list() {
        Golden.assertMatches("orders-empty", api.get("/v1/orders"));
    }

    @Test
    void a_confirmed_order() {
        Golden.assertMatches("order-confirmed", api.post("/v1/orders/" + api.placedOrder() + "/confirm", ""));
    }

    @Test
    void a_cancelled_order() {
        Golden.assertMatches(
                "order-cancelled",
                api.post("/v1/orders/" + api.placedOrder() + "/cancel", "{\"reason\": \"Ordered twice\"}"));
    }

    @Test
    void an_edited_order() {
        Golden.assertMatches("order-edited", api.patch("/v1/orders/" + api.placedOrder(), """
                {"customer": {"email": "jane@example.com", "company": "Smith"}, "shippingAddress": {"city": "Delft"},
                 "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 2}, {"sku": "IPAD-PRO-12-M2", "quantity": 1}],
                 "notes": "Ring twice", "trackingNumber": "3SABC", "customFields": {"costCenter": 7}, "status": "confirmed"}
                """));
    }

    @Test
    void an_order_whose_notes_were_replaced() {
        Golden.assertMatches(
                "order-notes", api.patch("/v1/orders/" + api.placedOrder() + "/notes", "{\"notes\": \"Ring twice\"}"));
    }

    @Test
    void an_order_that_was_paid() {
        Golden.assertMatches(
                "order-paid",
                api.post("/v1/orders/" + api.placedOrder() + "/payment", "{\"reference\": \"BANK-2025-0042\"}"));
    }

    @Test
    void a_closed_order() {
        api.placedOrder(Api.MINIMAL_ORDER.replace("\"quantity\": 1", "\"quantity\": 3"));
        handOver();

        Golden.assertMatches("order-closed", api.post("/v1/orders/ord_000001/close", "{\"reason\": \"Discontinued\"}"));
    }

    @Test
    void the_events_of_an_order() {
        livelyOrder();

        Golden.assertMatches("events", api.get("/v1/orders/ord_000001/events?limit=9"));
    }

    @Test
    void the_actions_on_an_order() {
        livelyOrder();

        Golden.assertMatches("actions", api.get("/v1/orders/ord_000001/actions"));
    }

    @Test
    void a_quote() {
        taxed();

        Golden.assertMatches("quote", api.post("/v1/orders/quote", EVERYTHING));
    }

    private void handOver() {
        api.post("/v1/subscriptions", """
                {"orderId": "ord_000001", "assetSerialNumber": "C02-0001"}""");
    }

    private void livelyOrder() {
        api.post("/v1/orders", EVERYTHING, "X-Request-Id", "golden-0");
        api.tenure().clock().advance(Duration.ofMinutes(5));
        api.patch("/v1/orders/ord_000001", """
                {"customer": {"customerType": "individual", "company": null}, "paymentTerms": null, "billingGroupId": null,
                 "billingAddress": {"city": "Utrecht"}, "customFields": {"text": null, "object": {"a": [1]}},
                 "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 3}, {"sku": "DELL-U2722D-MONITOR", "quantity": 1}],
                 "notes": null}
                """, "X-Request-Id", "golden-1");
        api.post("/v1/subscriptions", """
                {"orderId": "ord_000001", "assetSerialNumber": "C02-0001", "itemIndex": 0}""", "X-Request-Id", "golden-2");
    }

    private void taxed() {
        api.tenure()
                .useCases()
                .tenants()
                .changeSettings()
                .change(new ChangeTenantSettingsCommand(
                        "demo", null, null, null, null, TaxMode.INCLUSIVE, new BigDecimal("21"), null, null, null));
    }

    @Test
    void a_new_subscription() {
        api.post("/v1/orders", EVERYTHING);

        Golden.assertMatches("rental-created", api.post("/v1/subscriptions", """
                {"orderId": "ord_000001", "assetSerialNumber": "C02-0001", "customerId": "cust_000001", "itemIndex": 0,
                 "startDate": "2025-01-31", "contractLength": 24, "billingGroupId": "bg_2", "notes": "With a bag"}
                """));
    }

    @Test
    void one_subscription() {
        api.placedOrder();
        api.post("/v1/subscriptions", """
                {"orderId": "ord_000001", "assetSerialNumber": "C02-0001"}""");

        Golden.assertMatches("rental", api.get("/v1/subscriptions/sub_000001"));
    }

    @Test
    void a_list_of_subscriptions() {
        api.placedOrder();
        api.post("/v1/subscriptions", """
                {"orderId": "ord_000001", "assetSerialNumber": "C02-0001"}""");

        Golden.assertMatches("rentals", api.get("/v1/subscriptions"));
    }

    @Test
    void a_list_of_products() {
        Golden.assertMatches("products", api.get("/v1/products"));
    }

    @Test
    void a_new_product_and_the_same_with_another_variant() {
        Golden.assertMatches("product-created", api.post("/v1/products", BIKE));
        Golden.assertMatches("product-updated", api.post("/v1/products", BIKE.replace("BIKE-RED", "BIKE-BLUE")));
    }

    @Test
    void a_product_with_every_field() {
        api.post("/v1/products", BIKE);

        Golden.assertMatches("product", api.get("/v1/products/prod_000004"));
    }

    @Test
    void a_discontinued_product() {
        Golden.assertMatches("product-discontinued", api.send("DELETE", "/v1/products/prod_000003", null));
    }

    @Test
    void a_list_of_variants() {
        Golden.assertMatches("variants", api.get("/v1/products/variants?limit=2"));
    }

    @Test
    void a_variant_that_was_switched_off() {
        Golden.assertMatches(
                "variant-status",
                api.send(
                        "PATCH",
                        "/v1/products/variants/var_000002/status",
                        "{\"status\": \"inactive\"}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_import_with_a_bad_row() {
        String csv = """
                Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,List Price,Acquisition Cost,6mo_Price,12mo_Price,24mo_Price,36mo_Price
                Pixel 9,PIXEL-9,Phones,Google,128 GB,A,Black,PIXEL-9-128,799.00,699.00,,39.00,29.00,
                Pixel 9,PIXEL-9,Phones,Google,128 GB,Z,Black,PIXEL-9-256,899.00,799.00,,45.00,35.00,
                """;

        Golden.assertMatches(
                "import",
                api.send("POST", "/v1/products/csv", csv.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv"));
    }

    @Test
    void an_error_with_details() {
        Golden.assertMatches("error-with-details", refused());
    }

    @Test
    void an_error_without_details() {
        Golden.assertMatches("error", api.get("/v1/orders/ord_unknown", "X-Request-Id", "golden-1"));
    }

    @Test
    void a_problem() {
        Golden.assertMatches("problem", refused("Accept", "application/problem+json"));
    }

    @Test
    void the_state_of_the_server() {
        Golden.assertMatches("health-live", api.get("/health/live"));
        Golden.assertMatches("health-ready", api.get("/health/ready"));
    }

    private Reply refused(String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "X-Request-Id";
        all[headers.length + 1] = "golden-1";
        return api.post("/v1/orders", """
                {"customer": {"email": "nobody", "firstName": 5, "lastName": "Smith"},
                 "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": "three"}, 7]}
                """, all);
    }
}
