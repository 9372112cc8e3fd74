package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of the shipped jar while it serves. */
@Timeout(180)
class ObservedServerIT {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void a_server_logs_json_counts_for_prometheus_and_sends_its_spans() throws Exception {
        try (Collector collector = new Collector();
                TenureProcess server = TenureProcess.start(
                        folder,
                        Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(), "OTEL_BSP_SCHEDULE_DELAY", "100"),
                        "serve",
                        "--port",
                        "0")) {
            URI uri = server.awaitAddress();

            HttpResponse<String> refused = get(
                    uri.resolve("/v1/orders?search=jane.personal@example.com"),
                    "Authorization",
                    "Bearer tnr_live_0_00000000000000000000000000000000",
                    "X-Request-Id",
                    "observed-1",
                    "traceparent",
                    "00-" + TRACE_ID + "-00f067aa0ba902b7-01");
            assertThat(refused.statusCode()).isEqualTo(401);

            String spans = collector.await("GET /v1/orders");
            assertThat(collector.await("select"))
                    .contains("transaction")
                    .contains("http.route")
                    .doesNotContain("jane.personal");
            assertThat(spans).contains("tenure.request_id").contains("observed-1");

            String metrics = get(uri.resolve("/metrics")).body();
            assertThat(metrics)
                    .contains(
                            "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/orders\",status=\"401\"} 1")
                    .contains("hikaricp_connections_max{pool=\"tenure\"} 16.0")
                    .contains("tenure_admission_permits 32.0")
                    .contains("tenure_transactions_lost_total 0.0")
                    .contains("jvm_memory_used_bytes{")
                    .contains("jvm_gc_memory_allocated_bytes_total")
                    .contains("jvm_threads_live_threads");

            List<JsonNode> lines = lines(server.err());
            assertThat(lines).anySatisfy(line -> {
                assertThat(line.path("requestId").asText()).isEqualTo("observed-1");
                assertThat(line.path("level").asText()).isEqualTo("INFO");
                assertThat(line.path("method").asText()).isEqualTo("GET");
                assertThat(line.path("route").asText()).isEqualTo("/v1/orders");
                assertThat(line.path("status").asInt()).isEqualTo(401);
                assertThat(line.path("traceId").asText()).isEqualTo(TRACE_ID);
                assertThat(line.has("durationMillis")).isTrue();
            });
            assertThat(server.err()).doesNotContain("jane.personal").doesNotContain("tnr_live");
        }
    }

    /** Every line of the log is a JSON object. */
    private static List<JsonNode> lines(String log) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : log.lines().toList()) {
            assertThat(line).startsWith("{");
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private HttpResponse<String> get(URI uri, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
