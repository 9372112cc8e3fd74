package dev.tenure.adapter.rest.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.domain.shared.Permission;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomFieldRoutesTest {

    private static final String COST_CENTER = """
            {"label": "Cost center", "type": "text", "required": true, "maxLength": 6, "pattern": "[A-Z]{2}-\\\\d{3}"}""";

    private final Api api = Api.running();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_field_is_defined_listed_redefined_and_removed() {
        Reply defined = put("costCenter", COST_CENTER);

        assertThat(defined.status()).isEqualTo(200);
        assertThat(defined.header("ETag")).isEqualTo("\"1\"");
        assertThat(defined.json().path("success").asBoolean()).isTrue();
        assertThat(defined.json().path("fieldId").asText()).isEqualTo("costCenter");
        assertThat(defined.json().path("customField").toString())
                .isEqualTo("{\"fieldId\":\"costCenter\",\"label\":\"Cost center\",\"type\":\"text\",\"required\":true,"
                        + "\"maxLength\":6,\"pattern\":\"[A-Z]{2}-\\\\d{3}\","
                        + "\"createdAt\":\"2025-01-15T10:30:00.000Z\",\"updatedAt\":\"2025-01-15T10:30:00.000Z\"}");

        assertThat(put("costCenter", COST_CENTER).header("ETag")).isEqualTo("\"1\"");
        assertThat(put("costCenter", "{\"label\": \"Cost\", \"type\": \"text\"}")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        put("seats", "{\"label\": \"Seats\", \"type\": \"number\", \"minimum\": 1, \"maximum\": 2.50}");
        Reply list = api.get("/v1/custom-fields");
        assertThat(list.json().path("count").asInt()).isEqualTo(2);
        assertThat(list.json().at("/customFields/0/fieldId").asText()).isEqualTo("costCenter");
        assertThat(list.json().at("/customFields/1/maximum").asText()).isEqualTo("2.5");

        Reply removed = api.send("DELETE", "/v1/custom-fields/costCenter", null);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(api.send("DELETE", "/v1/custom-fields/costCenter", null).status())
                .isEqualTo(404);
        assertThat(api.get("/v1/custom-fields").json().path("count").asInt()).isEqualTo(1);
    }

    @Test
    void a_definition_that_can_not_be_meant_is_refused() {
        assertThat(put("f", "{}").broken()).containsExactlyInAnyOrder("label: required", "type: required");
        assertThat(put("f", "{\"label\": \"F\", \"type\": \"date\"}").broken())
                .containsExactly("type: invalid_enum_value");
        assertThat(put("f", "{\"label\": \"F\", \"type\": \"select\"}").broken())
                .containsExactly("options: invalid");
        assertThat(put("f", "{\"label\": \"F\", \"type\": \"text\", \"minimum\": 1}")
                        .broken())
                .containsExactly("minimum: invalid");
        assertThat(put("f", "{\"label\": \"F\", \"type\": \"text\", \"pattern\": \"(a\"}")
                        .broken())
                .containsExactly("pattern: invalid");
        assertThat(put("f", "{\"label\": \"F\", \"type\": \"select\", \"options\": [\"a\", 1]}")
                        .broken())
                .containsExactly("options[1]: invalid_type");
        assertThat(put("-f", COST_CENTER).status()).isEqualTo(404);
    }

    @Test
    void an_order_is_held_to_the_definitions_and_found_by_them() {
        put("costCenter", COST_CENTER);
        put("seats", "{\"label\": \"Seats\", \"type\": \"number\", \"minimum\": 1}");

        assertThat(api.post("/v1/orders", Api.MINIMAL_ORDER).broken())
                .containsExactly("customFields.costCenter: invalid");
        assertThat(api.post("/v1/orders", with("{\"costCenter\": \"it-1\", \"seats\": 0}"))
                        .broken())
                .containsExactly("customFields.costCenter: invalid", "customFields.seats: invalid");
        String id = api.placedOrder(with("{\"costCenter\": \"IT-001\", \"seats\": 5, \"free\": {\"a\": [1]}}"));

        for (String query : new String[] {
            "customField_costCenter=it-001",
            "customField_seats=5.00",
            "customField_seats=5&customField_costCenter=IT-001"
        }) {
            assertThat(api.get("/v1/orders?" + query)
                            .json()
                            .at("/orders/0/orderId")
                            .asText())
                    .as(query)
                    .isEqualTo(id);
        }
        assertThat(api.get("/v1/orders?customField_seats=6")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        Reply undefined = api.get("/v1/orders?customField_free=1");
        assertThat(undefined.broken()).containsExactly("customField_free: unrecognized_keys");
        assertThat(undefined.text()).contains("costCenter, seats");
        assertThat(api.get("/v1/orders?customField_seats=many").broken())
                .containsExactly("customField_seats: invalid_type");
    }

    @Test
    void a_definition_leaves_orders_alone_that_are_there() {
        String id = api.placedOrder(with("{\"costCenter\": \"anything\"}"));
        put("costCenter", COST_CENTER);

        assertThat(api.post("/v1/orders/" + id + "/confirm", "").status()).isEqualTo(200);
        assertThat(api.get("/v1/orders?customField_costCenter=ANYTHING")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_change_may_be_tied_to_a_version_and_needs_the_scope() {
        put("costCenter", COST_CENTER);

        assertThat(api.send(
                                "PUT",
                                "/v1/custom-fields/costCenter",
                                COST_CENTER.getBytes(StandardCharsets.UTF_8),
                                "If-Match",
                                "\"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.send("DELETE", "/v1/custom-fields/other", null, "If-Match", "*")
                        .status())
                .isEqualTo(412);
        String reader = api.key("demo", Set.of(Permission.SETTINGS_READ));
        assertThat(api.get("/v1/custom-fields", "Authorization", "Bearer " + reader)
                        .status())
                .isEqualTo(200);
        assertThat(api.send("DELETE", "/v1/custom-fields/costCenter", null, "Authorization", "Bearer " + reader)
                        .status())
                .isEqualTo(403);
    }

    private Reply put(String id, String body) {
        return api.send("PUT", "/v1/custom-fields/" + id, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String with(String customFields) {
        return Api.MINIMAL_ORDER.replaceFirst("\\{", "{\"customFields\": " + customFields + ",");
    }
}
