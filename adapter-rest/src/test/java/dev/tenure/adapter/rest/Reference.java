package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI document that clients of the reference were written against. */
public final class Reference {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = document();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Reference() {}

    /** The example that the document gives for the body of this operation. */
    public static String requestExample(String path, String method) {
        return operation(path, method)
                .at("/requestBody/content/application~1json/example")
                .toString();
    }

    /** Fails unless the answer's status is one of the operation's, and its body fits the schema of that status. */
    public static void assertAnswers(String path, String method, Api.Reply reply) {
        JsonNode schema = operation(path, method)
                .path("responses")
                .path(String.valueOf(reply.status()))
                .at("/content/application~1json/schema");
        assertThat(schema.isObject())
                .as("the reference knows status %d of %s %s", reply.status(), method, path)
                .isTrue();
        // Formats are checked too: an e-mail address that is none would be noticed.
        assertThat(compiled(schema)
                        .validate(
                                reply.text(),
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(reply.text())
                .isEmpty();
    }

    /** The schema with the document's components beside it, where its references look for them. */
    private static Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", DOCUMENT.path("components"));
        return REGISTRY.getSchema(whole);
    }

    private static JsonNode operation(String path, String method) {
        return DOCUMENT.path("paths").path(path).path(method);
    }

    private static JsonNode document() {
        try (InputStream file = Reference.class.getResourceAsStream("/reference/openapi-orders.json")) {
            return JSON.readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
