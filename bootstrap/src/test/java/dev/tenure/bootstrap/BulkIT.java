package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are larger than the heap would like: the shipped jar with a small one, over HTTP, on its own PostgreSQL.
 */
class BulkIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ORDERS = 10_000;
    private static final String SUMMARY =
            "{\"summary\":{\"lines\":%d,\"imported\":%d,\"unchanged\":%d,\"failed\":0,\"rejected\":0}}";

    @TempDir
    private Path folder;

    @Test
    void ten_thousand_orders_come_in_and_go_out_again_as_they_were() throws Exception {
        Path data = folder.resolve("data");
        TenureProcess.result(data, "tenant", "create", "acme", "--currency", "EUR");
        Path catalog =
                Files.writeString(folder.resolve("catalog.csv"), TenureProcess.result(data, "product", "sample"));
        TenureProcess.result(data, "product", "import", catalog.toString(), "--tenant", "acme");
        String key = JSON.readTree(TenureProcess.result(data, "api-key", "create", "--tenant", "acme", "-o", "json"))
                .path("key")
                .asText();
        Path orders = orders(folder.resolve("orders.ndjson"));
        try (TenureProcess server =
                TenureProcess.start(List.of("-Xmx84m", "-XX:+ExitOnOutOfMemoryError"), data, "serve", "--port", "0")) {
            URI address = server.awaitAddress();

            assertThat(lastLine(imported(address, key, orders))).isEqualTo(SUMMARY.formatted(ORDERS, ORDERS, 0));
            Path exported = exported(address, key, "?sortBy=orderId&sortDir=asc");
            assertThat(lastLine(imported(address, key, orders))).isEqualTo(SUMMARY.formatted(ORDERS, 0, ORDERS));

            assertSame(orders, exported);
            server.peakMemory().ifPresent(peak -> assertThat(peak).isLessThan(450));
        }
    }

    private Path imported(URI address, String key, Path orders) throws IOException, InterruptedException {
        return Http.CLIENT
                .send(
                        request(address, key, "/v1/orders/import")
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofFile(orders))
                                .build(),
                        BodyHandlers.ofFile(folder.resolve("results.ndjson")))
                .body();
    }

    private Path exported(URI address, String key, String query) throws IOException, InterruptedException {
        return Http.CLIENT
                .send(
                        request(address, key, "/v1/orders/export" + query).GET().build(),
                        BodyHandlers.ofFile(folder.resolve("exported.ndjson")))
                .body();
    }

    private static HttpRequest.Builder request(URI address, String key, String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(3))
                .header("Authorization", "Bearer " + key)
                .header("Tenant-ID", "acme");
    }

    private static String lastLine(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.reduce("", (before, line) -> line);
        }
    }

    private static Path orders(Path file) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < ORDERS; i++) {
                lines.write(order(i) + "\n");
            }
        }
        return file;
    }

    private static String order(int i) {
        String units = i % 2 == 0 ? ", \"units\": [{\"assetSerialNumber\": \"SN-%d\"}]".formatted(i) : "";
        return ("{\"orderId\": \"old-%05d\", \"createdAt\": \"2024-03-%02dT08:00:00.123Z\", "
                        + "\"customer\": {\"email\": \"c%d@example.com\", \"firstName\": \"Ann\", \"lastName\": \"Lee %d\"}, "
                        + "\"billingAddress\": {\"contactName\": \"Ann\", \"streetAddress\": \"Street %d\", \"city\": \"Utrecht\", \"country\": \"Netherlands\"}, "
                        + "\"notes\": \"taken over, number %d\", "
                        + "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1, \"contractLength\": 24, \"unitPrice\": %d.50%s}]}")
                .formatted(i, 1 + i % 28, i % 3000, i, i, i, 50 + i % 40, units);
    }

    private static void assertSame(Path orders, Path exported) throws IOException {
        try (BufferedReader given = Files.newBufferedReader(orders);
                BufferedReader got = Files.newBufferedReader(exported)) {
            for (int i = 0; i < ORDERS; i++) {
                JsonNode order = JSON.readTree(given.readLine());
                JsonNode read = JSON.readTree(got.readLine());
                assertThat(told(read)).isEqualTo(told(order));
                assertThat(read.path("status").asText()).isEqualTo(i % 2 == 0 ? "fulfilled" : "pending");
            }
            assertThat(got.readLine()).isNull();
        }
    }

    /** What both files say of an order. */
    private static Map<String, List<String>> told(JsonNode order) {
        Map<String, List<String>> told = new HashMap<>();
        for (String pointer : List.of(
                "/orderId",
                "/createdAt",
                "/customer/email",
                "/customer/lastName",
                "/billingAddress/streetAddress",
                "/notes",
                "/items/0/sku",
                "/items/0/quantity",
                "/items/0/contractLength",
                "/items/0/unitPrice")) {
            told.computeIfAbsent(pointer, unused -> new ArrayList<>())
                    .add(order.at(pointer).asText());
        }
        return told;
    }

    private static final class Http {

        private static final HttpClient CLIENT =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
