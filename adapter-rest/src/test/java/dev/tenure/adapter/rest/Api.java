package dev.tenure.adapter.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.adapter.http.limits.TimeLimit;
import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.adapter.http.telemetry.Telemetry;
import dev.tenure.application.UseCases;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.tenant.in.CreateApiKeyCommand;
import dev.tenure.domain.shared.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A running API over an installation in memory, and a client with a key of the tenant {@code demo}. */
public final class Api implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static final String MINIMAL_ORDER = """
            {"customer": {"email": "john@example.com", "firstName": "John", "lastName": "Smith"},
             "billingAddress": {"contactName": "John Smith", "streetAddress": "123 Main Street", "city": "Amsterdam",
                                "country": "Netherlands"},
             "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 1}]}
            """;

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final RestServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String key = key("demo", Permission.ALL);

    private Api(
            HttpConfig config,
            UnaryOperator<UseCases> change,
            BooleanSupplier readiness,
            Telemetry telemetry,
            TimeLimit timeLimit) {
        this.server = new RestServer(
                config,
                change.apply(tenure.useCases()),
                new CommandChecks(InMemoryTenure.validator()),
                readiness,
                telemetry,
                timeLimit);
        server.start();
    }

    public static Api running() {
        return running(HttpConfig.USUAL);
    }

    public static Api running(HttpConfig config) {
        return running(config, useCases -> useCases);
    }

    public static Api running(HttpConfig config, UnaryOperator<UseCases> change) {
        return new Api(
                config.at(HttpConfig.LOOPBACK, 0), change, () -> true, Telemetry.withoutTraces(), TimeLimit::none);
    }

    public static Api running(BooleanSupplier readiness) {
        return new Api(
                HttpConfig.USUAL.at(HttpConfig.LOOPBACK, 0),
                useCases -> useCases,
                readiness,
                Telemetry.withoutTraces(),
                TimeLimit::none);
    }

    /** One that tells what it does. */
    public static Api running(Telemetry telemetry) {
        return running(telemetry, useCases -> useCases);
    }

    public static Api running(Telemetry telemetry, UnaryOperator<UseCases> change) {
        return new Api(HttpConfig.USUAL.at(HttpConfig.LOOPBACK, 0), change, () -> true, telemetry, TimeLimit::none);
    }

    /** One whose store may work only so long on a request. */
    public static Api running(TimeLimit timeLimit) {
        return new Api(
                HttpConfig.USUAL.at(HttpConfig.LOOPBACK, 0),
                useCases -> useCases,
                () -> true,
                Telemetry.withoutTraces(),
                timeLimit);
    }

    public InMemoryTenure tenure() {
        return tenure;
    }

    public RestServer server() {
        return server;
    }

    public String key() {
        return key;
    }

    /** A new key of this tenant. */
    public String key(String tenant, Set<Permission> scopes) {
        return tenure.useCases()
                .tenants()
                .createApiKey()
                .create(new CreateApiKeyCommand(tenant, "a key", scopes, null))
                .key();
    }

    /** A new key that may be used so often. */
    public String limitedKey(int requestsPerMinute) {
        return tenure.useCases()
                .tenants()
                .createApiKey()
                .create(new CreateApiKeyCommand("demo", "a key", Permission.ALL, null, requestsPerMinute))
                .key();
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Reply post(String path, String json, String... headers) {
        return send("POST", path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Reply patch(String path, String json, String... headers) {
        return send("PATCH", path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** With the key, the tenant and, where there is a body, the content type JSON, unless the headers say otherwise. */
    public Reply send(String method, String path, byte @org.jspecify.annotations.Nullable [] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Tenant-ID", "demo")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** As it is, without anything added. */
    public Reply send(HttpRequest request) {
        try {
            return new Reply(client.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** What is served, as {@code GET /v1/orders}. */
    public List<String> operations() {
        return server.routes().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();
    }

    public URI uri(String path) {
        return server.uri().resolve(path);
    }

    /** An order placed over the API. */
    public String placedOrder() {
        return placedOrder(MINIMAL_ORDER);
    }

    public String placedOrder(String body) {
        return post("/v1/orders", body).json().path("orderId").asText();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** An answer of the API. */
    public record Reply(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException notJson) {
                throw new AssertionError("not JSON: " + text(), notJson);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String code() {
            return json().path("error").path("code").asText();
        }

        /** The details of an error, as {@code path: code}. */
        public List<String> broken() {
            List<String> broken = new java.util.ArrayList<>();
            json().path("error")
                    .path("details")
                    .forEach(detail -> broken.add(detail.path("path").asText() + ": "
                            + detail.path("code").asText()));
            return broken;
        }

        public Map<String, List<String>> headers() {
            return response.headers().map();
        }
    }
}
