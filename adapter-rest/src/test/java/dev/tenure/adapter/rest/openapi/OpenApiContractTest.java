package dev.tenure.adapter.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.adapter.rest.openapi.Document.Example;
import dev.tenure.adapter.rest.openapi.Document.Operation;
import dev.tenure.adapter.rest.openapi.Document.Place;
import dev.tenure.domain.shared.Permission;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Drives the server from the document: what it shows as a request is accepted, and whatever is answered, also to a
 * request that is wrong, is as it says: status, headers, body and code.
 */
class OpenApiContractTest {

    private static final Document DOCUMENT = Document.SERVED;
    private static final String UNKNOWN = "unknown-1";
    // The headers of HTTP itself, and those that pages send to browsers.
    private static final Set<String> UNDOCUMENTED = Set.of(
            "date",
            "content-type",
            "content-length",
            "transfer-encoding",
            "connection",
            "x-content-type-options",
            "referrer-policy");

    private static final Api SHARED = Api.running();

    @AfterAll
    static void stop() {
        SHARED.close();
    }

    // What is sent

    static Stream<Arguments> examples() {
        return served().flatMap(
                        operation -> operation.requests().stream().map(example -> Arguments.of(operation, example)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("examples")
    void a_request_as_the_document_shows_it_is_accepted(Operation operation, Example example) {
        try (World world = new World(operation)) {
            Reply reply = world.send(example);

            assertSucceeds(operation, reply);
        }
    }

    static Stream<Arguments> parameters() {
        return served().flatMap(operation -> Stream.of("query", "header")
                .flatMap(in -> operation.parameters(in).stream())
                .filter(parameter -> !parameter.get("example").isMissingNode())
                .map(parameter -> Arguments.of(operation, parameter)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("parameters")
    void a_parameter_as_the_document_shows_it_is_accepted(Operation operation, Place parameter) {
        try (World world = new World(operation)) {
            Reply reply = parameter.get("in").asText().equals("query")
                    ? world.send(world.path() + "?" + query(parameter), world.request())
                    : world.send(
                            world.path(),
                            world.request(),
                            parameter.get("name").asText(),
                            // A key is good for one request, and the worlds share their server.
                            parameter.get("name").asText().equals("Idempotency-Key")
                                    ? world.name()
                                    : parameter.get("example").asText());

            if (parameter.get("name").asText().equals("If-Match")
                    && operation.statuses().contains(201)) {
                // Whatever version it has: but it is made only now.
                assertRefused(operation, reply, 412, "VERSION_MISMATCH");
            } else {
                assertSucceeds(operation, reply);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void every_parameter_of_a_list_is_in_the_document(Operation operation) {
        try (World world = new World(operation)) {
            Reply reply = world.send(world.path() + "?" + UNKNOWN + "=1", world.request());

            String message = reply.json().at("/error/details/0/message").asText();
            List<String> documented = operation.parameters("query").stream()
                    .map(parameter -> parameter.get("name").asText())
                    .filter(name -> !name.equals("customFields"))
                    .toList();
            assertThat(message).contains("there are ");
            assertThat(message.substring(message.indexOf("there are ") + "there are ".length())
                            .split(", ", -1))
                    .containsExactlyInAnyOrderElementsOf(documented);
        }
    }

    static Stream<Operation> lists() {
        return served(operation -> operation.method().equals("GET") && operation.has("limit"));
    }

    @ParameterizedTest
    @MethodSource("paged")
    void a_page_names_the_next_one_in_a_link(Operation operation) {
        try (World world = new World(operation)) {
            world.another();

            Reply reply = world.send(world.path() + "?limit=1", world.request());

            assertSucceeds(operation, reply);
            assertThat(reply.json().path("hasMore").asBoolean()).isTrue();
            assertThat(reply.header("Link")).endsWith("; rel=\"next\"");
        }
    }

    static Stream<Operation> paged() {
        return served(operation -> operation.has("limit") && !operation.id().equals("listOrderEvents"));
    }

    // The preconditions of every change

    @ParameterizedTest
    @MethodSource("withKey")
    void a_repeated_key_is_answered_as_the_first_time(Operation operation) {
        try (World world = new World(operation)) {
            Reply first = world.send(world.path(), world.request(), "Idempotency-Key", world.name());
            Reply second = world.send(world.path(), world.request(), "Idempotency-Key", world.name());

            assertSucceeds(operation, second);
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(second.text()).isEqualTo(first.text());
        }
    }

    static Stream<Operation> withKey() {
        return served(operation -> operation.has("Idempotency-Key"));
    }

    @ParameterizedTest
    @MethodSource("withKeyAndBody")
    void a_key_that_was_used_for_something_else_is_refused(Operation operation) {
        try (World world = new World(operation)) {
            world.send(world.path(), world.request(), "Idempotency-Key", world.name());
            Example other = new Example("other", "application/json", "{\"another\": \"body\"}", null);
            Reply reply = world.send(world.path(), other, "Idempotency-Key", world.name());

            assertRefused(operation, reply, 422, "IDEMPOTENCY_KEY_REUSED");
        }
    }

    static Stream<Operation> withKeyAndBody() {
        return served(operation -> operation.has("Idempotency-Key") && takesJson(operation));
    }

    @ParameterizedTest
    @MethodSource("withVersion")
    void a_version_that_is_not_there_is_refused(Operation operation) {
        try (World world = new World(operation)) {
            Reply reply = world.send(world.path(), world.request(), "If-Match", "\"999\"");

            assertRefused(operation, reply, 412, "VERSION_MISMATCH");
        }
    }

    static Stream<Operation> withVersion() {
        return served(operation -> operation.has("If-Match"));
    }

    @ParameterizedTest
    @MethodSource("withDryRun")
    void a_dry_run_says_so(Operation operation) {
        try (World world = new World(operation)) {
            Reply reply = world.send(world.path() + "?dryRun=true", world.request());

            assertSucceeds(operation, reply);
            assertThat(reply.header("Dry-Run")).isEqualTo("true");
        }
    }

    static Stream<Operation> withDryRun() {
        return served(operation -> operation.has("dryRun"));
    }

    // What is refused

    @ParameterizedTest
    @MethodSource("closed")
    void without_a_key_it_is_401(Operation operation) {
        try (World world = new World(operation)) {
            assertRefused(
                    operation, world.send(world.path(), world.request(), "Authorization", ""), 401, "AUTH_REQUIRED");
            assertRefused(
                    operation,
                    world.send(world.path(), world.request(), "Authorization", "Bearer nonsense"),
                    401,
                    "INVALID_TOKEN");
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void for_another_tenant_it_is_403(Operation operation) {
        try (World world = new World(operation)) {
            assertRefused(
                    operation,
                    world.send(world.path(), world.request(), "Tenant-ID", "other"),
                    403,
                    "NO_TENANT_ACCESS");
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void its_scope_is_what_a_key_needs_for_it(Operation operation) {
        try (World world = new World(operation)) {
            Permission scope = Permission.ofLabel(operation.scope());

            String before = world.everything();
            Reply refused = world.sendWith(EnumSet.complementOf(EnumSet.of(scope)));

            assertRefused(operation, refused, 403, "INSUFFICIENT_PERMISSIONS");
            assertThat(refused.json().at("/error/message").asText())
                    .isEqualTo("the key lacks the scope " + operation.scope());
            assertThat(world.everything()).isEqualTo(before);
            assertSucceeds(operation, world.sendWith(Set.of(scope)));
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void with_a_parameter_that_it_does_not_have_it_is_400(Operation operation) {
        try (World world = new World(operation)) {
            String path = world.path() + "?" + UNKNOWN + "=1";
            assertRefused(operation, world.send(path, world.request()), 400, "VALIDATION_ERROR");

            Reply problem = world.send(path, world.request(), "Accept", "application/problem+json");

            assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
            assertAnswers(operation, problem);
        }
    }

    static Stream<Operation> closed() {
        return served(operation -> !operation.isOpen());
    }

    @ParameterizedTest
    @MethodSource("withId")
    void for_what_is_not_there_it_is_404(Operation operation) {
        try (World world = new World(operation)) {
            String path = operation.path().replaceAll("\\{\\w+}", UNKNOWN);

            assertRefused(operation, world.send(path, world.request()), 404, "NOT_FOUND");
        }
    }

    static Stream<Operation> withId() {
        return served(operation -> operation.statuses().contains(404));
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void a_body_of_another_type_is_415(Operation operation) {
        try (World world = new World(operation)) {
            Example request = world.request();
            Example other = new Example("other", "application/x-other", request.body(), null);

            assertRefused(operation, world.send(world.path(), other), 415, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    static Stream<Operation> withBody() {
        return served(Operation::hasBody);
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void what_is_no_json_object_is_400(Operation operation) {
        try (World world = new World(operation)) {
            for (String body : new String[] {"{\"a\": ", "[]", "nonsense"}) {
                Example broken = new Example("broken", "application/json", body, null);

                assertRefused(operation, world.send(world.path(), broken), 400, "VALIDATION_ERROR");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void every_required_field_is_asked_for(Operation operation) {
        try (World world = new World(operation)) {
            Place schema = operation
                    .place()
                    .child("requestBody")
                    .child("content")
                    .child("application/json")
                    .child("schema");
            List<String> required = new ArrayList<>();
            schema.get("required").forEach(name -> required.add(name.asText()));
            if (!required.isEmpty()) {
                Reply reply = world.send(world.path(), new Example("empty", "application/json", "{}", null));

                assertRefused(operation, reply, 400, "VALIDATION_ERROR");
                assertThat(reply.broken())
                        .containsExactlyInAnyOrderElementsOf(required.stream()
                                .map(name -> name + ": required")
                                .toList());
            }
        }
    }

    static Stream<Operation> withJson() {
        return served(OpenApiContractTest::takesJson);
    }

    // How an answer is judged

    private static void assertSucceeds(Operation operation, Reply reply) {
        assertThat(reply.status()).as("%s: %s", operation, shortened(reply)).isBetween(200, 299);
        assertAnswers(operation, reply);
    }

    private static void assertRefused(Operation operation, Reply reply, int status, String code) {
        assertThat(reply.status()).as("%s: %s", operation, shortened(reply)).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().at("/error/requestId").asText()).isEqualTo(reply.header("X-Request-Id"));
        assertAnswers(operation, reply);
    }

    private static void assertAnswers(Operation operation, Reply reply) {
        assertThat(operation.statuses()).as(operation.id()).contains(reply.status());
        Place response = operation.response(reply.status());
        String type = reply.header("Content-Type").replaceFirst(";.*", "");
        Place content = response.child("content");
        assertThat(content.names()).as("%s %d", operation, reply.status()).contains(type);
        if (type.contains("json")) {
            assertThat(content.child(type).child("schema").misfits(reply.text()))
                    .isEmpty();
        }
        if (reply.status() >= 400) {
            String code = reply.json().has("error")
                    ? reply.code()
                    : reply.json().path("code").asText();
            assertThat(operation.codes(reply.status()))
                    .as("%s %d", operation, reply.status())
                    .contains(code);
        }
        assertHeaders(response.child("headers"), reply);
    }

    private static void assertHeaders(Place documented, Reply reply) {
        Set<String> names = new TreeSet<>();
        for (String name : documented.names()) {
            names.add(name.toLowerCase(Locale.ROOT));
            Place header = documented.child(name);
            String value = reply.header(name);
            if (header.get("required").asBoolean() || !value.isEmpty()) {
                assertThat(value).as("the header %s", name).isNotEmpty();
                assertThat(header.child("schema")
                                .misfits(Document.JSON.valueToTree(value).toString()))
                        .as("the header %s", name)
                        .isEmpty();
            }
        }
        names.addAll(UNDOCUMENTED);
        assertThat(names)
                .containsAll(reply.headers().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static String shortened(Reply reply) {
        return reply.text().substring(0, Math.min(500, reply.text().length()));
    }

    // What there is to send

    private static Stream<Operation> served() {
        return served(operation -> true);
    }

    private static Stream<Operation> served(Predicate<Operation> which) {
        return DOCUMENT.operations().stream().filter(which);
    }

    private static boolean takesJson(Operation operation) {
        return operation.place().child("requestBody").child("content").names().contains("application/json");
    }

    /** The examples of a list and of an object are spread over the query, as the document has it. */
    private static String query(Place parameter) {
        JsonNode example = parameter.get("example");
        String name = parameter.get("name").asText();
        List<String> pairs = new ArrayList<>();
        if (example.isArray()) {
            example.forEach(value -> pairs.add(name + "=" + value.asText()));
        } else if (example.isObject()) {
            example.properties()
                    .forEach(field ->
                            pairs.add(field.getKey() + "=" + field.getValue().asText()));
        } else {
            pairs.add(name + "=" + example.asText());
        }
        return String.join("&", pairs);
    }

    /**
     * What this operation needs to be there: ids, and an asset that nobody has. An operation that would change the
     * ground that others stand on gets a server of its own.
     */
    private static final class World implements AutoCloseable {

        private static final String ORDER = example("BusinessOrder").toString();
        private static final String UNIT = "{\"orderId\": \"%s\", \"itemIndex\": 0, \"assetSerialNumber\": \"%s-%d\"}";

        private static final String SERIAL_NUMBER = "C02XG0FDH7J";
        private static final AtomicInteger COUNT = new AtomicInteger();

        private final String name = "world-" + COUNT.incrementAndGet();
        private final Operation operation;
        private final Api api;
        private final Map<String, String> ids = new LinkedHashMap<>();
        private int units;

        World(Operation operation) {
            this.operation = operation;
            this.api = standsAlone(operation) ? Api.running() : SHARED;
            Set<String> needed = new TreeSet<>();
            operation
                    .parameters("path")
                    .forEach(parameter -> needed.add(parameter.get("name").asText()));
            if (operation.id().equals("createSubscription")) {
                needed.add("orderId");
            }
            needed.forEach(this::setUp);
            switch (operation.id()) {
                // Only what was begun can be closed.
                case "closeOrder" -> unit();
                // What is filtered by has to be defined.
                case "deleteCustomField", "listOrders", "exportOrders" ->
                    assertThat(api.send(
                                            "PUT",
                                            "/v1/custom-fields/costCenter",
                                            example("TextField").toString().getBytes(StandardCharsets.UTF_8))
                                    .status())
                            .isBetween(200, 201);
                default -> {}
            }
        }

        private static boolean standsAlone(Operation operation) {
            String tag = operation.place().get("tags").path(0).asText();
            return !operation.method().equals("GET") && !tag.equals("Orders") && !tag.equals("Subscriptions");
        }

        /** One that no other world has. */
        String name() {
            return name;
        }

        private void setUp(String id) {
            switch (id) {
                case "orderId" -> ids.put(id, placed());
                case "rentalId" -> {
                    ids.put("orderId", placed());
                    ids.put(id, unit());
                }
                case "customerId" ->
                    ids.put(
                            id,
                            api.get("/v1/orders/" + placed())
                                    .json()
                                    .at("/customer/customerId")
                                    .asText());
                case "productId" -> ids.put(id, macBook().path("productId").asText());
                case "variantId" ->
                    ids.put(id, macBook().at("/variants/0/variantId").asText());
                case "fieldId" -> ids.put(id, "costCenter");
                case "edition", "file" -> {
                    String[] file = api.get("/docs")
                            .text()
                            .split("href=\"docs/", 2)[1]
                            .split("\"", 2)[0]
                            .split("/", 2);
                    ids.put("edition", file[0]);
                    ids.put("file", file[1]);
                }
                default -> throw new AssertionError("nobody says where a %s comes from".formatted(id));
            }
        }

        private String placed() {
            return placed(ORDER);
        }

        private String unit() {
            Reply reply = api.post("/v1/subscriptions", UNIT.formatted(ids.get("orderId"), name, ++units));
            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
            return reply.json().path("rentalId").asText();
        }

        private JsonNode macBook() {
            for (JsonNode product : api.get("/v1/products").json().path("products")) {
                if (product.path("productSku").asText().equals("MACBOOK-PRO-16")) {
                    return product;
                }
            }
            throw new AssertionError("the catalog has no MacBook");
        }

        /** Two of whatever can be listed. */
        void another() {
            for (int i = 0; i < 2; i++) {
                ids.put("orderId", placed(ORDER.replace("sarah.johnson@", "sarah" + i + "@")));
                unit();
            }
        }

        private String placed(String body) {
            Reply reply = api.post("/v1/orders", body);
            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
            return reply.json().path("orderId").asText();
        }

        String path() {
            String path = operation.path();
            for (Map.Entry<String, String> id : ids.entrySet()) {
                path = path.replace("{" + id.getKey() + "}", id.getValue());
            }
            return path;
        }

        /** The first request that the document shows. */
        Example request() {
            return operation.requests().get(0);
        }

        Reply send(Example example) {
            return send(path(), example);
        }

        /** All that the operations read. */
        String everything() {
            return Stream.of("orders", "subscriptions", "customers", "products", "custom-fields")
                    .map(list -> api.get("/v1/" + list).text())
                    .collect(Collectors.joining("\n"));
        }

        Reply sendWith(Set<Permission> scopes) {
            return send(path(), request(), "Authorization", "Bearer " + api.key("demo", scopes));
        }

        /** With the ids that there are in place of those that the document shows. */
        Reply send(String path, Example example, String... headers) {
            String body = example.body().replace(SERIAL_NUMBER, name + "-" + SERIAL_NUMBER);
            for (Map.Entry<String, String> id : ids.entrySet()) {
                String shown = shownId(id.getKey());
                body = shown.isEmpty() ? body : body.replace(shown, id.getValue());
            }
            List<String> all = new ArrayList<>();
            if (!example.contentType().isEmpty()) {
                all.addAll(List.of("Content-Type", example.contentType()));
            }
            all.addAll(Arrays.asList(headers));
            return api.send(
                    operation.method(),
                    path,
                    example.contentType().isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8),
                    all.toArray(String[]::new));
        }

        private static String shownId(String name) {
            String component = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            return DOCUMENT.place("/components/parameters/" + component)
                    .get("example")
                    .asText();
        }

        private static JsonNode example(String name) {
            return DOCUMENT.place("/components/examples/" + name).get("value");
        }

        @Override
        public void close() {
            if (api != SHARED) {
                api.close();
            }
        }
    }
}
