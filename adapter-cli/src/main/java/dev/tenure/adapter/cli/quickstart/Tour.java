package dev.tenure.adapter.cli.quickstart;

import dev.tenure.adapter.cli.shared.CommandFailed;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.json.shared.JsonReader;
import dev.tenure.adapter.json.shared.JsonReader.MalformedJson;
import dev.tenure.adapter.json.shared.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The main job from a client's side: every step is a request to the HTTP API. */
final class Tour {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
    private final URI server;
    private final String tenant;
    private final String key;
    private final String run;
    private int steps;

    /** @param run distinguishes the requests of this tour from those of all others */
    Tour(URI server, String tenant, String key, String run) {
        this.server = server;
        this.tenant = tenant;
        this.key = key;
        this.run = run;
    }

    /** Places the order that this JSON describes. */
    Step place(String body) {
        Map<?, ?> answer = post("/v1/orders", body, 201);
        return step("POST /v1/orders", member(answer, "order"));
    }

    Step confirm(String orderId) {
        Map<?, ?> answer = post("/v1/orders/" + orderId + "/confirm", "{}", 200);
        return step("POST /v1/orders/…/confirm", member(answer, "order"));
    }

    /** Hands over one unit; the order after it is read again, as another client would see it. */
    Step fulfil(String orderId, String sku, String serialNumber) {
        post(
                "/v1/subscriptions",
                JsonWriter.line(new JsonObject()
                        .value("orderId", orderId)
                        .value("sku", sku)
                        .value("assetSerialNumber", serialNumber)),
                201);
        return step(
                "POST /v1/subscriptions", send(request("/v1/orders/" + orderId).GET(), 200));
    }

    private Map<?, ?> post(String path, String body, int expected) {
        steps++;
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "quickstart-" + run + "-" + steps)
                        .POST(BodyPublishers.ofString(body)),
                expected);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Tenant-ID", tenant);
    }

    private Map<?, ?> send(HttpRequest.Builder builder, int expected) {
        HttpRequest request = builder.build();
        String what = request.method() + " " + request.uri();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            Object answer = read(response.body());
            if (response.statusCode() == expected && answer instanceof Map<?, ?> map) {
                return map;
            }
            throw new CommandFailed("%s answered %d: %s".formatted(what, response.statusCode(), said(answer)));
        } catch (IOException failed) {
            throw new CommandFailed("%s got no answer: %s".formatted(what, failed));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(what + " was interrupted");
        }
    }

    private static @Nullable Object read(String body) {
        try {
            return JsonReader.read(body);
        } catch (MalformedJson notJson) {
            return null;
        }
    }

    private static String said(@Nullable Object answer) {
        if (answer instanceof Map<?, ?> document && document.get("error") instanceof Map<?, ?> error) {
            return error.get("code") + ": " + error.get("message");
        }
        return "not the expected answer";
    }

    private static Step step(String request, Map<?, ?> order) {
        Map<?, ?> progress = member(order, "rentalProgress");
        return new Step(
                request,
                String.valueOf(order.get("orderId")),
                String.valueOf(order.get("status")),
                progress.get("rentedDevices") + "/" + progress.get("totalDevices"));
    }

    private static Map<?, ?> member(Map<?, ?> object, String name) {
        if (object.get(name) instanceof Map<?, ?> member) {
            return member;
        }
        throw new CommandFailed("the answer has no " + name);
    }

    /** The result of a request for the order. */
    record Step(String request, String orderId, String status, String progress) {}
}
