package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.bootstrap.Api.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jar with its own PostgreSQL, driven over HTTP and at the terminal. */
class WholeSystemIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "acme";

    @TempDir
    static Path dataDirectory;

    private static TenureProcess server;
    private static Api api;

    @BeforeAll
    static void start_the_server_and_set_up_a_tenant_beside_it() throws Exception {
        server = TenureProcess.start(dataDirectory, "serve", "--port", "0");
        var address = server.awaitAddress();
        TenureProcess.result(dataDirectory, "tenant", "create", TENANT, "--currency", "EUR");
        JsonNode key = JSON.readTree(
                TenureProcess.result(dataDirectory, "api-key", "create", "--tenant", TENANT, "--output", "json"));
        api = new Api(address, TENANT, key.get("key").asText());
        assertThat(api.postCsv("/v1/products/csv", Samples.CATALOG).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop_the_server() {
        server.close();
    }

    @Test
    void an_order_goes_from_placed_to_fulfilled_over_http() throws Exception {
        Answer placed = api.post("/v1/orders", Samples.businessOrder("whole@example.com"));
        String id = placed.text("/orderId");
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("/order/status")).isEqualTo("pending");
        assertThat(placed.body().at("/order/totals/subtotal").decimalValue()).isEqualByComparingTo("622.00");

        assertThat(api.post("/v1/orders/" + id + "/confirm", "").text("/order/status"))
                .isEqualTo("confirmed");

        for (int unit = 1; unit <= 8; unit++) {
            String sku = unit <= 5 ? "MACBOOK-PRO-16-M3" : "IPAD-PRO-12-M2";
            assertThat(api.post("/v1/subscriptions", Samples.handOver(id, sku, "WHOLE-" + unit))
                            .status())
                    .isEqualTo(201);
            assertThat(api.get("/v1/orders/" + id).text("/status")).isEqualTo(unit < 8 ? "partial" : "fulfilled");
        }
        assertThat(api.get("/v1/orders/" + id).body().get("rentalIds")).hasSize(8);
    }

    @Test
    void an_order_is_edited_and_its_whole_life_is_told() throws Exception {
        String id = api.post("/v1/orders", Samples.businessOrder("edits@example.com"))
                .text("/orderId");

        Answer refused = api.patch("/v1/orders/" + id, "{\"customer\": {\"email\": null}, \"notes\": \"unkept\"}");
        Answer edited = api.patch("/v1/orders/" + id, """
                {"customer": {"email": "edited@example.com"}, "shippingAddress": {"city": "Delft"}, "notes": "Ring twice",
                 "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 6}], "customFields": {"costCenter": 7}}
                """);
        Answer paid = api.post("/v1/orders/" + id + "/payment", "{\"reference\": \"BANK-1\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/details/0/path")).isEqualTo("customer.email");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(paid.status()).isEqualTo(200);
        assertThat(api.get("/v1/orders/" + id).body()).isEqualTo(paid.body().get("order"));
        JsonNode events = api.get("/v1/orders/" + id + "/events").body().get("events");
        assertThat(events.get(0).get("type").asText()).isEqualTo("placed");
        assertThat(events.get(events.size() - 1).get("type").asText()).isEqualTo("payment_recorded");
        Answer first =
                api.get("/v1/orders/" + id + "?asOf=" + events.get(0).get("at").asText());
        assertThat(first.text("/customer/email")).isEqualTo("edits@example.com");
    }

    @Test
    void the_terminal_sees_what_http_wrote_and_the_other_way_round() throws Exception {
        String id = api.post("/v1/orders", Samples.businessOrder("terminal@example.com"))
                .text("/orderId");

        TenureProcess.result(dataDirectory, "order", "confirm", id, "--tenant", TENANT);

        assertThat(api.get("/v1/orders/" + id).text("/status")).isEqualTo("confirmed");
        assertThat(TenureProcess.result(dataDirectory, "order", "show", id, "--tenant", TENANT))
                .contains(id, "confirmed");
    }

    @Test
    void twenty_parallel_orders_with_one_new_address_make_one_customer() throws Exception {
        List<Answer> answers = inParallel(20, i -> {
            String email = i % 2 == 0 ? "same@example.com" : "Same@Example.COM";
            return api.post("/v1/orders", Samples.businessOrder(email));
        });

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream()
                        .map(answer -> answer.text("/order/customer/customerId"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void parallel_creates_make_one_order_per_key_and_leave_the_keys_of_refused_ones_free() throws Exception {
        List<Answer> answers = inParallel(72, i -> create(i / 2, i / 2 % 3 == 2 ? "NO-SUCH-SKU" : "MACBOOK-PRO-16-M3"));

        Set<String> made = new HashSet<>();
        Set<String> customers = new HashSet<>();
        for (int key = 0; key < 36; key++) {
            Answer one = answers.get(2 * key);
            Answer twin = answers.get(2 * key + 1);
            if (key % 3 == 2) {
                assertThat(List.of(one, twin)).allSatisfy(refused -> assertThat(refused.text("/error/code"))
                        .isEqualTo("VARIANT_NOT_FOUND"));
                one = create(key, "MACBOOK-PRO-16-M3");
            } else {
                assertThat(twin).isEqualTo(one);
            }
            assertThat(one.status()).as(one.body().toString()).isEqualTo(201);
            assertThat(one.text("/order/notes")).isEqualTo("order " + key);
            assertThat(made.add(one.text("/orderId"))).isTrue();
            customers.add(one.text("/order/customer/customerId"));
        }
        assertThat(customers).hasSize(3);
        for (String customer : customers) {
            assertThat(api.get("/v1/customers/" + customer).text("/totalOrders"))
                    .isEqualTo("12");
        }
    }

    /** Under a key, of one of three customers. */
    private static Answer create(int key, String sku) throws Exception {
        return api.post(
                "/v1/orders",
                Samples.businessOrder((key % 2 == 0 ? "G%d@example.com" : "g%d@example.com").formatted(key / 3 % 3))
                        .replace("MACBOOK-PRO-16-M3", sku)
                        .replace("Rush delivery requested", "order " + key),
                "Idempotency-Key",
                "gathered-" + key);
    }

    @Test
    void parallel_hand_overs_on_many_orders_make_one_subscription_per_key() throws Exception {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            orders.add(api.post("/v1/orders", Samples.businessOrder("keys@example.com"))
                    .text("/orderId"));
        }

        List<Answer> answers = inParallel(60, i -> {
            int unit = i / 2;
            return api.post(
                    "/v1/subscriptions",
                    Samples.handOver(orders.get(unit % 6), "MACBOOK-PRO-16-M3", "KEYED-" + unit),
                    "Idempotency-Key",
                    "keyed-" + unit);
        });

        Map<String, Set<String>> handedOver = new HashMap<>();
        for (int unit = 0; unit < 30; unit++) {
            Answer one = answers.get(2 * unit);
            assertThat(one.status()).as(one.body().toString()).isEqualTo(201);
            assertThat(answers.get(2 * unit + 1)).isEqualTo(one);
            handedOver
                    .computeIfAbsent(orders.get(unit % 6), id -> new HashSet<>())
                    .add(one.text("/rentalId"));
        }
        for (String id : orders) {
            List<String> kept = new ArrayList<>();
            api.get("/v1/orders/" + id).body().at("/items/0/rentalIds").forEach(rental -> kept.add(rental.asText()));
            assertThat(kept).hasSize(5).containsExactlyInAnyOrderElementsOf(handedOver.getOrDefault(id, Set.of()));
        }
    }

    @Test
    void fifty_parallel_hand_overs_of_twenty_units_make_twenty_subscriptions_and_thirty_refusals() throws Exception {
        String order = Samples.businessOrder("fifty@example.com").replace("\"quantity\": 5", "\"quantity\": 20");
        String id = api.post("/v1/orders", order).text("/orderId");

        List<Answer> answers = inParallel(
                50, i -> api.post("/v1/subscriptions", Samples.handOver(id, "MACBOOK-PRO-16-M3", "FIFTY-" + i)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(20);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(30)
                .allMatch(answer -> answer.text("/error/code").equals("ITEM_FULLY_FULFILLED"));
        assertThat(api.get("/v1/orders/" + id).body().at("/items/0/rentalIds")).hasSize(20);
    }

    @Test
    void one_serial_number_is_handed_over_once_however_many_ask() throws Exception {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            orders.add(api.post("/v1/orders", Samples.businessOrder("serial@example.com"))
                    .text("/orderId"));
        }

        List<Answer> answers = inParallel(
                10, i -> api.post("/v1/subscriptions", Samples.handOver(orders.get(i), "IPAD-PRO-12-M2", "ONLY-ONE")));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.text("/error/code").equals("ASSET_NOT_AVAILABLE"))
                .hasSize(9);
    }

    @Test
    void paging_visits_each_order_once_while_others_are_written() throws Exception {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            before.add(api.post("/v1/orders", Samples.businessOrder("paging@example.com"))
                    .text("/orderId"));
        }
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<?> written = writer.submit(() -> {
            while (writing.get()) {
                api.post("/v1/orders", Samples.businessOrder("meanwhile@example.com"));
            }
            return null;
        });

        List<String> seen = new ArrayList<>();
        String query = "/v1/orders?limit=7";
        String cursor = "";
        do {
            JsonNode page = api.get(query + cursor).body();
            page.get("orders").forEach(order -> seen.add(order.get("orderId").asText()));
            cursor = page.get("hasMore").asBoolean()
                    ? "&startAfter=" + page.get("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());

        writing.set(false);
        written.get(30, TimeUnit.SECONDS);
        writer.shutdown();
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void every_acknowledged_order_survives_a_kill_and_none_is_half_there(@TempDir Path ownDirectory) throws Exception {
        TenureProcess doomed = TenureProcess.start(ownDirectory, "serve", "--port", "0");
        Api stream = tenantOn(doomed, ownDirectory);
        Set<String> acknowledged = new HashSet<>();
        ConcurrentLinkedQueue<String> acknowledgements = new ConcurrentLinkedQueue<>();
        AtomicBoolean alive = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(8);
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            clients.execute(() -> create(stream, acknowledgements, alive, next));
        }
        while (acknowledgements.size() < 200) {
            TenureProcess.sleep(10);
        }

        doomed.kill();
        alive.set(false);
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        acknowledged.addAll(acknowledgements);

        try (TenureProcess again = TenureProcess.start(ownDirectory, "serve", "--port", "0")) {
            again.awaitAddress();
            Api reader = tenantOn(again, ownDirectory);
            Set<String> stored = new HashSet<>();
            String cursor = "";
            do {
                JsonNode page = reader.get("/v1/orders?limit=100" + cursor).body();
                page.get("orders").forEach(order -> {
                    stored.add(order.get("orderId").asText());
                    assertThat(order.get("items")).hasSize(2);
                    assertThat(order.at("/totals/totalDevices").asInt()).isEqualTo(8);
                    assertThat(order.at("/customer/customerId").asText()).isNotEmpty();
                });
                cursor = page.get("hasMore").asBoolean()
                        ? "&startAfter=" + page.get("nextCursor").asText()
                        : "";
            } while (!cursor.isEmpty());
            assertThat(stored).containsAll(acknowledged);
        }
    }

    @Test
    void no_answer_is_cut_and_none_is_forgotten_when_the_server_is_asked_to_stop(@TempDir Path ownDirectory)
            throws Exception {
        TenureProcess stopping = TenureProcess.start(ownDirectory, "serve", "--port", "0");
        Api stream = tenantOn(stopping, ownDirectory);
        ConcurrentLinkedQueue<String> acknowledgements = new ConcurrentLinkedQueue<>();
        AtomicInteger cut = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            clients.execute(() -> {
                while (true) {
                    try {
                        Answer answer = stream.post(
                                "/v1/orders", Samples.businessOrder("s" + next.incrementAndGet() + "@example.com"));
                        if (answer.status() != 201) {
                            return;
                        }
                        acknowledgements.add(answer.text("/orderId"));
                    } catch (ConnectException refused) {
                        return;
                    } catch (IOException ended) {
                        // A connection may be closed before its next request is read; an answer that has begun is
                        // finished.
                        if (hasBegun(ended)) {
                            cut.incrementAndGet();
                        }
                        return;
                    } catch (InterruptedException interrupted) {
                        return;
                    }
                }
            });
        }
        while (acknowledgements.size() < 100) {
            TenureProcess.sleep(10);
        }

        stopping.terminate();

        stopping.awaitExit();
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(cut).hasValue(0);
        String listed =
                TenureProcess.result(ownDirectory, "order", "list", "--all", "--tenant", TENANT, "--output", "json");
        assertThat(acknowledgements).allMatch(listed::contains);
    }

    private static boolean hasBegun(IOException ended) {
        String message = String.valueOf(ended.getMessage());
        return message.contains("bytes received") || message.contains("EOF reached while reading");
    }

    private static void create(
            Api stream, ConcurrentLinkedQueue<String> acknowledgements, AtomicBoolean alive, AtomicInteger next) {
        while (alive.get()) {
            try {
                Answer answer =
                        stream.post("/v1/orders", Samples.businessOrder("k" + next.incrementAndGet() + "@example.com"));
                if (answer.status() == 201) {
                    acknowledgements.add(answer.text("/orderId"));
                }
            } catch (IOException | InterruptedException killed) {
                return;
            }
        }
    }

    private static Api tenantOn(TenureProcess running, Path directory) throws Exception {
        var address = running.awaitAddress();
        if (!TenureProcess.result(directory, "tenant", "list").contains(TENANT)) {
            TenureProcess.result(directory, "tenant", "create", TENANT, "--currency", "EUR");
        }
        JsonNode key = JSON.readTree(
                TenureProcess.result(directory, "api-key", "create", "--tenant", TENANT, "--output", "json"));
        Api client = new Api(address, TENANT, key.get("key").asText());
        client.postCsv("/v1/products/csv", Samples.CATALOG);
        return client;
    }

    private static <T> List<T> inParallel(int times, ParallelCall<T> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(times);
        try {
            List<Callable<T>> calls = IntStream.range(0, times)
                    .<Callable<T>>mapToObj(i -> () -> call.call(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : callers.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            callers.shutdown();
        }
    }

    private interface ParallelCall<T> {

        T call(int i) throws Exception;
    }
}
