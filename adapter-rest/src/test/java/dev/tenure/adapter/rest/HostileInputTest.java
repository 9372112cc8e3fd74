package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer says what is wrong with it, and nothing is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @AfterEach
    void nothing_was_kept() {
        assertThat(api.get("/v1/orders").json().path("count").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "\"text\"",
                "[]",
                "{",
                "}",
                "{]",
                "{\"a\": }",
                "{\"a\" 1}",
                "{\"a\": 1,}",
                "{a: 1}",
                "{'a': 1}",
                "{\"a\": 01}",
                "{\"a\": +1}",
                "{\"a\": .5}",
                "{\"a\": NaN}",
                "{\"a\": Infinity}",
                "{\"a\": 0x10}",
                "{\"a\": tru}",
                "{\"a\": \"\t\"}",
                "{\"a\": \"\\x\"}",
                "{} {}",
                "{} x",
                "{}]",
                "/* comment */ {}",
                "{} // comment",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": {\"b\": 1, \"\\u0062\": 2}}",
                "{\"customer\": {}, \"customer\": {}}",
                "{\"notes\": \"a\\u0000b\"}",
                "{\"a\\u0000\": 1}",
                "{\"customFields\": {\"deep\": [{\"x\": \"\\u0000\"}]}}",
                "{\"notes\": \"\\ud800\"}",
                "{\"notes\": \"\\udc00\\ud800\"}",
                "{\"\\ud83d\": 1}",
                "\ufeff{}"
            })
    void what_is_not_one_strict_json_object_is_refused(String body) {
        Reply reply = api.post("/v1/orders", body);

        assertRefused(reply, 400, "VALIDATION_ERROR");
        assertThat(reply.json().path("error").has("details")).isFalse();
    }

    @Test
    void nesting_over_64_levels_is_refused() {
        assertRefused(api.post("/v1/orders", nested(65)), 400, "VALIDATION_ERROR");
        assertRefused(api.post("/v1/orders", nested(100_000)), 400, "VALIDATION_ERROR");
        assertRefused(api.post("/v1/orders", "[".repeat(500_000)), 400, "VALIDATION_ERROR");
        assertThat(api.post("/v1/orders", nested(64)).broken()).contains("customer: required");
    }

    @Test
    void invalid_utf_8_is_refused() {
        byte[][] broken = {
            {(byte) 0xc3, (byte) 0x28},
            {(byte) 0xff},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xc0, (byte) 0xaf},
            {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xe2, (byte) 0x82}
        };
        for (byte[] bytes : broken) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes("{\"notes\": \"".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

            assertRefused(api.send("POST", "/v1/orders", body.toByteArray()), 400, "VALIDATION_ERROR");
        }
    }

    @Test
    void json_in_another_encoding_is_refused() {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32")}) {
            assertRefused(api.send("POST", "/v1/orders", Api.MINIMAL_ORDER.getBytes(charset)), 400, "VALIDATION_ERROR");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e2147483647",
                "1e-2147483647",
                "1e400",
                "9999999999999999999999999999999999999999",
                "0.00000000000000000000000000000000000000000001",
                "2147483648",
                "1.0000000001",
                "-0.5"
            })
    void absurd_numbers_break_nothing(String number) {
        String body = Api.MINIMAL_ORDER
                .replace("\"quantity\": 1", "\"quantity\": %1$s, \"contractLength\": %1$s, \"listPriceOverride\": %1$s")
                .replace("%1$s", number);

        Reply reply = api.post("/v1/orders", body);

        assertRefused(reply, 400, "VALIDATION_ERROR");
        assertThat(reply.text().length()).isLessThan(2000);
        assertThat(reply.broken()).anyMatch(line -> line.startsWith("items[0].quantity: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e101", "1e2147483648", "1e99999999999999999999"})
    void absurd_numbers_in_custom_fields_and_overrides_break_nothing(String number) {
        Reply custom = api.post(
                "/v1/orders",
                Api.MINIMAL_ORDER.replace("\"items\"", "\"customFields\": {\"n\": %s}, \"items\"".formatted(number)));
        Reply override = api.post(
                "/v1/orders",
                Api.MINIMAL_ORDER.replace(
                        "\"quantity\": 1", "\"quantity\": 1, \"acquisitionCostOverride\": " + number));

        assertRefused(custom, 400, "VALIDATION_ERROR");
        assertRefused(override, 400, "VALIDATION_ERROR");
    }

    @Test
    void a_number_of_a_million_digits_is_refused() {
        assertRefused(api.post("/v1/orders", "{\"notes\": " + "9".repeat(1_000_000) + "}"), 400, "VALIDATION_ERROR");
    }

    @Test
    void a_list_of_a_hundred_thousand_entries_is_refused_in_one_line() {
        Reply reply = api.post("/v1/orders", "{\"items\": [" + "0,".repeat(100_000) + "0]}");

        assertRefused(reply, 400, "VALIDATION_ERROR");
        assertThat(reply.broken()).contains("items: too_big");
        assertThat(reply.text().length()).isLessThan(2000);
    }

    @Test
    void a_body_of_more_values_than_any_order_needs_is_not_read_to_its_end() {
        Reply reply = api.post("/v1/orders", "{\"items\": [" + "{},".repeat(200_000) + "{}]}");

        assertRefused(reply, 400, "VALIDATION_ERROR");
        assertThat(reply.text()).contains("150,000 names, values and brackets");
        assertThat(reply.text().length()).isLessThan(2000);
    }

    @Test
    void a_hundred_thousand_names_break_nothing() {
        StringBuilder body = new StringBuilder("{\"a\": 1");
        for (int i = 0; i < 60_000; i++) {
            body.append(",\"n").append(i).append("\":1");
        }

        assertRefused(api.post("/v1/orders", body.append('}').toString()), 400, "VALIDATION_ERROR");
    }

    @Test
    void custom_fields_that_are_too_large_or_too_deep_are_refused() {
        String large = "{\"x\": \"" + "y".repeat(70_000) + "\"}";
        String deep = "{\"x\":".repeat(17) + "1" + "}".repeat(17);
        for (String fields : new String[] {large, deep}) {
            Reply reply = api.post(
                    "/v1/orders",
                    Api.MINIMAL_ORDER.replace("\"items\"", "\"customFields\": %s, \"items\"".formatted(fields)));

            assertRefused(reply, 400, "VALIDATION_ERROR");
            assertThat(reply.broken()).containsExactly("customFields: invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "application/json; charset=\"x",
                "application/json-patch+json",
                "text/json",
                "json",
                ";",
                "application/json, text/plain"
            })
    void a_body_of_another_type_is_refused(String type) {
        assertRefused(
                api.send(
                        "POST", "/v1/orders", Api.MINIMAL_ORDER.getBytes(StandardCharsets.UTF_8), "Content-Type", type),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_body_without_a_type_is_refused() throws Exception {
        String answer = Wire.exchange(
                api,
                "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                        + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_compressed_body_is_refused() {
        assertRefused(
                api.post("/v1/orders", Api.MINIMAL_ORDER, "Content-Encoding", "gzip"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\"",
                "Application/JSON; Charset=UTF8",
                "application/json; profile=\"a;b\""
            })
    void json_in_utf_8_may_be_announced_in_several_ways(String type) {
        Reply reply = api.send("POST", "/v1/orders", "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", type);

        assertThat(reply.broken()).contains("items: required");
    }

    @Test
    void a_json_body_over_one_mebibyte_is_refused_and_one_below_is_read() {
        String below = "{\"x\": \"" + "y".repeat(1024 * 1024 - 9) + "\"}";
        assertThat(below.length()).isEqualTo(1024 * 1024);

        assertThat(api.post("/v1/orders", below).broken()).contains("items: required");
        assertRefused(api.post("/v1/orders", below + " "), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void a_client_that_asks_first_or_announces_far_too_much_is_refused_at_once() throws Exception {
        String head = "POST /v1/orders HTTP/1.1\r\n" + Wire.headers(api) + "Content-Type: application/json\r\n";

        assertThat(Wire.exchange(api, head + "Expect: 100-continue\r\nContent-Length: 2000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(Wire.exchange(api, head + "Content-Length: 99999999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void a_client_that_sends_a_bit_too_much_hears_the_answer_and_may_go_on() {
        byte[] tooMuch = ("{\"x\": \"" + "y".repeat(20_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        for (int i = 0; i < 5; i++) {
            assertRefused(api.send("POST", "/v1/orders", tooMuch), 413, "PAYLOAD_TOO_LARGE");
        }
    }

    @Test
    void a_chunked_body_is_limited_as_it_comes() throws Exception {
        StringBuilder request = new StringBuilder("POST /v1/orders HTTP/1.1\r\n")
                .append(Wire.headers(api))
                .append("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        for (int i = 0; i < 20; i++) {
            request.append("10000\r\n").append("x".repeat(0x10000)).append("\r\n");
        }

        String answer = Wire.exchange(api, request.append("0\r\n\r\n").toString());

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("PAYLOAD_TOO_LARGE");
    }

    @Test
    void a_chunked_body_that_is_fine_is_read() throws Exception {
        String answer = Wire.exchange(
                api,
                "POST /v1/orders HTTP/1.1\r\n"
                        + Wire.headers(api)
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("items");
    }

    @Test
    void random_bytes_and_mutilated_orders_never_break_the_server() {
        Random random = new Random(42);
        for (int i = 0; i < 400; i++) {
            byte[] body =
                    Api.MINIMAL_ORDER.replace("MACBOOK-PRO-16-M3", "UNKNOWN").getBytes(StandardCharsets.UTF_8);
            if (i % 4 == 0) {
                random.nextBytes(body);
            } else {
                for (int j = 0; j <= i % 7; j++) {
                    body[random.nextInt(body.length)] = (byte) random.nextInt(256);
                }
            }

            Reply reply = api.send("POST", "/v1/orders", body);

            assertThat(reply.status())
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isEqualTo(400);
            assertThat(reply.code()).isNotEmpty();
        }
    }

    @Test
    void texts_that_are_code_elsewhere_are_only_texts_here() {
        for (String text :
                new String[] {"' or 1=1 --", "${jndi:ldap://x}", "<script>alert(1)</script>", "\\u202e%n%s"}) {
            Reply reply = api.post(
                    "/v1/orders",
                    Api.MINIMAL_ORDER.replace("MACBOOK-PRO-16-M3", text).replace("John", "Jo" + text));

            assertRefused(reply, 400, "VARIANT_NOT_FOUND");
        }
    }

    private static String nested(int depth) {
        return "{\"x\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static void assertRefused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.text())
                .doesNotContain("Exception")
                .doesNotContain("at dev.tenure")
                .doesNotContain("com.fasterxml")
                .contains("requestId");
    }
}
