package dev.tenure.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.bootstrap.contract.TwoDoors.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same JSON goes in and comes out over HTTP and at the terminal, and is refused for the same reasons in the same
 * words.
 */
class TwoDoorsTest {

    private final TwoDoors doors = new TwoDoors();

    @AfterEach
    void stop() {
        doors.close();
    }

    @Test
    void every_noun_looks_the_same() {
        place(Bodies.EVERYTHING);
        place(Bodies.MINIMAL);
        doors.advance(Duration.ofMinutes(5));
        edit("ord_000001", Bodies.EDIT);
        handOver("ord_000001", "C02-0001");
        doors.http("POST", "/v1/orders/ord_000002/cancel", bytes("{\"reason\": \"Ordered twice\"}"));
        doors.cli("order", "cancel", "ord_000002", "--reason", "Ordered twice");
        doors.http("PUT", "/v1/custom-fields/costCenter", bytes(Bodies.FIELD));
        doors.cli(
                "custom-field", "define", "costCenter", "--label", "Cost center", "--type", "select", "--option", "A1");

        assertSame(doors.get("/v1/orders/ord_000001"), doors.cli("order", "show", "ord_000001"));
        assertSame(doors.get("/v1/orders/ord_000002"), doors.cli("order", "show", "ord_000002"));
        assertSame(doors.get("/v1/orders?limit=5"), doors.cli("order", "list", "--limit", "5"));
        assertSame(doors.get("/v1/orders/ord_000001/events"), doors.cli("order", "events", "ord_000001"));
        assertSame(doors.get("/v1/orders/ord_000001/actions"), doors.cli("order", "actions", "ord_000001"));
        assertSame(doors.get("/v1/subscriptions/sub_000001"), doors.cli("subscription", "show", "sub_000001"));
        assertSame(doors.get("/v1/subscriptions?limit=5"), doors.cli("subscription", "list", "--limit", "5"));
        assertSame(doors.get("/v1/customers/cust_000001"), doors.cli("customer", "show", "cust_000001"));
        assertSame(doors.get("/v1/customers?limit=5"), doors.cli("customer", "list", "--limit", "5"));
        assertSame(doors.get("/v1/products/prod_000001"), doors.cli("product", "show", "MACBOOK-PRO-16"));
        assertSame(doors.get("/v1/products?limit=5"), doors.cli("product", "list", "--limit", "5"));
        assertSame(doors.get("/v1/products/variants?limit=5"), doors.cli("product", "variants", "--limit", "5"));
        assertSame(doors.get("/v1/custom-fields"), doors.cli("custom-field", "list"));
    }

    @Test
    void every_change_answers_with_the_same_order() {
        place(Bodies.MINIMAL.replace("\"quantity\": 1", "\"quantity\": 3"));

        assertSameOrder(change("confirm", ""), doors.cli("order", "confirm", "ord_000001"));
        assertSameOrder(
                doors.http("PATCH", "/v1/orders/ord_000001/notes", bytes("{\"notes\": \"Ring twice\"}")),
                doors.cli("order", "notes", "ord_000001", "--text", "Ring twice"));
        assertSameOrder(
                change("payment", "{\"reference\": \"BANK-7\", \"paidAmount\": 10.5}"),
                doors.cli("order", "pay", "ord_000001", "--reference", "BANK-7", "--amount", "10.5"));
        handOver("ord_000001", "C02-0001");
        assertSameOrder(
                change("close", "{\"reason\": \"Discontinued\"}"),
                doors.cli("order", "close", "ord_000001", "--reason", "Discontinued"));
        place(Bodies.MINIMAL);
        assertSameOrder(
                doors.http("POST", "/v1/orders/ord_000002/cancel", bytes("{\"reason\": \"Ordered twice\"}")),
                doors.cli("order", "cancel", "ord_000002", "--reason", "Ordered twice"));
    }

    @Test
    void what_left_the_catalog_looks_the_same() {
        doors.http("DELETE", "/v1/products/prod_000003", new byte[0]);
        doors.cli("product", "discontinue", "DELL-U2722D");
        doors.http("PATCH", "/v1/products/variants/var_000002/status", bytes("{\"status\": \"inactive\"}"));
        doors.cli("product", "deactivate", "IPAD-PRO-12-M2");

        assertThat(doors.get("/v1/products?status=discontinued")
                        .json()
                        .path("count")
                        .asInt())
                .isOne();
        assertSame(doors.get("/v1/products"), doors.cli("product", "list"));
        assertSame(
                doors.get("/v1/products/variants?status=inactive"),
                doors.cli("product", "variants", "--status", "inactive"));
    }

    private Answer change(String action, String body) {
        return doors.http("POST", "/v1/orders/ord_000001/" + action, bytes(body));
    }

    private static void assertSameOrder(Answer http, Answer cli) {
        assertThat(cli.accepted()).isEqualTo(http.accepted()).isTrue();
        assertThat(text(without(cli.json(), "message"))).isEqualTo(text(without(http.json(), "message")));
    }

    @Test
    void a_quote_looks_the_same() {
        assertSame(
                doors.http("POST", "/v1/orders/quote", bytes(Bodies.EVERYTHING)),
                doors.cli(bytes(Bodies.EVERYTHING), "order", "quote", "-f", "-"));
    }

    @Test
    void an_imported_catalog_is_reported_the_same() {
        Answer http = doors.http("POST", "/v1/products/csv", "text/csv", bytes(Bodies.CATALOG));
        Answer cli = doors.cli(bytes(Bodies.CATALOG), "product", "import", "-");

        assertThat(text(cli.json())).isEqualTo(text(http.json()));
        assertSame(doors.get("/v1/products"), doors.cli("product", "list"));
    }

    @ParameterizedTest
    @EnumSource(Bodies.BadOrder.class)
    void an_order_is_refused_for_the_same_reasons(Bodies.BadOrder bad) {
        byte[] body = bad.body();

        assertRefusedAlike(doors.http("POST", "/v1/orders", body), doors.cli(body, "order", "create", "-f", "-"));
        assertRefusedAlike(doors.http("POST", "/v1/orders/quote", body), doors.cli(body, "order", "quote", "-f", "-"));
        assertThat(doors.cli("order", "list").json().path("count").asInt()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Bodies.BadEdit.class)
    void an_edit_is_refused_for_the_same_reasons(Bodies.BadEdit bad) {
        place(Bodies.MINIMAL);
        byte[] body = bytes(bad.body());

        assertRefusedAlike(
                doors.http("PATCH", "/v1/orders/ord_000001", body),
                doors.cli(body, "order", "edit", "ord_000001", "-f", "-"));
        assertSame(doors.get("/v1/orders/ord_000001"), doors.cli("order", "show", "ord_000001"));
    }

    @Test
    void an_edit_is_taken_alike() {
        place(Bodies.EVERYTHING);
        edit("ord_000001", Bodies.EDIT);

        assertSame(doors.get("/v1/orders/ord_000001"), doors.cli("order", "show", "ord_000001"));
    }

    @Test
    void lines_of_an_import_are_taken_and_refused_alike() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Bodies.IMPORTS.forEach(line -> lines.writeBytes(bytes(line + "\n")));
        for (Bodies.BadOrder bad : Bodies.BadOrder.values()) {
            lines.writeBytes(onOneLine(bad.body()));
        }

        Answer http = doors.http("POST", "/v1/orders/import", "application/x-ndjson", lines.toByteArray());
        Answer cli = doors.cli(lines.toByteArray(), "order", "import", "-");

        assertThat(http.documents()).hasSizeGreaterThan(Bodies.BadOrder.values().length);
        assertThat(texts(cli.documents())).isEqualTo(texts(http.documents()));
        assertSame(doors.get("/v1/orders?limit=100"), doors.cli("order", "list", "--limit", "100"));
        assertSame(doors.get("/v1/subscriptions?limit=100"), doors.cli("subscription", "list", "--limit", "100"));
    }

    @Test
    void the_date_of_a_date_time_starts_a_subscription_through_both_doors() {
        byte[] line = bytes(Bodies.imported("\"startDate\": \"2025-02-03T10:00:00+02:00\""));

        Answer http = doors.http("POST", "/v1/orders/import", "application/x-ndjson", line);
        Answer cli = doors.cli(line, "order", "import", "-");

        assertThat(http.json().path("status").asText()).isEqualTo("imported");
        assertThat(texts(cli.documents())).isEqualTo(texts(http.documents()));
        assertThat(doors.cli("subscription", "list")
                        .json()
                        .at("/rentals/0/startDate")
                        .asText())
                .isEqualTo("2025-02-03");
    }

    @Test
    void units_are_taken_and_refused_alike() {
        place(Bodies.MINIMAL.replace("\"quantity\": 1", "\"quantity\": 5"));
        String batch = "{\"mode\": \"best_effort\", \"units\": [" + String.join(", ", Bodies.UNITS) + "]}";

        Answer http = doors.http("POST", "/v1/orders/ord_000001/fulfilments", bytes(batch));
        Answer cli = doors.cli(
                bytes(String.join("\n", Bodies.UNITS)), "order", "fulfil", "ord_000001", "-f", "-", "--best-effort");

        assertThat(http.accepted()).isTrue();
        assertThat(text(cli.json())).isEqualTo(text(http.json()));
    }

    @Test
    void what_is_not_there_or_not_allowed_is_refused_alike() {
        place(Bodies.MINIMAL);
        handOver("ord_000001", "C02-0001");

        assertRefusedAlike(doors.get("/v1/orders/ord_9"), doors.cli("order", "show", "ord_9"));
        assertRefusedAlike(doors.get("/v1/customers/cust_9"), doors.cli("customer", "show", "cust_9"));
        assertRefusedAlike(doors.get("/v1/subscriptions/sub_9"), doors.cli("subscription", "show", "sub_9"));
        assertRefusedAlike(
                doors.http("POST", "/v1/orders/ord_000001/cancel", bytes("{}")),
                doors.cli("order", "cancel", "ord_000001"));
        assertRefusedAlike(
                doors.http("POST", "/v1/orders/ord_000001/close", bytes("{\"reason\": \"\"}")),
                doors.cli("order", "close", "ord_000001", "--reason", ""));
    }

    private void place(String body) {
        Answer http = doors.http("POST", "/v1/orders", bytes(body));
        Answer cli = doors.cli(bytes(body), "order", "create", "-f", "-");
        assertThat(http.accepted()).as(text(http.json())).isTrue();
        assertThat(cli.accepted()).as(text(cli.json())).isTrue();
    }

    private void edit(String orderId, String body) {
        Answer http = doors.http("PATCH", "/v1/orders/" + orderId, bytes(body));
        Answer cli = doors.cli(bytes(body), "order", "edit", orderId, "-f", "-");
        assertThat(http.accepted()).as(text(http.json())).isTrue();
        assertThat(cli.accepted()).as(text(cli.json())).isTrue();
    }

    private void handOver(String orderId, String serialNumber) {
        String unit = "{\"orderId\": \"%s\", \"assetSerialNumber\": \"%s\", \"itemIndex\": 0}";
        Answer http = doors.http("POST", "/v1/subscriptions", bytes(unit.formatted(orderId, serialNumber)));
        Answer cli = doors.cli("subscription", "create", orderId, "--serial", serialNumber, "--item", "0");
        assertThat(http.accepted()).as(text(http.json())).isTrue();
        assertThat(text(cli.json().path("rental")))
                .isEqualTo(text(doors.get("/v1/subscriptions/sub_000001").json()));
    }

    private static void assertSame(Answer http, Answer cli) {
        assertThat(cli.accepted()).isEqualTo(http.accepted()).isTrue();
        assertThat(text(cli.json())).isEqualTo(text(http.json()));
    }

    private static void assertRefusedAlike(Answer http, Answer cli) {
        assertThat(cli.accepted()).isEqualTo(http.accepted()).isFalse();
        JsonNode error = http.json().path("error");
        assertThat(error.path("code").asText()).isNotEmpty();
        assertThat(text(cli.json().path("error"))).isEqualTo(text(error));
    }

    private static JsonNode without(JsonNode node, String... fields) {
        return node.<ObjectNode>deepCopy().without(List.of(fields));
    }

    private static List<String> texts(List<JsonNode> documents) {
        return documents.stream().map(TwoDoorsTest::text).toList();
    }

    private static String text(JsonNode node) {
        return node.toPrettyString();
    }

    private static byte[] onOneLine(byte[] body) {
        byte[] line = Arrays.copyOf(body, body.length + 1);
        for (int i = 0; i < body.length; i++) {
            line[i] = body[i] == '\n' ? (byte) ' ' : body[i];
        }
        line[body.length] = '\n';
        return line;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
