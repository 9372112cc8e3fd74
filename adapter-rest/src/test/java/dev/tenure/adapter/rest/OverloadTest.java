package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.out.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Neither many clients nor slow ones take the server away from the others. */
class OverloadTest {

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();

    /** Confirming takes until {@link #goOn}. */
    private Api slowly(HttpConfig config) {
        return Api.running(
                config,
                useCases -> Doubles.confirmingWith(useCases, (caller, id) -> {
                    working.incrementAndGet();
                    await(goOn);
                    return useCases.orders().confirm().confirm(caller, id);
                }));
    }

    @Test
    void who_finds_no_permit_in_time_is_turned_away_and_the_others_finish() {
        try (Api api = slowly(HttpConfig.USUAL.withPermits(2).withPatience(Duration.ofMillis(250)))) {
            String id = api.placedOrder();
            List<CompletableFuture<Reply>> atWork = List.of(confirming(api, id), confirming(api, id));
            until(() -> working.get() == 2);

            long begin = System.nanoTime();
            Reply turnedAway = api.get("/v1/orders");
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            Reply health = api.get("/health/live");
            goOn.countDown();

            assertThat(turnedAway.status()).isEqualTo(503);
            assertThat(turnedAway.code()).isEqualTo("OVERLOADED");
            assertThat(turnedAway.header("Retry-After")).isEqualTo("1");
            assertThat(waited).isBetween(200L, 2000L);
            assertThat(health.status()).isEqualTo(200);
            assertThat(atWork)
                    .allSatisfy(reply -> assertThat(reply.join().status()).isEqualTo(200));
            assertThat(api.get("/v1/orders").status()).isEqualTo(200);
        }
    }

    @Test
    void after_a_flood_everything_is_as_it_was() {
        HttpConfig narrow = HttpConfig.USUAL.withPermits(2).withPatience(Duration.ofMillis(100));
        try (Api api = Api.running(
                narrow,
                useCases -> Doubles.confirmingWith(useCases, (caller, id) -> {
                    pause(50);
                    return useCases.orders().confirm().confirm(caller, id);
                }))) {
            String id = api.placedOrder();
            ExecutorService clients = Executors.newFixedThreadPool(40);
            try {
                List<Integer> answers = IntStream.range(0, 200)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> api.post("/v1/orders/" + id + "/confirm", ""), clients))
                        .toList()
                        .stream()
                        .map(reply -> reply.join().status())
                        .toList();

                assertThat(answers).contains(200, 503).containsOnly(200, 503);
            } finally {
                clients.shutdown();
            }

            for (int i = 0; i < 20; i++) {
                assertThat(api.get("/v1/orders/" + id).status()).isEqualTo(200);
            }
            assertThat(api.get("/metrics").text())
                    .contains("tenure_admission_working 0.0")
                    .contains("tenure_admission_waiting 0.0")
                    .containsPattern("tenure_admission_refused_total [1-9]");
        }
    }

    @Test
    void what_takes_too_long_is_turned_away_to_be_sent_again_but_an_import_may_take_its_time() {
        try (Api api = Api.running(OverloadTest::overAtOnce)) {
            Reply list = api.get("/v1/orders");
            Reply order = api.post("/v1/orders", Api.MINIMAL_ORDER);
            Reply imported = api.send(
                    "POST",
                    "/v1/products/csv",
                    InMemoryTenure.DEMO_CATALOG.getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "text/csv");

            assertThat(list.status()).isEqualTo(503);
            assertThat(list.code()).isEqualTo("OVERLOADED");
            assertThat(list.header("Retry-After")).isEqualTo("1");
            assertThat(order.status()).isEqualTo(503);
            assertThat(imported.status()).isEqualTo(201);
        }
    }

    private static <T> T overAtOnce(Duration limit, Supplier<T> work) {
        assertThat(limit).isEqualTo(HttpConfig.USUAL.requestTimeout());
        throw new Unavailable("the request took too long", new TimeoutException());
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void a_permit_comes_back_after_every_kind_of_end() {
        try (Api api = Api.running(HttpConfig.USUAL.withPermits(1))) {
            for (int i = 0; i < 5; i++) {
                api.get("/v1/orders/ord_unknown");
                api.get("/v1/orders", "Tenant-ID", "other");
                api.get("/v1/orders", "Authorization", "Bearer x");
                api.post("/v1/orders", "{");
                api.get("/nowhere");
            }

            assertThat(api.get("/v1/orders").status()).isEqualTo(200);
        }
    }

    @Test
    void a_hundred_and_fifty_slow_bodies_hold_nobody_up() throws Exception {
        try (Api api = Api.running(HttpConfig.USUAL.withPermits(2))) {
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 150; i++) {
                    Socket socket = Wire.open(api);
                    slow.add(socket);
                    say(
                            socket,
                            "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
                }

                for (int i = 0; i < 30; i++) {
                    long begin = System.nanoTime();
                    assertThat(api.post("/v1/orders", Api.MINIMAL_ORDER).status())
                            .isEqualTo(201);
                    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
                    for (Socket socket : slow) {
                        sayIfHeard(socket, " ");
                    }
                }
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void a_body_that_trickles_is_cut_off() throws Exception {
        try (Api api = Api.running();
                Socket socket = Wire.open(api)) {
            say(
                    socket,
                    "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(socket));
            for (int i = 0; i < 60 && !answer.isDone(); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
                try {
                    say(socket, " ");
                } catch (IOException cutOff) {
                    break;
                }
            }

            assertThat(answer.get(5, TimeUnit.SECONDS))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("REQUEST_TIMEOUT");
        }
    }

    @Test
    void a_client_may_wait_for_the_go_ahead_before_it_sends_its_body() throws Exception {
        try (Api api = Api.running();
                Socket socket = Wire.open(api)) {
            byte[] order = Api.MINIMAL_ORDER.getBytes(StandardCharsets.UTF_8);
            say(
                    socket,
                    "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api) + "Expect: 100-continue\r\n"
                            + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + order.length
                            + "\r\n\r\n");

            byte[] goAhead = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(goAhead, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100 ");
            socket.getOutputStream().write(order);

            assertThat(read(socket)).startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void a_body_that_comes_in_two_parts_with_a_pause_between_is_read() throws Exception {
        try (Api api = Api.running();
                Socket socket = Wire.open(api)) {
            byte[] order = Api.MINIMAL_ORDER.getBytes(StandardCharsets.UTF_8);
            say(
                    socket,
                    "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                            + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + order.length
                            + "\r\n\r\n{");
            TimeUnit.MILLISECONDS.sleep(700);
            socket.getOutputStream().write(order, 1, order.length - 1);

            assertThat(read(socket)).startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void a_client_that_does_not_read_its_answers_holds_no_thread() throws Exception {
        try (Api api = Api.running();
                Socket socket = new Socket()) {
            for (int i = 0; i < 40; i++) {
                api.placedOrder(Api.MINIMAL_ORDER.replace(
                        "\"items\"", "\"customFields\": {\"x\": \"%s\"}, \"items\"".formatted("y".repeat(60_000))));
            }
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), api.server().port()));
            for (int i = 0; i < 10; i++) {
                say(socket, "GET /v1/orders HTTP/1.1\r\n" + Wire.headers(api) + "\r\n");
            }
            TimeUnit.SECONDS.sleep(2);

            assertThat(Thread.getAllStackTraces().entrySet())
                    .filteredOn(thread -> thread.getKey().getName().startsWith("http"))
                    .noneMatch(thread -> Arrays.stream(thread.getValue())
                            .anyMatch(frame -> frame.getClassName().contains("RouteHandler")
                                    || frame.getClassName().contains("HttpOutput")));
            assertThat(api.get("/v1/orders?limit=1").status()).isEqualTo(200);
        }
    }

    @Test
    void a_client_that_leaves_in_the_middle_of_its_body_leaves_nothing_behind() throws Exception {
        try (Api api = Api.running(HttpConfig.USUAL.withPermits(1))) {
            for (int i = 0; i < 50; i++) {
                try (Socket socket = Wire.open(api)) {
                    say(
                            socket,
                            "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
                }
            }

            Reply list = api.get("/v1/orders");

            assertThat(list.status()).isEqualTo(200);
            assertThat(list.json().path("count").asInt()).isZero();
        }
    }

    @Test
    void a_body_is_read_before_a_permit_is_taken() throws Exception {
        try (Api api = Api.running(HttpConfig.USUAL.withPermits(1));
                Socket socket = Wire.open(api)) {
            byte[] order = Api.MINIMAL_ORDER.getBytes(StandardCharsets.UTF_8);
            say(
                    socket,
                    "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                            + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + order.length
                            + "\r\n\r\n");

            assertThat(api.get("/v1/orders").status()).isEqualTo(200);
            socket.getOutputStream().write(order);

            assertThat(read(socket)).startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void a_request_under_way_at_the_stop_gets_its_whole_answer_and_no_new_one_is_taken() throws Exception {
        Api api = slowly(HttpConfig.USUAL);
        String id = api.placedOrder();
        CompletableFuture<Reply> underWay = confirming(api, id);
        until(() -> working.get() == 1);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(api::close);
        until(() -> isRefused(api));
        TimeUnit.MILLISECONDS.sleep(1500);
        assertThat(stopped).isNotDone();
        assertThat(underWay).isNotDone();
        goOn.countDown();

        Reply reply = underWay.get(5, TimeUnit.SECONDS);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/order/status").asText()).isEqualTo("confirmed");
        stopped.get(5, TimeUnit.SECONDS);
        assertThat(isRefused(api)).isTrue();
    }

    @Test
    void a_stop_does_not_wait_for_ever() {
        HttpConfig hasty = new HttpConfig(
                HttpConfig.LOOPBACK, 0, 16, Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(15));
        Api api = slowly(hasty);
        String id = api.placedOrder();
        CompletableFuture<Reply> underWay = confirming(api, id);
        until(() -> working.get() == 1);

        long begin = System.nanoTime();
        api.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        goOn.countDown();
        assertThat(underWay).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void stopping_twice_is_as_good_as_once() {
        Api api = Api.running();

        api.close();
        api.close();
    }

    private static CompletableFuture<Reply> confirming(Api api, String id) {
        return CompletableFuture.supplyAsync(() -> api.post("/v1/orders/" + id + "/confirm", ""));
    }

    private static boolean isRefused(Api api) {
        try (Socket socket = Wire.open(api)) {
            // A connection that is taken up just as the server begins to stop may get no answer at all.
            socket.setSoTimeout(1000);
            say(socket, "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            return !Wire.readAll(socket.getInputStream()).startsWith("HTTP/1.1 200 ");
        } catch (IOException refused) {
            return true;
        }
    }

    private static void sayIfHeard(Socket socket, String text) {
        try {
            say(socket, text);
        } catch (IOException cutOff) {
            // That is what slow clients get.
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String read(Socket socket) {
        try {
            return Wire.readAll(socket.getInputStream());
        } catch (IOException broken) {
            return broken.toString();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }
}
