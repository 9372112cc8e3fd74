package dev.tenure.adapter.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.pricing.PriceStep;
import dev.tenure.domain.shared.Permission;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsertRoutesTest {

    private static final String BIKE = bike("""
            [{"contractLength": 12, "monthlyPrice": 95},
             {"contractLength": 24, "monthlyPrice": 89, "setupFee": 49.5,
              "discount": {"type": "percentage", "value": 12.5, "description": "spring offer"}}]""");

    private final Api api = Api.running();

    @AfterEach
    void stop() {
        api.close();
    }

    // Keeping a product

    @Test
    void a_product_is_created_and_then_updated() {
        Reply created = api.post("/v1/products", BIKE);
        Reply updated = api.post("/v1/products", BIKE.replace("E-Bike", "Cargo Bike"));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/v1/products/prod_000004");
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.header("ETag")).isEqualTo("\"2\"");
        assertThat(updated.json().path("operation").asText()).isEqualTo("updated");
        Reply shown = api.get("/v1/products/prod_000004");
        assertThat(shown.header("ETag")).isEqualTo("\"2\"");
        assertThat(shown.json().path("name").asText()).isEqualTo("Cargo Bike");
    }

    @Test
    void what_was_read_can_be_sent_back_and_changes_nothing() {
        api.post("/v1/products", BIKE);
        String shown = api.get("/v1/products/prod_000004").text();

        Reply sentBack = api.post("/v1/products", shown);

        assertThat(sentBack.status()).as(sentBack.text()).isEqualTo(200);
        assertThat(sentBack.header("ETag")).isEqualTo("\"1\"");
        assertThat(api.get("/v1/products/prod_000004").text()).isEqualTo(shown);
    }

    @Test
    void prices_may_be_an_object_by_contract_length() {
        Reply created = api.post("/v1/products", bike("{\"6\": 249, \"36\": 129.5, \"12\": 189}"));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        JsonNode pricing = api.get("/v1/products/prod_000004").json().at("/variants/0/pricing");
        assertThat(pricing.toString())
                .isEqualTo(
                        "[{\"contractLength\":6,\"monthlyPrice\":249.0},{\"contractLength\":12,\"monthlyPrice\":189.0},"
                                + "{\"contractLength\":36,\"monthlyPrice\":129.5}]");
    }

    @Test
    void a_set_up_fee_and_a_discount_reach_the_item_and_the_trace_of_its_price() {
        api.post("/v1/products", BIKE);

        Reply order = api.post(
                "/v1/orders",
                Api.MINIMAL_ORDER.replace(
                        "\"MACBOOK-PRO-16-M3\", \"quantity\": 1",
                        "\"BIKE-RED\", \"quantity\": 2, \"contractLength\": 24"));

        assertThat(order.status()).as(order.text()).isEqualTo(201);
        assertThat(order.text()).contains("\"unitPrice\":77.88", "\"subtotal\":155.76");
        var price = api
                .tenure()
                .events(api.tenure().demo(), order.json().path("orderId").asText())
                .stream()
                .map(Event::fact)
                .map(OrderFact.Placed.class::cast)
                .findFirst()
                .orElseThrow()
                .initial()
                .items()
                .get(0)
                .price();
        assertThat(price.setupFee()).hasToString("EUR 49.50");
        assertThat(price.trace().stream().map(PriceStep::rule))
                .containsExactly("tier", "percentage_discount", "rounding");
        assertThat(price.trace().get(1).reason()).isEqualTo("12.5 %, spring offer");
    }

    @Test
    void every_broken_field_is_named_as_the_client_wrote_it() {
        Reply refused = api.post("/v1/products", """
                {"productSku": "BIKE", "name": 5, "specification": {"ram": "18 GB"}, "category": "Bikes",
                 "images": ["https://a.example/1.png", "nowhere", 7], "status": "gone",
                 "variants": [{"variantSku": "BIKE-1", "variantName": "Bike", "grade": "F",
                               "pricing": [{"contractLength": 12, "monthlyPrice": 1},
                                           {"contractLength": 1.5, "monthlyPrice": -1, "discount": {"type": "half"},
                                            "calculatedAt": "yesterday", "source": "guess"}]},
                              "none", {"listPrice": -1, "pricing": []}]}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(refused.broken())
                .containsExactly(
                        "brand: required",
                        "images[2]: invalid_type",
                        "name: invalid_type",
                        "specification: invalid_type",
                        "status: invalid_enum_value",
                        "variants[0].grade: invalid_enum_value",
                        "variants[0].pricing[1].calculatedAt: invalid_string",
                        "variants[0].pricing[1].contractLength: invalid_type",
                        "variants[0].pricing[1].discount.type: invalid_enum_value",
                        "variants[0].pricing[1].discount.value: required",
                        "variants[0].pricing[1].monthlyPrice: too_small",
                        "variants[0].pricing[1].source: invalid_enum_value",
                        "variants[1]: invalid_type",
                        "variants[2].grade: required",
                        "variants[2].listPrice: too_small",
                        "variants[2].pricing: too_small",
                        "variants[2].variantName: required",
                        "variants[2].variantSku: required");
    }

    @Test
    void wrong_prices_have_a_code_of_their_own() {
        Reply refused = api.post("/v1/products", bike("""
                [{"contractLength": 12, "monthlyPrice": 1}, {"contractLength": 24, "monthlyPrice": -1},
                 {"contractLength": 12, "monthlyPrice": 1.001}]"""));
        Reply byLength = api.post("/v1/products", bike("{\"6\": 1, \"12\": -1, \"24\": 1.001, \"500\": 1}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("INVALID_PRICING");
        assertThat(refused.broken())
                .containsExactly(
                        "variants[0].pricing[1].monthlyPrice: too_small",
                        "variants[0].pricing[2].contractLength: INVALID_PRICING",
                        "variants[0].pricing[2].monthlyPrice: invalid");
        assertThat(byLength.code()).isEqualTo("INVALID_PRICING");
        assertThat(byLength.broken())
                .containsExactlyInAnyOrder(
                        "variants[0].pricing.12: too_small",
                        "variants[0].pricing.24: invalid",
                        "variants[0].pricing.500: too_big");
    }

    @Test
    void an_object_of_prices_has_numbers_under_lengths() {
        assertThat(api.post("/v1/products", bike("{\"6\": \"249\", \"0\": 1, \"twelve\": 1, \"12\": null}"))
                        .broken())
                .containsExactlyInAnyOrder(
                        "variants[0].pricing.6: invalid_type",
                        "variants[0].pricing.0: invalid_type",
                        "variants[0].pricing.twelve: invalid_type",
                        "variants[0].pricing.12: required");
        assertThat(api.post("/v1/products", bike("{}")).broken()).containsExactly("variants[0].pricing: too_small");
    }

    @Test
    void a_sku_of_another_product_is_a_conflict_and_changes_nothing() {
        Reply refused = api.post("/v1/products", BIKE.replace("BIKE-RED", "IPAD-PRO-12-M2"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("DUPLICATE_SKU");
        assertThat(refused.text()).contains("IPAD-PRO-12-M2");
        assertThat(api.get("/v1/products?search=bike").json().path("count").asInt())
                .isZero();
    }

    // One product

    @Test
    void a_product_that_is_not_there_is_not_found() {
        assertThat(api.get("/v1/products/prod_none").status()).isEqualTo(404);
        assertThat(api.get("/v1/products/%20").status()).isEqualTo(404);
        assertThat(delete("/v1/products/prod_none").status()).isEqualTo(404);
        assertThat(patch("/v1/products/variants/var_none/status", "{\"status\": \"active\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/v1/products/prod_000001?full=true").broken()).containsExactly("full: unrecognized_keys");
    }

    @Test
    void a_discontinued_product_can_not_be_ordered_until_it_is_brought_back_variant_by_variant() {
        api.post("/v1/products", BIKE);

        assertThat(delete("/v1/products/prod_000004").status()).isEqualTo(200);
        assertThat(delete("/v1/products/prod_000004").header("ETag")).isEqualTo("\"2\"");
        JsonNode gone = api.get("/v1/products/prod_000004").json();
        assertThat(gone.path("status").asText()).isEqualTo("discontinued");
        assertThat(gone.at("/variants/0/status").asText()).isEqualTo("inactive");
        assertThat(orderOfBike().code()).isEqualTo("VARIANT_INACTIVE");

        api.post("/v1/products", BIKE.replaceFirst("\\{", "{\"status\": \"active\", "));
        assertThat(orderOfBike().code()).isEqualTo("VARIANT_INACTIVE");

        patch("/v1/products/variants/var_000004/status", "{\"status\": \"active\"}");
        assertThat(orderOfBike().status()).isEqualTo(201);
    }

    @Test
    void open_orders_hold_a_product_and_its_variants_unless_forced() {
        api.placedOrder();

        Reply product = delete("/v1/products/prod_000001");
        Reply variant = patch("/v1/products/variants/var_000001/status", "{\"status\": \"inactive\"}");

        assertThat(product.status()).isEqualTo(409);
        assertThat(product.code()).isEqualTo("PRODUCT_HAS_ACTIVE_ORDERS");
        assertThat(product.text()).contains("MACBOOK-PRO-16-M3");
        assertThat(variant.status()).isEqualTo(409);
        assertThat(variant.code()).isEqualTo("VARIANT_IN_USE");
        assertThat(patch("/v1/products/variants/var_000001/status?force=true", "{\"status\": \"inactive\"}")
                        .status())
                .isEqualTo(200);
        assertThat(delete("/v1/products/prod_000001?force=true").status()).isEqualTo(200);
        assertThat(delete("/v1/products/prod_000001?force=yes").broken()).containsExactly("force: invalid_enum_value");
    }

    @ParameterizedTest
    @CsvSource({"{}, required", "{\"status\": null}, required", "{\"status\": \"discontinued\"}, invalid_enum_value"})
    void a_variants_status_is_active_or_inactive(String body, String code) {
        assertThat(patch("/v1/products/variants/var_000001/status", body).broken())
                .containsExactly("status: " + code);
    }

    // PreconditionedWrites

    @Test
    void a_change_is_tied_to_the_version_of_its_product() {
        api.post("/v1/products", BIKE);

        Reply stale = api.post("/v1/products", BIKE, "If-Match", "\"7\"");
        Reply absent = api.post("/v1/products", BIKE.replace("\"BIKE\"", "\"OTHER\""), "If-Match", "*");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/error/currentVersion").asInt()).isEqualTo(1);
        assertThat(absent.status()).isEqualTo(412);
        assertThat(absent.json().at("/error/currentVersion").isMissingNode()).isTrue();
        assertThat(api.post("/v1/products", "{}", "If-Match", "\"1\"").broken()).contains("productSku: required");
        assertThat(api.post("/v1/products", BIKE.replace("95", "96"), "If-Match", "\"1\"")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        String status = "/v1/products/variants/var_000004/status";
        assertThat(patch(status, "{\"status\": \"inactive\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(patch(status, "{\"status\": \"inactive\"}", "If-Match", "\"2\"")
                        .header("ETag"))
                .isEqualTo("\"3\"");
        assertThat(delete("/v1/products/prod_000004", "If-Match", "\"2\"").status())
                .isEqualTo(412);
        assertThat(delete("/v1/products/prod_000004", "If-Match", "\"3\"").status())
                .isEqualTo(200);
    }

    @Test
    void a_product_sent_again_under_its_key_is_answered_the_same() {
        Reply first = api.post("/v1/products", BIKE, "Idempotency-Key", "k-1");
        Reply again = api.post("/v1/products", BIKE, "Idempotency-Key", "k-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_dry_run_keeps_nothing() {
        assertThat(api.post("/v1/products?dryRun=true", BIKE).status()).isEqualTo(201);
        assertThat(delete("/v1/products/prod_000001?dryRun=true").status()).isEqualTo(200);

        assertThat(api.get("/v1/products?search=bike").json().path("count").asInt())
                .isZero();
        assertThat(api.get("/v1/products/prod_000001").json().path("status").asText())
                .isEqualTo("active");
    }

    @Test
    void a_dry_run_of_an_import_reports_its_bad_rows() {
        String csv = """
                Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,List Price,Acquisition Cost,6mo_Price,12mo_Price,24mo_Price,36mo_Price
                Bike,BIKE,Bikes,Pedal,Spec,A,,IPAD-PRO-12-M2,1,1,,1,,
                Bike,BIKE,Bikes,Pedal,Spec,A,,BIKE-1,1,1,,1,,
                """;

        Reply rehearsed = api.send(
                "POST",
                "/v1/products/csv?dryRun=true",
                csv.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "text/csv");

        assertThat(rehearsed.status()).as(rehearsed.text()).isEqualTo(201);
        assertThat(rehearsed.json().path("created").asInt()).isEqualTo(1);
        assertThat(rehearsed.json().at("/errors/0/row").asInt()).isEqualTo(1);
        assertThat(rehearsed.json().at("/errors/0/error").asText()).contains("IPAD-PRO-12-M2");
        assertThat(api.get("/v1/products?search=bike").json().path("count").asInt())
                .isZero();
    }

    @Test
    void reading_and_writing_need_their_scopes() {
        String reader = "Bearer " + api.key("demo", Set.of(Permission.PRODUCTS_READ));
        String writer = "Bearer " + api.key("demo", Set.of(Permission.PRODUCTS_WRITE));

        assertThat(api.get("/v1/products/prod_000001", "Authorization", reader).status())
                .isEqualTo(200);
        assertThat(api.get("/v1/products/variants", "Authorization", reader).status())
                .isEqualTo(200);
        assertThat(api.get("/v1/products/prod_000001", "Authorization", writer).status())
                .isEqualTo(403);
        assertThat(api.post("/v1/products", BIKE, "Authorization", reader).status())
                .isEqualTo(403);
        assertThat(delete("/v1/products/prod_000001", "Authorization", reader).status())
                .isEqualTo(403);
        assertThat(patch("/v1/products/variants/var_000001/status", "{}", "Authorization", reader)
                        .status())
                .isEqualTo(403);
    }

    // Variants

    @ParameterizedTest
    @CsvSource({
        "productSku=IPAD-PRO-12,IPAD-PRO-12-M2",
        "sku=u2722,DELL-U2722D-MONITOR",
        "grade=B,DELL-U2722D-MONITOR",
        "category=Tablets,IPAD-PRO-12-M2",
        "brand=Apple,IPAD-PRO-12-M2 MACBOOK-PRO-16-M3",
        "brand=Apple&sku=PRO-16&status=active&grade=A,MACBOOK-PRO-16-M3",
        "status=inactive,''"
    })
    void variants_are_filtered(String query, String skus) {
        assertThat(String.join(" ", variantSkus(api.get("/v1/products/variants?" + query))))
                .isEqualTo(skus);
    }

    @Test
    void variants_are_paged_up_to_5000() {
        List<String> visited = new ArrayList<>();
        String cursor = "";
        while (!cursor.equals("null")) {
            Reply page = api.get("/v1/products/variants?limit=2" + (cursor.isEmpty() ? "" : "&startAfter=" + cursor));
            visited.addAll(variantSkus(page));
            cursor = page.json().path("nextCursor").asText();
        }

        assertThat(visited).containsExactly("DELL-U2722D-MONITOR", "IPAD-PRO-12-M2", "MACBOOK-PRO-16-M3");
        assertThat(api.get("/v1/products/variants").json().path("limit").asInt())
                .isEqualTo(50);
        assertThat(api.get("/v1/products/variants?limit=5000").status()).isEqualTo(200);
        assertThat(api.get("/v1/products/variants?limit=5001").broken()).containsExactly("limit: too_big");
        assertThat(api.get("/v1/products?limit=101").broken()).containsExactly("limit: too_big");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=discontinued", "grade=a", "limit=0", "limit=x"})
    void an_unusable_filter_of_variants_is_refused(String query) {
        assertThat(api.get("/v1/products/variants?" + query).status()).isEqualTo(400);
    }

    @Test
    void products_are_searched_by_name_sku_brand_and_category() {
        for (String part : List.of("u2722d", "DELL-", "monitor", "dell")) {
            assertThat(api.get("/v1/products?search=" + part)
                            .json()
                            .at("/products/0/productSku")
                            .asText())
                    .isEqualTo("DELL-U2722D");
        }
        assertThat(api.get("/v1/products?search=2560").json().path("count").asInt())
                .isZero();
    }

    private Reply orderOfBike() {
        return api.post("/v1/orders", Api.MINIMAL_ORDER.replace("MACBOOK-PRO-16-M3", "BIKE-RED"));
    }

    private Reply delete(String path, String... headers) {
        return api.send("DELETE", path, null, headers);
    }

    private Reply patch(String path, String json, String... headers) {
        return api.send("PATCH", path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String bike(String pricing) {
        return """
                {"productSku": "BIKE", "name": "E-Bike", "specification": "500 Wh", "category": "Bikes", "brand": "Pedal",
                 "variants": [{"variantSku": "BIKE-RED", "variantName": "E-Bike Red", "grade": "A", "pricing": %s}]}
                """.formatted(pricing);
    }

    private static List<String> variantSkus(Reply reply) {
        List<String> skus = new ArrayList<>();
        reply.json()
                .path("variants")
                .forEach(variant -> skus.add(variant.path("variantSku").asText()));
        return skus;
    }
}
