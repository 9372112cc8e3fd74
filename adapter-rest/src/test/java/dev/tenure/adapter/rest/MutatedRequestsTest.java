package dev.tenure.adapter.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requests that were valid before somebody had a go at their bytes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutatedRequestsTest {

    private static final long SEED = 20_260_101;
    private static final int MOST = 3000;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final List<String> SCRAPS = List.of(
            "\r\n",
            "\r\n\r\n",
            "\n",
            "\u0000",
            "\u00ff",
            "%",
            "%00",
            "%2e%2e/",
            "..",
            "//",
            ";",
            "?",
            "&",
            "#",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "{",
            "[",
            "}",
            "null",
            "-1",
            "1e999999999",
            "99999999999999999999",
            "Content-Length: 1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Expect: 100-continue\r\n",
            "Host: y\r\n",
            "If-Match: \"1\"\r\n",
            "Idempotency-Key: k\r\n",
            "dryRun=true");

    private static final Pattern INTERNALS = Pattern.compile(
            "Exception|Throwable|\\bat [a-z]+\\.|dev\\.tenure|org\\.eclipse|io\\.javalin|java\\.(lang|util)");

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void no_mutation_of_a_valid_request_is_more_than_a_client_s_error() throws IOException {
        Random random = new Random(SEED);
        List<String> requests = validRequests();
        long begin = System.nanoTime();
        int answered = 0;
        for (int i = 0; i < MOST && System.nanoTime() - begin < MOST_NANOS; i++) {
            byte[] mutated = mutated(requests.get(random.nextInt(requests.size())), random);

            String answers = exchanged(mutated);

            answered += answers.isEmpty() ? 0 : 1;
            assertAnswers(answers, "seed %d, mutation %d:%n%s".formatted(SEED, i, new String(mutated, ISO_8859_1)));
        }

        assertThat(answered).isGreaterThan(50);
        assertThat(api.get("/v1/orders").status()).isEqualTo(200);
    }

    private List<String> validRequests() {
        String id = api.placedOrder();
        return List.of(
                request("GET", "/v1/orders?limit=2&sortBy=createdAt&sortDir=desc&status=pending", ""),
                request("GET", "/v1/orders/" + id, ""),
                request("GET", "/v1/subscriptions?limit=1", ""),
                request("GET", "/v1/products", ""),
                request("GET", "/health/live", ""),
                request("GET", "/metrics", ""),
                request("POST", "/v1/orders?dryRun=true", Api.MINIMAL_ORDER),
                request("POST", "/v1/orders", Api.MINIMAL_ORDER),
                request("POST", "/v1/orders/" + id + "/cancel", "{\"reason\": \"changed my mind\"}"),
                request(
                        "POST",
                        "/v1/subscriptions",
                        "{\"orderId\": \"%s\", \"assetSerialNumber\": \"SN-1\", \"sku\": \"MACBOOK-PRO-16-M3\"}"
                                .formatted(id)));
    }

    private String request(String method, String target, String body) {
        return "%s %s HTTP/1.1\r\n%sAccept: application/json\r\nX-Request-Id: m-1\r\n"
                        .formatted(method, target, Wire.headers(api))
                + (body.isEmpty()
                        ? "\r\n"
                        : "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(body.length(), body));
    }

    private static byte[] mutated(String request, Random random) {
        byte[] bytes = request.getBytes(ISO_8859_1);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
            bytes = switch (random.nextInt(6)) {
                case 0 -> replaced(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> replaced(bytes, at, length, new byte[0]);
                case 2 -> replaced(bytes, at, 0, slice(bytes, at, length));
                case 3 -> replaced(bytes, at, length, slice(bytes, random.nextInt(bytes.length), length));
                case 4 -> slice(bytes, 0, at);
                default ->
                    replaced(
                            bytes,
                            at,
                            0,
                            SCRAPS.get(random.nextInt(SCRAPS.size())).getBytes(ISO_8859_1));
            };
        }
        return bytes;
    }

    private static byte[] slice(byte[] bytes, int from, int length) {
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(by);
        out.write(bytes, at + length, bytes.length - at - length);
        return out.toByteArray();
    }

    private String exchanged(byte[] request) throws IOException {
        try (Socket socket = Wire.open(api)) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return Wire.readAll(socket.getInputStream());
        } catch (IOException resetBeforeAnything) {
            return "";
        }
    }

    private static void assertAnswers(String answers, String as) {
        String[] parts = answers.split("(?=HTTP/1\\.[01] \\d{3} )", -1);
        for (String answer : parts) {
            if (answer.isEmpty()) {
                continue;
            }
            assertThat(answer).as(as).matches("(?s)HTTP/1\\.[01] [1-4]\\d\\d .*");
            assertThat(INTERNALS.matcher(answer).find()).as(as + answer).isFalse();
            int headEnd = answer.indexOf("\r\n\r\n");
            String body = headEnd < 0 ? "" : answer.substring(headEnd + 4);
            if (answer.matches("(?s)HTTP/1\\.[01] 4.*") && !body.isEmpty()) {
                assertThat(body)
                        .as(as)
                        .startsWith("{\"error\":{\"code\":\"")
                        .contains("\"requestId\":\"")
                        .endsWith("}}");
            }
        }
    }
}
