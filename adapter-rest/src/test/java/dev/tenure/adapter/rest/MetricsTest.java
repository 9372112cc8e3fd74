package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.adapter.rest.Api.Reply;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void the_page_is_open_and_in_the_format_of_prometheus() {
        try (Api api = Api.running()) {
            api.get("/health/live");
            until(api, "http_server_requests_seconds_count{method=\"GET\",route=\"/health/live\",status=\"200\"} 1");

            Reply reply = api.send(HttpRequest.newBuilder(api.uri("/metrics")).build());

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).startsWith("text/plain; version=0.0.4");
            assertThat(reply.text())
                    .contains("# TYPE http_server_requests_seconds histogram")
                    .contains("# HELP tenure_admission_permits ");
        }
    }

    @Test
    void a_request_is_timed_under_its_route_method_and_status() {
        try (Api api = Api.running()) {
            String id = api.placedOrder();
            api.get("/v1/orders/" + id);
            api.get("/v1/orders/ord_unknown");

            until(
                    api,
                    "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/orders/{orderId}\",status=\"404\"} 1");
            assertThat(metrics(api, "http_server_requests_seconds_count"))
                    .contains(
                            "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/orders/{orderId}\",status=\"200\"} 1",
                            "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/orders/{orderId}\",status=\"404\"} 1",
                            "http_server_requests_seconds_count{method=\"POST\",route=\"/v1/orders\",status=\"201\"} 1");
            assertThat(metrics(api, "http_server_requests_seconds_bucket"))
                    .anyMatch(line -> line.contains("le=\"0.005\"") && line.contains("{orderId}"));
        }
    }

    @Test
    void paths_and_methods_that_clients_make_up_make_no_new_series() throws Exception {
        try (Api api = Api.running()) {
            for (int i = 0; i < 20; i++) {
                api.get("/nowhere/" + i);
                api.get("/v1/orders/" + i + "/what");
                Wire.exchange(api, "FOO" + i + " /v1/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                Wire.exchange(api, "GET /%zz" + i + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            }

            until(api, "http_server_requests_seconds_count{method=\"OTHER\",route=\"none\",status=\"400\"} 20");
            List<String> series = metrics(api, "http_server_requests_seconds_count");
            assertThat(series)
                    .contains(
                            "http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"} 40",
                            "http_server_requests_seconds_count{method=\"OTHER\",route=\"none\",status=\"400\"} 20",
                            "http_server_requests_seconds_count{method=\"OTHER\",route=\"none\",status=\"405\"} 20")
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void admission_shows_its_permits_who_works_who_waits_and_who_was_refused() {
        CountDownLatch goOn = new CountDownLatch(1);
        try (Api api = Api.running(
                HttpConfig.USUAL.withPermits(1).withPatience(Duration.ofMillis(400)),
                useCases -> Doubles.confirmingWith(useCases, (caller, id) -> {
                    await(goOn);
                    return useCases.orders().confirm().confirm(caller, id);
                }))) {
            String id = api.placedOrder();
            CompletableFuture<Reply> working =
                    CompletableFuture.supplyAsync(() -> api.post("/v1/orders/" + id + "/confirm", ""));
            until(api, "tenure_admission_working 1");
            CompletableFuture<Reply> waiting = CompletableFuture.supplyAsync(() -> api.get("/v1/orders"));
            until(api, "tenure_admission_waiting 1");
            assertThat(metrics(api, "http_server_requests_active")).containsExactly("http_server_requests_active 3");

            assertThat(waiting.join().status()).isEqualTo(503);
            goOn.countDown();
            assertThat(working.join().status()).isEqualTo(200);

            assertThat(metrics(api, "tenure_admission"))
                    .contains(
                            "tenure_admission_permits 1",
                            "tenure_admission_working 0",
                            "tenure_admission_waiting 0",
                            "tenure_admission_refused_total 1");
        }
    }

    /** The samples of a name, whole numbers without their fraction. */
    private static List<String> metrics(Api api, String name) {
        return api.get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .filter(line -> !line.contains("route=\"/metrics\""))
                .map(line -> Pattern.compile("\\.0$").matcher(line).replaceFirst(""))
                .toList();
    }

    private static void until(Api api, String sample) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (!metrics(api, sample.split(" ", -1)[0]).contains(sample)) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
