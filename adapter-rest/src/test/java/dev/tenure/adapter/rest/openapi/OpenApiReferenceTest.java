package dev.tenure.adapter.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.rest.openapi.Document.Operation;
import dev.tenure.adapter.rest.openapi.Document.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The document has every parameter, field, type, limit and required field that the reference has for its operations.
 */
class OpenApiReferenceTest {

    private static final Document REFERENCE = Document.read("/reference/openapi-orders.json");

    /** What this document may say of a schema on top. */
    private static final Set<String> MORE =
            Set.of("description", "maxLength", "maxItems", "maximum", "propertyNames", "properties", "items");

    static List<Operation> operations() {
        return REFERENCE.operations();
    }

    @Test
    void the_reference_has_three_operations() {
        assertThat(operations())
                .extracting(Operation::id)
                .containsExactlyInAnyOrder("createOrder", "listOrders", "getOrder");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void the_operation_has_the_same_name(Operation reference) {
        assertThat(ours(reference).id()).isEqualTo(reference.id());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_parameter_is_there_with_its_type(Operation reference) {
        Map<String, Place> ours = parameters(ours(reference));

        parameters(reference).forEach((name, parameter) -> {
            assertThat(ours).containsKey(name);
            Place our = Objects.requireNonNull(ours.get(name));
            assertThat(our.get("required").asBoolean())
                    .isEqualTo(parameter.get("required").asBoolean());
            // One that may be repeated takes what the single one took.
            Place schema = our.child("schema");
            Place single = schema.get("type").asText().equals("array") ? schema.child("items") : schema;
            assertThat(single.get("type")).isEqualTo(parameter.child("schema").get("type"));
        });
        assertThat(ours.values().stream()
                        .filter(our -> our.get("required").asBoolean())
                        .map(our -> our.get("name").asText()))
                .allMatch(name -> parameters(reference).values().stream()
                        .anyMatch(parameter -> parameter.get("name").asText().equals(name)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_field_of_the_body_is_there_as_it_is(Operation reference) {
        Place body = reference
                .place()
                .child("requestBody")
                .child("content")
                .child("application/json")
                .child("schema");
        if (body.exists()) {
            List<String> differences = new ArrayList<>();
            compare(
                    "",
                    body,
                    ours(reference)
                            .place()
                            .child("requestBody")
                            .child("content")
                            .child("application/json")
                            .child("schema"),
                    differences);
            assertThat(differences).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_field_of_every_answer_is_there_as_it_is(Operation reference) {
        List<String> differences = new ArrayList<>();
        for (int status : reference.statuses()) {
            Place content = reference.response(status).child("content").child("application/json");
            compare(
                    status + "",
                    content.child("schema"),
                    ours(reference)
                            .response(status)
                            .child("content")
                            .child("application/json")
                            .child("schema"),
                    differences);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void a_difference_is_found() {
        List<String> differences = new ArrayList<>();

        Document ours = Document.SERVED;
        compare(
                "",
                ours.place("/components/schemas/NewOrderItem"),
                ours.place("/components/schemas/EditedOrderItem"),
                differences);
        compare(
                "",
                ours.place("/components/schemas/Address"),
                ours.place("/components/schemas/EditAddress"),
                differences);

        assertThat(differences).contains("/required: [\"contactName\",\"streetAddress\",\"city\",\"country\"] became ");
    }

    private static Operation ours(Operation reference) {
        return Document.SERVED.operation(reference.path(), reference.method().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Place> parameters(Operation operation) {
        Map<String, Place> parameters = new TreeMap<>();
        operation
                .place()
                .child("parameters")
                .elements()
                .forEach(parameter -> parameters.put(
                        parameter.get("in").asText() + " "
                                + parameter.get("name").asText(),
                        parameter));
        return parameters;
    }

    private static void compare(String at, Place reference, Place ours, List<String> differences) {
        if (!ours.exists()) {
            differences.add(at + " is missing");
            return;
        }
        Set<String> keywords = new TreeSet<>(reference.names());
        keywords.addAll(ours.names());
        for (String keyword : keywords) {
            JsonNode wanted = reference.get(keyword);
            JsonNode found = ours.get(keyword);
            switch (keyword) {
                case "description" -> {}
                case "properties" ->
                    wanted.fieldNames()
                            .forEachRemaining(name -> compare(
                                    at + "/" + name,
                                    reference.child("properties").child(name),
                                    ours.child("properties").child(name),
                                    differences));
                case "items" -> compare(at + "[]", reference.child("items"), ours.child("items"), differences);
                case "required", "enum", "type" -> {
                    if (!values(wanted).equals(values(found))) {
                        differences.add(at + "/" + keyword + ": " + wanted + " became " + found);
                    }
                }
                default -> {
                    boolean more = wanted.isMissingNode() && MORE.contains(keyword);
                    if (!more && !wanted.equals(found)) {
                        differences.add(at + "/" + keyword + ": " + wanted + " became " + found);
                    }
                }
            }
        }
    }

    private static Set<JsonNode> values(JsonNode node) {
        Set<JsonNode> values = new HashSet<>();
        if (node.isArray()) {
            node.forEach(values::add);
        } else {
            values.add(node);
        }
        return values;
    }
}
