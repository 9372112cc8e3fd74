package dev.tenure.adapter.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that bend the protocol, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileConnectionsTest {

    /** The smuggled request that must not run. */
    private static final String SMUGGLED = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 0\r\nContent-Length: 70",
                "Content-Length: 0, 70",
                "Content-Length: +0",
                "Content-Length: 0x0",
                "Content-Length: 0 70",
                "Content-Length: 99999999999999999999999",
                "Content-Length : 0",
                "Content-Length\t: 0",
                " Content-Length: 0",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\u000bchunked",
                "Transfer-Encoding: \"chunked\"",
                "X: y\rContent-Length: 0",
                "X: y\u0000z\r\nContent-Length: 0"
            })
    void a_request_whose_length_can_be_read_in_two_ways_is_refused_and_what_follows_it_never_carried_out(String length)
            throws IOException {
        String answer = Wire.exchange(
                api,
                "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api) + "Content-Type: application/json\r\n" + length
                        + "\r\n\r\n0\r\n\r\n" + SMUGGLED);

        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*").contains("{\"error\":{\"code\":\"");
        assertThat(answer.split("HTTP/1\\.1 ", -1)).hasSize(2);
        assertThat(answer).doesNotContain("\"live\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5;ext\r\n{}   \r\n0\r\n\r\n",
                "1\n{\n1\n}\n0\n\n",
                "-1\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}x\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "80000000\r\n{}\r\n",
                "2\r\n{}\r\n0\r\nContent-Length: 5\r\n\r\n"
            })
    void a_chunked_body_is_read_to_the_letter_or_refused(String chunks) throws IOException {
        String answer = halfClosed("POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks);

        assertThat(answer).matches("(?s)(HTTP/1\\.1 4\\d\\d .*)?");
    }

    @Test
    void a_tenant_named_twice_is_no_tenant() throws IOException {
        String answer = Wire.exchange(
                api,
                "GET /v1/orders HTTP/1.1\r\n" + Wire.headers(api) + "Tenant-ID: other\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("NO_TENANT_ACCESS");
    }

    @Test
    void ten_thousand_headers_are_refused() throws IOException {
        StringBuilder request = new StringBuilder("GET /v1/orders HTTP/1.1\r\n").append(Wire.headers(api));
        for (int i = 0; i < 10_000; i++) {
            request.append("X-").append(i).append(": 1\r\n");
        }

        assertThat(Wire.exchange(api, request.append("\r\n").toString()))
                .startsWith("HTTP/1.1 431 ")
                .contains("\"HEADERS_TOO_LARGE\"");
    }

    @Test
    void http_1_0_is_answered_and_closed() throws IOException {
        assertThat(Wire.exchange(api, "GET /v1/orders HTTP/1.0\r\n" + Wire.headers(api) + "\r\n"))
                .matches("(?s)HTTP/1\\.[01] 200 .*")
                .contains("\"orders\"");
        assertThat(Wire.exchange(api, "GET /nowhere HTTP/1.0\r\n\r\n")).matches("(?s)HTTP/1\\.[01] 404 .*");
        assertThat(Wire.exchange(api, "GET /v1/orders\r\n\r\n")).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/orders\u0000 HTTP/1.1",
                "GET /v1/orders/\u0001 HTTP/1.1",
                "GET /v1/orders/\u007f HTTP/1.1",
                "GET  /v1/orders HTTP/1.1",
                "GET /v1/orders HTTP/1.1 x",
                "GET\t/v1/orders\tHTTP/1.1",
                "get /v1/orders HTTP/1.1",
                "GET /v1/orders http/1.1",
                "GET /v1/orders HTTP/2.0",
                "GET /./v1/orders HTTP/1.1",
                "GET /v1/./orders HTTP/1.1",
                "GET /v1/orders/. HTTP/1.1",
                "GET /v1/x/%2e%2e/orders HTTP/1.1",
                "GET /v1/orders/%2E HTTP/1.1",
                "GET /v1%2Forders HTTP/1.1",
                "GET /v1/orders;a/../products HTTP/1.1",
                "PRI * HTTP/2.0",
                "OPTIONS * HTTP/1.1"
            })
    void an_odd_request_line_is_a_client_s_error_or_an_ordinary_answer(String line) throws IOException {
        String answer = Wire.exchange(api, line + "\r\n" + Wire.headers(api) + "Connection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (200|4\\d\\d) .*").doesNotContain("<html");
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            assertThat(answer).contains("{\"error\":{\"code\":\"");
        }
    }

    @Test
    void pipelined_requests_are_answered_one_by_one_in_their_order() throws IOException {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            requests.append("GET /v1/orders/ord_%d HTTP/1.1\r\n".formatted(i))
                    .append(Wire.headers(api))
                    .append("X-Request-Id: p%d\r\n\r\n".formatted(i));
        }
        requests.append("GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        String[] answers = Wire.exchange(api, requests.toString()).split("HTTP/1\\.1 ", -1);

        assertThat(answers).hasSize(102);
        for (int i = 0; i < 100; i++) {
            assertThat(answers[i + 1]).startsWith("404 ").contains("\"requestId\":\"p%d\"".formatted(i));
        }
    }

    @Test
    void a_client_that_has_said_all_it_will_say_still_gets_its_answer() throws IOException {
        assertThat(halfClosed("GET /v1/orders HTTP/1.1\r\n" + Wire.headers(api) + "\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(halfClosed("POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                        + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_client_that_leaves_in_the_middle_of_its_body_made_nothing() throws IOException {
        int before = api.get("/v1/orders").json().path("count").asInt();
        byte[] order = Api.MINIMAL_ORDER.getBytes(StandardCharsets.UTF_8);

        String answer = halfClosed("POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                + "Content-Type: application/json\r\nContent-Length: " + (order.length + 1) + "\r\n\r\n"
                + Api.MINIMAL_ORDER);

        assertThat(answer).matches("(?s)(HTTP/1\\.1 400 .*)?");
        assertThat(api.get("/v1/orders").json().path("count").asInt()).isEqualTo(before);
    }

    @Test
    void a_head_that_trickles_is_cut_off() throws Exception {
        try (Socket slow = Wire.open(api);
                Socket patient = Wire.open(api);
                Socket uploading = Wire.open(api)) {
            say(slow, "GET /v1/orders HTTP/1.1\r\nX: ");
            say(patient, "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
            say(
                    uploading,
                    "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
            long begin = System.nanoTime();
            boolean cutOff = false;
            while (!cutOff && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(20)) {
                TimeUnit.MILLISECONDS.sleep(300);
                cutOff = isClosed(slow);
                say(uploading, "600\r\n" + " ".repeat(0x600) + "\r\n");
            }

            assertThat(cutOff).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(8));
            // Whoever sends a long body at a fair pace may.
            say(uploading, "2\r\n{}\r\n0\r\n\r\n");
            assertThat(Wire.readAll(uploading.getInputStream())).contains("\"items\"");
            // Whoever only keeps his connection for the next request keeps it.
            say(patient, "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(Wire.readAll(patient.getInputStream()).split("HTTP/1\\.1 200 ", -1))
                    .hasSize(3);
        }
    }

    @Test
    void two_thousand_idle_connections_hold_nobody_up() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 2000; i++) {
                idle.add(Wire.open(api));
            }

            for (int i = 0; i < 20; i++) {
                long begin = System.nanoTime();
                assertThat(api.get("/v1/orders").status()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    /** What comes back to a client that closes its half of the connection after this. */
    private String halfClosed(String request) throws IOException {
        try (Socket socket = Wire.open(api)) {
            say(socket, request);
            socket.shutdownOutput();
            return Wire.readAll(socket.getInputStream());
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            say(socket, "x");
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException nothingYet) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
