package dev.tenure.adapter.rest.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document that is served, as tests ask it: what there is, what it looks like, and whether a body fits. */
final class Document {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String HOME = "https://tenure.example/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern CODE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`");

    // After what reading needs.
    static final Document SERVED = read("/dev/tenure/adapter/rest/openapi/openapi.json");

    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Document(String text) throws IOException {
        this.root = JSON.readTree(text);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(HOME, text)));
    }

    static Document read(String resource) {
        try (InputStream file = Document.class.getResourceAsStream(resource)) {
            return new Document(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new Operation(path.getKey(), method.getKey()));
                    }
                }));
        return operations;
    }

    Operation operation(String path, String method) {
        return new Operation(path, method);
    }

    /**
     * A place in the document; a reference is followed, and what stands beside it counts more than what it leads to.
     */
    Place place(String pointer) {
        return new Place(pointer);
    }

    final class Place {

        private final String written;
        private final String pointer;

        private Place(String written) {
            this.written = written;
            String followed = written;
            for (JsonNode node = root.at(followed); node.has("$ref"); node = root.at(followed)) {
                followed = node.path("$ref").asText().substring(1);
            }
            this.pointer = followed;
        }

        boolean exists() {
            return !root.at(pointer).isMissingNode();
        }

        /** The field as it stands beside the reference, else where the reference leads. */
        JsonNode get(String field) {
            JsonNode beside = root.at(written).path(field);
            return beside.isMissingNode() ? root.at(pointer).path(field) : beside;
        }

        Place child(String field) {
            String name = field.replace("~", "~0").replace("/", "~1");
            String beside = written + "/" + name;
            return new Place(root.at(beside).isMissingNode() ? pointer + "/" + name : beside);
        }

        List<Place> elements() {
            List<Place> elements = new ArrayList<>();
            for (int i = 0; i < root.at(pointer).size(); i++) {
                elements.add(child(String.valueOf(i)));
            }
            return elements;
        }

        Set<String> names() {
            Set<String> names = new LinkedHashSet<>();
            root.at(written).fieldNames().forEachRemaining(names::add);
            root.at(pointer).fieldNames().forEachRemaining(names::add);
            names.remove("$ref");
            return names;
        }

        /** What about this body does not fit the schema that is here; nothing when it does. */
        List<String> misfits(String body) {
            Place lines = child("contentSchema");
            if (lines.exists()) {
                return body.lines()
                        .flatMap(line -> lines.misfits(line).stream())
                        .toList();
            }
            return schemas
                    .computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(HOME + "#" + at)))
                    .validate(
                            body,
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .map(String::valueOf)
                    .toList();
        }

        @Override
        public String toString() {
            return pointer;
        }
    }

    /** One operation. */
    final class Operation {

        private final String path;
        private final String method;
        private final Place place;

        private Operation(String path, String method) {
            this.path = path;
            this.method = method;
            this.place = new Place("/paths/" + path.replace("/", "~1") + "/" + method);
        }

        String id() {
            return place.get("operationId").asText();
        }

        String path() {
            return path;
        }

        String method() {
            return method.toUpperCase(Locale.ROOT);
        }

        Place place() {
            return place;
        }

        boolean isOpen() {
            return place.get("security").isEmpty();
        }

        /** The scope that the key needs. */
        String scope() {
            return place.get("security").at("/0/bearerAuth/0").asText();
        }

        List<Place> parameters(String in) {
            return place.child("parameters").elements().stream()
                    .filter(parameter -> parameter.get("in").asText().equals(in))
                    .toList();
        }

        boolean has(String parameter) {
            return place.child("parameters").elements().stream()
                    .anyMatch(each -> each.get("name").asText().equals(parameter));
        }

        boolean hasBody() {
            return place.child("requestBody").exists();
        }

        /** The content type and the value of every example of the body; where there is no body, one of nothing. */
        List<Example> requests() {
            List<Example> examples = new ArrayList<>();
            Place content = place.child("requestBody").child("content");
            for (String type : content.names()) {
                examples.addAll(examples(type, content.child(type)));
            }
            if (examples.isEmpty()) {
                examples.add(new Example("without a body", "", "", null));
            }
            return examples;
        }

        Place response(int status) {
            return place.child("responses").child(String.valueOf(status));
        }

        List<Integer> statuses() {
            return place.child("responses").names().stream()
                    .map(Integer::valueOf)
                    .toList();
        }

        /** The codes that an error of this status may have. */
        Set<String> codes(int status) {
            return CODE.matcher(response(status).get("description").asText())
                    .results()
                    .map((MatchResult code) -> code.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /**
     * An example of a body.
     *
     * @param schema null where there is none
     */
    record Example(
            String name,
            String contentType,
            String body,
            @Nullable Place schema) {

        @Override
        public String toString() {
            return name;
        }
    }

    List<Example> examples(String type, Place media) {
        List<Example> examples = new ArrayList<>();
        Place named = media.child("examples");
        for (String name : named.names()) {
            JsonNode value = named.child(name).get("value");
            examples.add(new Example(
                    name, type, value.isTextual() ? value.asText() : value.toString(), media.child("schema")));
        }
        return examples;
    }
}
