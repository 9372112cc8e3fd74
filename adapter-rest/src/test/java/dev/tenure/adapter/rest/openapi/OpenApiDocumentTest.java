package dev.tenure.adapter.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.openapi.Document.Example;
import dev.tenure.adapter.rest.openapi.Document.Operation;
import dev.tenure.adapter.rest.openapi.Document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document by itself: whole, and of one piece with its own examples. */
class OpenApiDocumentTest {

    private static final Document DOCUMENT = Document.SERVED;

    static List<Operation> operations() {
        return DOCUMENT.operations();
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        assertThat(operations())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]\\w+"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_says_what_it_is_for(Operation operation) {
        Set<String> tags = new TreeSet<>();
        DOCUMENT.root().path("tags").forEach(tag -> tags.add(tag.path("name").asText()));

        assertThat(operation.place().get("summary").asText()).isNotBlank();
        assertThat(operation.place().get("tags")).hasSize(1).allMatch(tag -> tags.contains(tag.asText()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_with_a_key_names_its_scope_and_the_tenant(Operation operation) {
        if (operation.path().startsWith("/v1/")) {
            assertThat(operation.scope()).matches("[a-z]+:(read|write)");
            assertThat(operation.has("Tenant-ID")).isTrue();
            assertThat(operation.statuses()).contains(400, 401, 403, 429, 431, 500, 503);
        } else {
            assertThat(operation.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_parameter_of_the_path_is_described(Operation operation) {
        List<String> inPath = Pattern.compile("\\{(\\w+)}")
                .matcher(operation.path())
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(operation.parameters("path"))
                .extracting(parameter -> parameter.get("name").asText())
                .containsExactlyElementsOf(inPath);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_body_has_an_example_that_fits_its_schema(Operation operation) {
        if (operation.hasBody()) {
            assertThat(operation.requests()).isNotEmpty().allSatisfy(OpenApiDocumentTest::assertFits);
        }
        for (int status : operation.statuses()) {
            Place response = operation.response(status);
            Place content = response.child("content");
            assertThat(response.get("description").asText()).isNotBlank();
            assertThat(content.names()).as("%s %d", operation, status).isNotEmpty();
            for (String type : content.names()) {
                assertThat(DOCUMENT.examples(type, content.child(type)))
                        .as("%s %d %s", operation, status, type)
                        .isNotEmpty()
                        .allSatisfy(OpenApiDocumentTest::assertFits);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_example_of_a_parameter_or_header_fits_its_schema(Operation operation) {
        List<Place> described =
                new ArrayList<>(operation.place().child("parameters").elements());
        for (int status : operation.statuses()) {
            Place headers = operation.response(status).child("headers");
            headers.names().forEach(name -> described.add(headers.child(name)));
        }
        for (Place place : described) {
            if (!place.get("example").isMissingNode()) {
                assertThat(place.child("schema").misfits(place.get("example").toString()))
                        .as("%s", place)
                        .isEmpty();
            }
        }
    }

    private static void assertFits(Example example) {
        Place schema = example.schema();
        if (schema != null && example.contentType().contains("json")) {
            assertThat(schema.misfits(example.body())).as(example.name()).isEmpty();
        }
    }
}
