package dev.tenure.benchmarks.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.Api;
import dev.tenure.benchmarks.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;

/** Places orders of every kind through the API of the measured server. */
final class SampleOrders {

    static final String FIRST_NAME = "Qfirstq";
    static final String LAST_NAME = "Qlastq";
    static final String COMPANY = "Qcompanyq Holding";
    static final String COST_CENTER = "CC-Qcostq";

    /** The number of usual sample orders, which contain every kind in its proportion. */
    private static final int KINDS = 50;

    private final Api api;

    SampleOrders(Api api) {
        this.api = api;
    }

    /** The custom field of every order. */
    void defineCostCenter() {
        api.send(
                "PUT",
                "/v1/custom-fields/costCenter",
                "application/json",
                BodyPublishers.ofString("{\"label\":\"Cost centre\",\"type\":\"text\"}"));
    }

    /** A mix of usual orders, of a customer of this type. */
    List<String> mixed(boolean business) {
        return IntStream.range(0, KINDS).mapToObj(kind -> place(business, kind)).toList();
    }

    /** An order with the rare product. */
    String rare(boolean business) {
        return place(order(business, 1, Catalog.RARE_SKU, 1, Catalog.SKUS.get(0)));
    }

    /** An order with many open units. */
    String wide(boolean business) {
        int units = Seeder.UNITS / 2;
        ObjectNode body = order(business, units, Catalog.SKUS.get(0), units, Catalog.SKUS.get(2));
        return place(body.put("confirm", true));
    }

    private String place(boolean business, int kind) {
        int skus = Catalog.SKUS.size();
        ObjectNode body = order(
                business,
                1 + kind % 3,
                Catalog.SKUS.get(kind % skus),
                1 + kind % 2,
                Catalog.SKUS.get((kind + 1 + kind / skus) % skus));
        if (kind == KINDS - 1) {
            ObjectNode details = body.put("orderType", "upgrade").putObject("upgradeDetails");
            details.put("previousDevice", "MacBook Air").put("previousSerialNumber", "C02XL0THJYV3");
            details.put("previousRentalId", "sub_038ghcr9husu99j1jidau1lo9p").put("previousMonthlyAmount", 59.00);
        }
        // 40 % pending, 30 % confirmed, 10 % partial, 10 % fulfilled, 10 % cancelled.
        if (kind >= 20 && kind < 35) {
            return place(body.put("confirm", true));
        }
        String id = place(body);
        if (kind >= 35 && kind < 40) {
            fulfil(id, kind % skus, 1);
        } else if (kind >= 40 && kind < 45) {
            JsonNode items = body.get("items");
            for (int unit = 0, item = 0; item < items.size(); item++) {
                for (int of = 0; of < items.get(item).get("quantity").asInt(); of++) {
                    fulfilItem(id, item, ++unit);
                }
            }
        } else if (kind >= 45 && kind < KINDS - 1) {
            api.post("/v1/orders/%s/cancel".formatted(id), "{\"reason\":\"ordered twice\"}");
        }
        return id;
    }

    private void fulfil(String orderId, int sku, int unit) {
        subscribe(orderId, unit, "\"sku\":\"" + Catalog.SKUS.get(sku) + "\"");
    }

    private void fulfilItem(String orderId, int item, int unit) {
        subscribe(orderId, unit, "\"itemIndex\":" + item);
    }

    private void subscribe(String orderId, int unit, String item) {
        api.post(
                "/v1/subscriptions",
                "{\"orderId\":\"%s\",\"assetSerialNumber\":\"Q%s-%d\",%s}"
                        .formatted(orderId, orderId.substring(4), unit, item));
    }

    private String place(ObjectNode body) {
        return api.post("/v1/orders", body.toString()).path("orderId").asText();
    }

    private static ObjectNode order(boolean business, int firstUnits, String first, int secondUnits, String second) {
        ObjectNode order = Json.object();
        ObjectNode customer = order.putObject("customer");
        customer.put("email", email(business)).put("firstName", FIRST_NAME).put("lastName", LAST_NAME);
        customer.put("customerType", business ? "business" : "individual");
        if (business) {
            customer.put("company", COMPANY);
        }
        ObjectNode address = order.putObject("billingAddress");
        address.put("contactName", FIRST_NAME + " " + LAST_NAME).put("streetAddress", "456 Business Park");
        address.put("city", "Rotterdam").put("postalCode", "3011 AA").put("country", "Netherlands");
        order.putArray("items")
                .add(Json.object().put("sku", first).put("quantity", firstUnits).put("contractLength", 24))
                .add(Json.object()
                        .put("sku", second)
                        .put("quantity", secondUnits)
                        .put("contractLength", 12));
        order.putObject("customFields").put("costCenter", COST_CENTER);
        return order.put("notes", "Ring twice");
    }

    static String email(boolean business) {
        return business ? "qbusinessq@example.com" : "qindividualq@example.com";
    }
}
