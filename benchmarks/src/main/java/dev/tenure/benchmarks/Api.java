package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The HTTP API of a server with a tenant's key, for setup and for measurements of single calls. */
public final class Api {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final Tenant tenant;

    public Api(URI server, Tenant tenant) {
        this.server = server;
        this.tenant = tenant;
    }

    /** A tenant and its key. */
    public record Tenant(String id, String key) {}

    public Tenant tenant() {
        return tenant;
    }

    public URI server() {
        return server;
    }

    public JsonNode get(String path) {
        return answer(request(path).GET().build());
    }

    public JsonNode post(String path, String body) {
        return send("POST", path, "application/json", BodyPublishers.ofString(body));
    }

    public JsonNode send(String method, String path, String contentType, BodyPublisher body) {
        return answer(request(path)
                .header("Content-Type", contentType)
                .method(method, body)
                .build());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + tenant.key())
                .header("Tenant-ID", tenant.id());
    }

    public <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new BenchmarkException("%s %s: %s".formatted(request.method(), request.uri(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }

    private JsonNode answer(HttpRequest request) {
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new BenchmarkException("%s %s was answered with %d: %s"
                    .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
        }
        return Json.read(response.body());
    }
}
