package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.tenure.adapter.http.server.HttpConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * Each request is one line of the log, which says what was asked of whom and how it went, and nothing of what was sent.
 */
class RequestLogTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** Each stands for a kind of data that must never be in a log. */
    private static final List<String> PERSONAL = List.of(
            "jane.personal@example.com",
            "Janefirst",
            "Janelast",
            "Private Lane 7",
            "Hiddentown",
            "Secretcompany",
            "+31600000077",
            "notes-about-jane",
            "custom-about-jane",
            "search-for-jane",
            "SERIAL-OF-JANE",
            "reason-of-jane",
            "header-of-jane");

    private static final String ORDER = """
            {"customer": {"email": "jane.personal@example.com", "firstName": "Janefirst", "lastName": "Janelast",
                          "company": "Secretcompany", "phone": "+31600000077"},
             "billingAddress": {"contactName": "Janefirst Janelast", "streetAddress": "Private Lane 7",
                                "city": "Hiddentown", "country": "Netherlands"},
             "notes": "notes-about-jane", "customFields": {"x": "custom-about-jane"},
             "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 1}]}
            """;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Api api = Api.running();

    @BeforeEach
    void listen() {
        // Before the request's line comes its end, which is after its answer.
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        lines.setContext(context);
        lines.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
        context.getLogger("dev.tenure").setLevel(Level.INFO);
        // As a server has it.
        context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR);
        context.getLogger("io.javalin").setLevel(Level.OFF);
    }

    @AfterEach
    void stop() {
        api.close();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(lines);
        context.getLogger("dev.tenure").setLevel(null);
        context.getLogger("org.eclipse.jetty").setLevel(null);
        context.getLogger("io.javalin").setLevel(null);
    }

    @Test
    void a_request_is_a_line_that_names_what_it_was() {
        String id = api.placedOrder();
        await(1);

        api.get("/v1/orders/" + id, "X-Request-Id", "checkout-1", "traceparent", TRACE);

        ILoggingEvent line = await(2);
        assertThat(line.getLevel()).isEqualTo(Level.INFO);
        assertThat(line.getLoggerName()).isEqualTo("dev.tenure.access");
        assertThat(line.getFormattedMessage()).matches("GET /v1/orders/\\{orderId} 200 in \\d+ ms");
        assertThat(fields(line))
                .containsEntry("requestId", "checkout-1")
                .containsEntry("tenant", "demo")
                .containsEntry("keyId", api.key().split("_", -1)[2])
                .containsEntry("method", "GET")
                .containsEntry("route", "/v1/orders/{orderId}")
                .containsEntry("status", 200)
                .containsEntry("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")
                .containsKey("durationMillis");
    }

    @Test
    void what_never_comes_to_an_operation_is_a_line_too() throws Exception {
        api.get("/v1/customers/jane.personal@example.com/nowhere?q=search-for-jane");
        assertThat(fields(await(1)))
                .containsEntry("status", 404)
                .doesNotContainKey("route")
                .doesNotContainKey("tenant");

        Wire.exchange(api, "GET /v1//x HTTP/1.1\r\nHost: x\r\nX-Request-Id: odd-1\r\nConnection: close\r\n\r\n");
        assertThat(fields(await(2))).containsEntry("status", 400).containsEntry("requestId", "odd-1");

        Wire.exchange(api, "FOO /v1/orders HTTP/1.1\r\nHost: x\r\nX-Request-Id: odd-2\r\nConnection: close\r\n\r\n");
        assertThat(fields(await(3))).containsEntry("method", "OTHER").containsEntry("status", 405);
    }

    @Test
    void no_line_holds_anything_personal_nor_a_secret() throws Exception {
        String id = api.placedOrder(ORDER);
        api.post("/v1/orders", ORDER.replace("@", "."));
        api.post("/v1/orders", ORDER.replace("\"country\": \"Netherlands\"", "\"country\": 7"));
        api.post("/v1/orders", ORDER.replace("MACBOOK-PRO-16-M3", "SERIAL-OF-JANE"));
        api.post("/v1/orders", ORDER.substring(0, 200));
        api.post("/v1/orders", ORDER, "Content-Type", "text/plain; name=header-of-jane");
        api.post("/v1/orders", ORDER, "Idempotency-Key", "k1");
        api.post("/v1/orders", ORDER.replace("notes-about-jane", "x"), "Idempotency-Key", "k1");
        api.post("/v1/orders?dryRun=true", ORDER);
        api.post("/v1/orders?dryRun=search-for-jane", ORDER);
        api.send("POST", "/v1/orders", ORDER.getBytes(StandardCharsets.UTF_16));
        api.post("/v1/orders/" + id + "/cancel", "{\"reason\": 7, \"x\": \"reason-of-jane\"}");
        api.post("/v1/orders/" + id + "/cancel", "{\"reason\": \"reason-of-jane\"}");
        api.post("/v1/orders/" + id + "/cancel", "{\"reason\": \"reason-of-jane\"}", "If-Match", "\"header-of-jane\"");
        api.post("/v1/subscriptions", "{\"orderId\": \"%s\", \"assetSerialNumber\": \"SERIAL-OF-JANE\"}".formatted(id));
        api.get("/v1/orders?search=search-for-jane&customerId=jane.personal@example.com");
        api.get("/v1/orders?startAfter=jane.personal@example.com");
        api.get("/v1/orders/jane.personal@example.com");
        api.get("/v1/orders", "Authorization", "Bearer header-of-jane");
        api.get("/v1/orders", "Tenant-ID", "header-of-jane");
        api.get("/v1/orders", "X-Request-Id", "header-of-jane has spaces");
        api.send(
                "POST",
                "/v1/products/csv",
                ("Janefirst,Janelast\n" + ORDER).getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "text/csv");
        Wire.exchange(
                api, "GET /v1/orders HTTP/1.1\r\nHost: header-of-jane\r\nHost: jane.personal@example.com\r\n\r\n");
        Wire.exchange(api, "GET /search-for-jane//%zz?Hiddentown HTTP/1.1\r\nHost: x\r\n\r\n");
        Wire.exchange(api, "jane.personal@example.com Janefirst Janelast\r\n\r\n");
        int requests = 25;
        await(requests);

        String secret = api.key().split("_", -1)[3];
        assertThat(lines.list).hasSizeGreaterThanOrEqualTo(requests).allSatisfy(line -> {
            String whole = whole(line);
            assertThat(PERSONAL).noneMatch(whole::contains);
            assertThat(whole).doesNotContain(secret);
        });
    }

    @Test
    void what_breaks_the_server_is_told_by_its_place_and_not_by_its_message() {
        lines.list.clear();
        try (Api broken = Api.running(
                HttpConfig.USUAL,
                useCases -> Doubles.confirmingWith(useCases, (caller, order) -> {
                    throw new IllegalArgumentException(
                            "no enum constant for jane.personal@example.com", new NumberFormatException("Janelast"));
                }))) {
            assertThat(broken.post("/v1/orders/ord_1/confirm", "").status()).isEqualTo(500);
        }

        ILoggingEvent error = lines.list.stream()
                .filter(line -> line.getLevel() == Level.ERROR)
                .findFirst()
                .orElseThrow();
        assertThat(whole(error))
                .contains("IllegalArgumentException")
                .contains("Caused by: java.lang.NumberFormatException")
                .contains("RequestLogTest")
                .doesNotContain("jane.personal@example.com")
                .doesNotContain("Janelast");
    }

    private static Map<String, Object> fields(ILoggingEvent line) {
        Map<String, Object> fields = new TreeMap<>();
        List<KeyValuePair> pairs = line.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> fields.put(pair.key, pair.value));
        }
        return fields;
    }

    private static String whole(ILoggingEvent line) {
        return line.getFormattedMessage()
                + line.getMDCPropertyMap()
                + fields(line)
                + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()));
    }

    /** The line of this request; it is written when the answer is complete, which its client may know first. */
    private ILoggingEvent await(int requests) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(deadline)) {
            List<ILoggingEvent> access = List.copyOf(lines.list).stream()
                    .filter(line -> line.getLoggerName().equals("dev.tenure.access"))
                    .toList();
            if (access.size() >= requests) {
                return access.get(requests - 1);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("only so many lines: " + lines.list.size());
    }
}
