package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.bootstrap.Api.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who want different things of one order at once, from the shipped jar. */
class MixedWritersIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "acme";
    private static final int WRITERS = 200;

    @Test
    void two_hundred_writers_of_mixed_verbs_leave_the_order_that_its_events_tell_of(@TempDir Path dataDirectory)
            throws Exception {
        try (TenureProcess server = TenureProcess.start(dataDirectory, "serve", "--port", "0")) {
            Api api = tenantOn(server, dataDirectory);
            warmUp(api);
            String id = api.post(
                            "/v1/orders",
                            Samples.businessOrder("many@example.com").replace("\"quantity\": 5", "\"quantity\": 60"))
                    .text("/orderId");

            List<Answer> answers = atOnce(writer -> write(api, id, writer));

            assertThat(answers).hasSize(WRITERS).allSatisfy(answer -> assertThat(answer.status())
                    .as(answer.body().toString())
                    .isIn(200, 201, 409, 412));
            assertThat(answers).anyMatch(answer -> answer.status() == 412);
            assertThat(answers).anyMatch(answer -> answer.status() == 409);
            JsonNode order = api.get("/v1/orders/" + id).body();
            List<JsonNode> events = events(api, id);
            assertThat(events.stream().map(event -> event.get("sequence").asLong()))
                    .as("sequences without a gap")
                    .containsExactlyElementsOf(sequencesTo(events.size()));
            assertThat(api.get("/v1/orders/" + id + "?asOf=2999-01-01T00:00:00Z")
                            .body())
                    .as("the replay of the events")
                    .isEqualTo(order);
            assertThat(handedOver(answers)).containsExactlyInAnyOrderElementsOf(texts(order.get("rentalIds")));
            assertThat(order.at("/rentalProgress/rentedDevices").asInt())
                    .isEqualTo(order.get("rentalIds").size());
        }
    }

    /** A server that has just started is slow for its first second; what that is like is for other tests. */
    private static void warmUp(Api api) throws Exception {
        for (int i = 0; i < 10; i++) {
            String id = api.post("/v1/orders", Samples.businessOrder("warm@example.com"))
                    .text("/orderId");
            for (int writer = 0; writer < 10; writer++) {
                write(api, id, 1000 + 10 * i + writer);
            }
        }
    }

    /** Each writer wants one of ten things; every other one that can ties it to the version it saw. */
    private static Answer write(Api api, String id, int writer) throws Exception {
        String order = "/v1/orders/" + id;
        return switch (writer % 10) {
            case 0 -> api.post(order + "/confirm", "{}");
            case 1 -> api.send("PATCH", order + "/notes", "{\"notes\": \"by %d\"}".formatted(writer));
            case 2 ->
                api.send("PATCH", order, "{\"customFields\": {\"writer\": %d}}".formatted(writer), "If-Match", "\"1\"");
            case 3, 4 -> api.post("/v1/subscriptions", Samples.handOver(id, "MACBOOK-PRO-16-M3", "MIX-" + writer));
            case 5 -> api.post(order + "/fulfilments", """
                    {"mode": "best_effort", "units": [
                        {"sku": "MACBOOK-PRO-16-M3", "assetSerialNumber": "MIX-%d-A"},
                        {"sku": "IPAD-PRO-12-M2", "assetSerialNumber": "MIX-%d-B"}]}""".formatted(writer, writer));
            case 6 -> api.send("PATCH", order, "{\"trackingNumber\": \"T-%d\"}".formatted(writer));
            case 7 -> api.post(order + "/payment", "{\"reference\": \"R-%d\"}".formatted(writer));
            case 8 -> api.post(order + "/cancel", "{\"reason\": \"writer %d\"}".formatted(writer));
            default -> api.send("PATCH", order, """
                    {"items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 60}, {"sku": "IPAD-PRO-12-M2", "quantity": %d}]}""".formatted(3 + writer % 3), "If-Match", latest(api, order));
        };
    }

    private static String latest(Api api, String order) throws Exception {
        Answer actions = api.get(order + "/actions");
        assertThat(actions.status()).as(actions.body().toString()).isEqualTo(200);
        return "\"" + actions.text("/version") + "\"";
    }

    private static Set<String> handedOver(List<Answer> answers) {
        Set<String> ids = new HashSet<>();
        answers.stream().filter(answer -> answer.status() < 300).forEach(answer -> {
            if (answer.body().has("rentalId")) {
                ids.add(answer.text("/rentalId"));
            }
            answer.body().path("results").forEach(result -> {
                if (result.path("status").asText().equals("fulfilled")) {
                    ids.add(result.path("rentalId").asText());
                }
            });
        });
        return ids;
    }

    private static List<JsonNode> events(Api api, String id) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    api.get("/v1/orders/" + id + "/events?limit=50" + cursor).body();
            page.get("events").forEach(events::add);
            cursor = page.get("hasMore").asBoolean()
                    ? "&startAfter=" + page.get("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return events;
    }

    private static List<Long> sequencesTo(long last) {
        List<Long> sequences = new ArrayList<>();
        for (long sequence = 1; sequence <= last; sequence++) {
            sequences.add(sequence);
        }
        return sequences;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private interface Write {

        Answer by(int writer) throws Exception;
    }

    private static List<Answer> atOnce(Write write) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> pending = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            pending.add(writers.submit(() -> {
                start.await();
                return write.by(writer);
            }));
        }
        start.countDown();
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : pending) {
            answers.add(each.get(60, TimeUnit.SECONDS));
        }
        writers.shutdown();
        return answers;
    }

    private static Api tenantOn(TenureProcess server, Path dataDirectory) throws Exception {
        var address = server.awaitAddress();
        TenureProcess.result(dataDirectory, "tenant", "create", TENANT, "--currency", "EUR");
        JsonNode key = JSON.readTree(
                TenureProcess.result(dataDirectory, "api-key", "create", "--tenant", TENANT, "--output", "json"));
        Api api = new Api(address, TENANT, key.get("key").asText());
        assertThat(api.postCsv("/v1/products/csv", Samples.CATALOG).status()).isEqualTo(201);
        return api;
    }
}
