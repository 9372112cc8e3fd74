package dev.tenure.adapter.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingTest {

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v2/orders",
                "/v1/order",
                "/V1/orders",
                "/v1/orders/",
                "/v1/orders/ord_1/",
                "/v1/orders/ord_1/unknown",
                "/v1/orders/ord_1/confirm/now",
                "/health",
                "/favicon.ico",
                "/index.html"
            })
    void an_unknown_path_is_404_in_the_envelope_even_without_a_key(String path) {
        Reply reply = api.send(HttpRequest.newBuilder(api.uri(path)).build());

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NOT_FOUND");
        assertThat(reply.json().at("/error/requestId").asText()).isEqualTo(reply.header("X-Request-Id"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/v1/orders,'GET, HEAD, POST'",
        "DELETE,/v1/orders,'GET, HEAD, POST'",
        "OPTIONS,/v1/orders,'GET, HEAD, POST'",
        "TRACE,/v1/orders,'GET, HEAD, POST'",
        "PROPFIND,/v1/orders,'GET, HEAD, POST'",
        "POST,/v1/orders/ord_1,'GET, HEAD, PATCH'",
        "PUT,/v1/orders/ord_1/notes,PATCH",
        "GET,/v1/orders/ord_1/payment,POST",
        "PATCH,/v1/orders/ord_1/close,POST",
        "POST,/v1/orders/ord_1/events,'GET, HEAD'",
        "POST,/v1/orders/ord_1/actions,'GET, HEAD'",
        "PATCH,/v1/products,'GET, HEAD, POST'",
        "GET,/v1/orders/ord_1/confirm,POST",
        "HEAD,/v1/orders/ord_1/cancel,POST",
        "GET,/v1/products/variants/var_1/status,PATCH",
        "PATCH,/v1/products/prod_1,'GET, HEAD, DELETE'",
        "POST,/health/live,'GET, HEAD'"
    })
    void another_method_on_a_known_path_is_405_with_those_that_are_allowed(String method, String path, String allowed) {
        Reply reply = api.send(method, path, null);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow").split(", ", -1)).containsExactlyInAnyOrder(allowed.split(", ", -1));
        if (!method.equals("HEAD")) {
            assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
        }
    }

    @Test
    void head_says_what_get_would_without_the_body() {
        String id = api.placedOrder();
        for (String path : new String[] {"/v1/orders", "/v1/orders/" + id, "/v1/orders/ord_unknown", "/health/live"}) {
            Reply get = api.get(path);
            Reply head = api.send("HEAD", path, null);

            assertThat(head.status()).as(path).isEqualTo(get.status());
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            assertThat(head.text()).isEmpty();
            if (get.status() == 200) {
                assertThat(head.header("Content-Length"))
                        .isEqualTo(String.valueOf(get.response().body().length));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/orders/..%2f..",
                "/v1/orders/%2e%2e/products",
                "/v1/orders/../products",
                "/v1/orders/..",
                "/../../etc/passwd",
                "/v1//orders",
                "//v1/orders",
                "//",
                "/v1/orders;x=y",
                "/v1/orders/ord_1;x=y",
                "/v1/orders/ord_1;jsessionid=1/confirm",
                "/v1/orders/..;/products",
                "/v1/orders/;",
                "/v1/orders/a%2Fb",
                "/v1/orders/a%5Cb",
                "/v1/orders/a\\b",
                "/v1/orders/%",
                "/v1/orders/%zz",
                "/v1/orders/%00",
                "/v1/orders/%ff",
                "/v1/orders/%c0%af",
                "/v1/orders/%25",
                "/v1/orders/%u002e",
                "/v1/orders/\u00e4",
                "/v1/orders/{orderId}",
                "/v1/orders/<x>",
                "/v1/orders#fragment",
                "*",
                "v1/orders",
                "http://localhost/v1/orders/%2e%2e",
                "http://[::1/v1/orders",
                "/v1/orders/\t",
                "?",
                "/%2e/v1/orders"
            })
    void a_path_that_plays_tricks_is_never_more_than_a_refused_request(String target) throws IOException {
        String answer = Wire.get(api, target);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (200|400|404|405) .*");
        if (!answer.startsWith("HTTP/1.1 200")) {
            assertThat(answer)
                    .contains("{\"error\":{\"code\":\"")
                    .contains("requestId")
                    .doesNotContain("<html");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /v1/orders HTTP/1.1\r\n\r\n",
                "GET /v1/orders HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /v1/orders HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n",
                "GET /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "GET /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
                "POST /v1/orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "G\u0000T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n"
            })
    void what_is_not_http_is_refused_in_the_envelope(String request) throws IOException {
        String answer = Wire.exchange(api, request);

        assertThat(answer)
                .matches("(?s)HTTP/1\\.1 4\\d\\d .*")
                .contains("{\"error\":{\"code\":\"")
                .contains("requestId")
                .containsIgnoringCase("x-request-id: ")
                .doesNotContain("Exception")
                .doesNotContain("Jetty");
    }

    @Test
    void nobody_is_tunnelled_anywhere() throws IOException {
        try (Socket socket = Wire.open(api)) {
            socket.getOutputStream()
                    .write("CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n".getBytes(US_ASCII));

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine())
                    .matches("HTTP/1\\.1 4\\d\\d .*");
        }
    }

    @Test
    void headers_over_16_kibibytes_are_refused_in_the_envelope() throws IOException {
        String answer = Wire.exchange(
                api, "GET /v1/orders HTTP/1.1\r\n" + Wire.headers(api) + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("\"HEADERS_TOO_LARGE\"");
    }

    @Test
    void a_path_over_16_kibibytes_is_refused_in_the_envelope() throws IOException {
        String answer = Wire.get(api, "/v1/orders/" + "x".repeat(20_000));

        assertThat(answer).matches("(?s)HTTP/1\\.1 4(14|31) .*").contains("\"HEADERS_TOO_LARGE\"");
    }

    @Test
    void no_answer_names_the_server_software() {
        for (String path : new String[] {"/v1/orders", "/nowhere", "/health/live"}) {
            assertThat(api.get(path).headers().keySet()).doesNotContain("server", "x-powered-by");
        }
    }

    @Test
    void a_connection_is_kept_for_further_requests() throws IOException {
        String request = "GET /v1/orders HTTP/1.1\r\n" + Wire.headers(api) + "\r\n";
        String last = "GET /nowhere HTTP/1.1\r\n" + Wire.headers(api) + "Connection: close\r\n\r\n";

        assertThat(Wire.exchange(api, request + request + last).split("HTTP/1.1 ", -1))
                .hasSize(4);
    }
}
