package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.bootstrap.Api.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client that never knows whether it was heard does to the shipped jar: nothing twice. */
class RetriesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "acme";
    private static final int ORDERS = 100;
    private static final int RETRIES = 10;

    @Test
    void a_thousand_retries_of_a_hundred_creates_over_a_line_that_is_cut_make_a_hundred_orders(
            @TempDir Path dataDirectory) throws Exception {
        try (TenureProcess server = TenureProcess.start(dataDirectory, "serve", "--port", "0");
                CuttingProxy line = new CuttingProxy(server.awaitAddress(), 20260101)) {
            String key = key(dataDirectory);
            Api direct = new Api(server.awaitAddress(), TENANT, key);
            assertThat(direct.postCsv("/v1/products/csv", Samples.CATALOG).status())
                    .isEqualTo(201);
            Map<Integer, Set<String>> made = new ConcurrentHashMap<>();
            AtomicInteger unheard = new AtomicInteger();

            ExecutorService clients = Executors.newFixedThreadPool(16);
            List<Future<?>> sent = new ArrayList<>();
            for (int retry = 0; retry < RETRIES; retry++) {
                for (int order = 0; order < ORDERS; order++) {
                    int number = order;
                    sent.add(clients.submit(() -> {
                        send(new Api(line.uri(), TENANT, key), number, made, unheard);
                        return null;
                    }));
                }
            }
            for (Future<?> each : sent) {
                each.get(60, TimeUnit.SECONDS);
            }
            clients.shutdown();
            for (int order = 0; order < ORDERS; order++) {
                send(direct, order, made, unheard);
            }

            assertThat(unheard.get())
                    .as("requests whose answer never came, of %d cut connections", line.cuts())
                    .isBetween(100, 900);
            assertThat(made).hasSize(ORDERS).allSatisfy((order, ids) -> assertThat(ids)
                    .hasSize(1));
            assertThat(stored(direct))
                    .hasSize(ORDERS)
                    .containsAll(made.values().stream().flatMap(Set::stream).toList());
        }
    }

    private static void send(Api api, int order, Map<Integer, Set<String>> made, AtomicInteger unheard)
            throws InterruptedException {
        Answer answer;
        try {
            answer = api.post(
                    "/v1/orders",
                    Samples.businessOrder("retry-%d@example.com".formatted(order % 7)),
                    "Idempotency-Key",
                    "create-" + order);
        } catch (IOException cut) {
            unheard.incrementAndGet();
            return;
        }
        // A request that meets its twin may be told to wait.
        if (answer.status() == 201) {
            made.computeIfAbsent(order, unused -> ConcurrentHashMap.newKeySet()).add(answer.text("/orderId"));
        } else {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
            assertThat(answer.text("/error/code")).isEqualTo("IDEMPOTENCY_KEY_IN_PROGRESS");
        }
    }

    private static Set<String> stored(Api api) throws IOException, InterruptedException {
        Set<String> stored = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/v1/orders?limit=100" + cursor).body();
            page.get("orders").forEach(order -> stored.add(order.get("orderId").asText()));
            cursor = page.get("hasMore").asBoolean()
                    ? "&startAfter=" + page.get("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return stored;
    }

    private static String key(Path dataDirectory) throws IOException {
        TenureProcess.result(dataDirectory, "tenant", "create", TENANT, "--currency", "EUR");
        return JSON.readTree(TenureProcess.result(
                        dataDirectory, "api-key", "create", "--tenant", TENANT, "--output", "json"))
                .get("key")
                .asText();
    }
}
