package dev.tenure.adapter.rest.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.adapter.rest.Wire;
import dev.tenure.domain.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api = Api.running();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void orders_come_with_their_history() {
        Reply reply = send("", line("a@x.example", """
                "orderId": "old-1", "createdAt": "2023-03-01T09:00:00Z", "confirmedAt": "2023-03-02T10:00:00+01:00",
                "trackingNumber": "3S-1", "shippedAt": "2023-03-04T12:00:00Z",
                "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 2, "contractLength": 24, "unitPrice": 71.50,
                           "units": [{"assetSerialNumber": "OLD-1", "startDate": "2023-03-05"}]}]
                """));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines(reply).get(0).toString())
                .isEqualTo("{\"line\":1,\"status\":\"imported\",\"orderId\":\"old-1\"}");
        assertThat(lines(reply).get(1).toString())
                .isEqualTo("{\"summary\":{\"lines\":1,\"imported\":1,\"unchanged\":0,\"failed\":0,\"rejected\":0}}");
        JsonNode order = api.get("/v1/orders/old-1").json();
        assertThat(order.path("status").asText()).isEqualTo("partial");
        assertThat(order.path("createdAt").asText()).isEqualTo("2023-03-01T09:00:00.000Z");
        assertThat(order.path("updatedAt").asText()).isEqualTo("2023-03-05T00:00:00.000Z");
        assertThat(order.path("shippedAt").asText()).isEqualTo("2023-03-04T12:00:00.000Z");
        assertThat(order.at("/items/0/unitPrice").asText()).isEqualTo("71.5");
        JsonNode rental = api.get(
                        "/v1/subscriptions/" + order.at("/rentalIds/0").asText())
                .json();
        assertThat(rental.path("assetSerialNumber").asText()).isEqualTo("OLD-1");
        assertThat(rental.path("startDate").asText()).isEqualTo("2023-03-05");
    }

    @Test
    void a_bad_line_takes_no_other_along_and_every_fault_of_it_is_named() {
        Reply reply = send(
                "",
                line("a@x.example", "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]")
                        + "\r\n"
                        + "not json\n"
                        + "\n"
                        + line(
                                "b@x.example",
                                "\"status\": \"fulfilled\", \"createdAt\": \"2999-01-01T00:00:00Z\", \"items\": [{\"sku\": \"NO-SUCH\", \"quantity\": 1}]")
                        + "[]\n"
                        + "{\"items\": 5}\n"
                        + line("c@x.example", "\"items\": [{\"sku\": \"IPAD-PRO-12-M2\", \"quantity\": 1}]")
                                .stripTrailing());

        List<JsonNode> lines = lines(reply);
        assertThat(lines.stream()
                        .map(line -> line.path("line").asText() + " "
                                + line.path("status").asText() + " "
                                + line.at("/error/code").asText()))
                .containsExactly(
                        "1 imported ",
                        "3 failed VALIDATION_ERROR",
                        "5 failed VALIDATION_ERROR",
                        "6 failed VALIDATION_ERROR",
                        "7 failed VALIDATION_ERROR",
                        "8 imported ",
                        "  ");
        List<String> broken = new ArrayList<>();
        lines.get(2)
                .at("/error/details")
                .forEach(detail -> broken.add(detail.path("path").asText()));
        assertThat(broken).containsExactly("items[0].sku", "status", "createdAt");
        assertThat(lines.get(6).at("/summary/failed").asInt()).isEqualTo(4);
    }

    @Test
    void sent_again_every_line_is_unchanged_and_nothing_is_twice() {
        String body = line("a@x.example", "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]")
                + line(
                        "a@x.example",
                        "\"orderId\": \"old-7\", \"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1, \"units\": [{\"assetSerialNumber\": \"R-1\"}]}]");
        List<JsonNode> first = lines(send("", body));
        api.post("/v1/orders/" + first.get(0).path("orderId").asText() + "/cancel", "{}");

        List<JsonNode> second = lines(send("", body + body));
        List<JsonNode> other = lines(send(
                "",
                line(
                        "z@x.example",
                        "\"orderId\": \"old-7\", \"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]")));

        assertThat(first.get(0).path("orderId").asText()).matches("ord_[0-9a-f]{40}");
        assertThat(second.get(4).at("/summary/unchanged").asInt()).isEqualTo(4);
        assertThat(second.get(2).path("orderId")).isEqualTo(first.get(0).path("orderId"));
        assertThat(other.get(0).at("/error/code").asText()).isEqualTo("ALREADY_EXISTS");
        assertThat(api.get("/v1/orders").json().path("count").asInt()).isEqualTo(2);
        assertThat(api.get("/v1/subscriptions").json().path("count").asInt()).isEqualTo(1);
    }

    @Test
    void all_or_nothing_keeps_nothing_when_one_line_fails() {
        String good = line("a@x.example", "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]");
        String bad = line("b@x.example", "\"items\": [{\"sku\": \"NO-SUCH\", \"quantity\": 1}]");

        List<JsonNode> refused = lines(send("?policy=reject_all", good + bad + good));
        int kept = api.get("/v1/orders").json().path("count").asInt();
        List<JsonNode> passed = lines(send("?policy=reject_all", good));

        assertThat(refused.stream().map(line -> line.path("status").asText()))
                .containsExactly("rejected", "failed", "rejected", "");
        assertThat(refused.get(1).at("/error/code").asText()).isEqualTo("VARIANT_NOT_FOUND");
        assertThat(refused.get(3).path("summary").toString())
                .isEqualTo("{\"lines\":3,\"imported\":0,\"unchanged\":0,\"failed\":1,\"rejected\":2}");
        assertThat(kept).isZero();
        assertThat(passed.get(0).path("status").asText()).isEqualTo("imported");
        assertThat(api.get("/v1/orders").json().path("count").asInt()).isEqualTo(1);
    }

    @Test
    void a_dry_run_says_what_would_be_and_keeps_nothing() {
        String good = line("a@x.example", "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]");
        String bad = line("b@x.example", "\"items\": [{\"sku\": \"NO-SUCH\", \"quantity\": 1}]");

        Reply reply = send("?dryRun=true", good + bad + good);

        assertThat(reply.header("Dry-Run")).isEqualTo("true");
        assertThat(lines(reply).stream().map(line -> line.path("status").asText()))
                .containsExactly("imported", "failed", "unchanged", "");
        assertThat(api.get("/v1/orders").json().path("count").asInt()).isZero();
    }

    @Test
    void what_is_wrong_with_the_request_is_an_ordinary_error() {
        String body = line("a@x.example", "\"items\": []");

        assertThat(send("?policy=some", body).broken()).containsExactly("policy: invalid_enum_value");
        assertThat(send("?polic=reject_all", body).broken()).containsExactly("polic: unrecognized_keys");
        assertThat(api.post("/v1/orders/import", body).status()).isEqualTo(415);
        assertThat(send("", body, "Authorization", "Bearer tnr_live_x_y").status())
                .isEqualTo(401);
        assertThat(send("", body, "Authorization", "Bearer " + api.key("demo", Set.of(Permission.ORDERS_READ)))
                        .status())
                .isEqualTo(403);
        assertThat(lines(send("", "")).get(0).at("/summary/lines").asInt()).isZero();
    }

    @Test
    void a_line_that_is_too_long_fails_alone() {
        String good = line("a@x.example", "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]");

        List<JsonNode> lines = lines(send("", "x".repeat(3 * 1024 * 1024) + "\n" + good));

        assertThat(lines.get(0).at("/error/message").asText()).contains("1048576 bytes");
        assertThat(lines.get(1).path("status").asText()).isEqualTo("imported");
        assertThat(lines.get(1).path("line").asInt()).isEqualTo(2);
    }

    @Test
    void lines_are_answered_while_the_client_still_sends() throws IOException {
        String good = line("a@x.example", "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]");
        try (Socket socket = Wire.open(api)) {
            OutputStream out = socket.getOutputStream();
            out.write(head().getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 201; i++) {
                chunk(out, good.replace("a@x.example", "a%d@x.example".formatted(i)));
            }

            String begin = readUntil(socket.getInputStream(), "\"line\":200");
            chunk(out, good);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String end = readUntil(socket.getInputStream(), "\"summary\"");

            assertThat(begin).startsWith("HTTP/1.1 200");
            assertThat(end).contains("\"line\":202");
        }
    }

    @Test
    void a_slow_sender_takes_nothing_from_the_others_and_is_heard_to_the_end() throws Exception {
        String good = line("a@x.example", "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Socket socket = Wire.open(api);
                slow.add(socket);
                socket.getOutputStream().write(head().getBytes(StandardCharsets.US_ASCII));
                chunk(socket.getOutputStream(), good.replace("a@x.example", "s%d@x.example".formatted(i)));
            }

            assertThat(api.get("/v1/orders").status()).isEqualTo(200);
            Thread.sleep(1200);
            for (Socket socket : slow) {
                chunk(socket.getOutputStream(), good);
                socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(readUntil(socket.getInputStream(), "\"summary\"")).contains("\"line\":2");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void a_client_that_reads_nothing_before_it_has_sent_all_gets_its_results() throws Exception {
        String good = line(
                "a@x.example", "\"items\": [{\"sku\": \"NO-SUCH-%s\", \"quantity\": 1}]".formatted("X".repeat(240)));
        int count = 10_000;
        try (Socket socket = Wire.open(api)) {
            socket.setReceiveBufferSize(64 * 1024);
            OutputStream out = socket.getOutputStream();
            out.write(head().getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < count / 100; i++) {
                chunk(out, good.repeat(100));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(readUntil(socket.getInputStream(), "\"summary\"")).contains("\"line\":" + count);
        }
    }

    @Test
    void an_import_that_is_answered_while_it_still_comes_may_take_its_time() throws Exception {
        String good = line("a@x.example", "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]");
        try (Socket socket = Wire.open(api)) {
            OutputStream out = socket.getOutputStream();
            out.write(head().getBytes(StandardCharsets.US_ASCII));
            chunk(out, good.repeat(200));
            readUntil(socket.getInputStream(), "\"line\":1,");
            // Longer than the head of a request may take.
            for (int i = 0; i < 26; i++) {
                Thread.sleep(500);
                chunk(out, good);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(readUntil(socket.getInputStream(), "\"summary\"")).contains("\"line\":226,");
        }
    }

    @Test
    void a_cut_connection_keeps_what_was_answered_and_the_rest_comes_with_the_next_try() throws Exception {
        String good = line("a@x.example", "\"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 1}]");
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            all.append(good.replace("a@x.example", "c%d@x.example".formatted(i)));
        }
        try (Socket socket = Wire.open(api)) {
            socket.getOutputStream().write(head().getBytes(StandardCharsets.US_ASCII));
            chunk(socket.getOutputStream(), all.substring(0, all.length() / 2));
            readUntil(socket.getInputStream(), "\"line\":200");
        }

        JsonNode summary = lines(send("", all.toString())).get(500).path("summary");

        assertThat(summary.path("failed").asInt()).isZero();
        assertThat(summary.path("unchanged").asInt()).isBetween(200, 250);
        assertThat(summary.path("imported").asInt() + summary.path("unchanged").asInt())
                .isEqualTo(500);
    }

    private String head() {
        return "POST /v1/orders/import HTTP/1.1\r\n" + Wire.headers(api)
                + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write("%x\r\n".formatted(bytes.length).getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String readUntil(InputStream in, String awaited) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] part = new byte[8192];
        while (text.indexOf(awaited, Math.max(0, text.length() - 3 * part.length)) < 0) {
            int read = in.read(part);
            if (read < 0) {
                throw new AssertionError("ended before " + awaited + ": " + text);
            }
            text.append(new String(part, 0, read, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private Reply send(String query, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/x-ndjson";
        return api.send("POST", "/v1/orders/import" + query, body.getBytes(StandardCharsets.UTF_8), all);
    }

    private static List<JsonNode> lines(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : reply.text().split("\n", -1)) {
            if (!line.isEmpty()) {
                try {
                    lines.add(JSON.readTree(line));
                } catch (IOException notJson) {
                    throw new AssertionError(line, notJson);
                }
            }
        }
        return lines;
    }

    /** John's order under another address, with these fields, on one line. */
    private static String line(String email, String fields) {
        return ("{\"customer\": {\"email\": \"" + email + "\", \"firstName\": \"John\", \"lastName\": \"Smith\"}, "
                                + "\"billingAddress\": {\"contactName\": \"John Smith\", \"streetAddress\": \"123 Main Street\", "
                                + "\"city\": \"Amsterdam\", \"country\": \"Netherlands\"}, "
                                + fields
                                + "}")
                        .replace("\n", " ")
                + "\n";
    }
}
