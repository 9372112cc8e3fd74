package dev.tenure.adapter.rest.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.adapter.rest.Doubles;
import dev.tenure.adapter.rest.Wire;
import dev.tenure.application.order.in.ExportOrders;
import dev.tenure.application.order.in.OrderRows;
import dev.tenure.application.order.in.OrderView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api = Api.running(HttpConfig.USUAL.withPermits(2));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void every_order_is_a_line_as_it_is_read_one_by_one() throws IOException {
        for (int i = 0; i < 450; i++) {
            api.placedOrder();
        }

        Reply reply = api.get("/v1/orders/export?sortBy=orderId&sortDir=asc");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : reply.text().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines).hasSize(450);
        assertThat(lines.stream().map(line -> line.path("orderId").asText()))
                .doesNotHaveDuplicates()
                .isSorted();
        String last = lines.get(449).path("orderId").asText();
        assertThat(lines.get(449)).isEqualTo(api.get("/v1/orders/" + last).json());
    }

    @Test
    void filters_are_those_of_the_list_and_no_order_is_an_empty_body() {
        String order = api.placedOrder();
        api.placedOrder();
        api.post("/v1/orders/" + order + "/confirm", "{}");

        assertThat(api.get("/v1/orders/export?status=confirmed").text().lines()).hasSize(1);
        assertThat(api.get("/v1/orders/export?status=cancelled").text()).isEmpty();
        assertThat(api.get("/v1/orders/export?status=none&limit=5&format=xml").broken())
                .containsExactlyInAnyOrder(
                        "format: invalid_enum_value", "status: invalid_enum_value", "limit: unrecognized_keys");
        assertThat(api.send("HEAD", "/v1/orders/export", null).status()).isEqualTo(200);
    }

    @Test
    void csv_has_a_row_per_item_and_no_formulas() {
        Reply placed = api.post("/v1/orders", """
                {"customer": {"email": "john@example.com", "firstName": "=cmd|' /C calc'!A0", "lastName": "Sm;ith, \\"J\\""},
                 "billingAddress": {"contactName": "John Smith", "streetAddress": "@SUM(1)", "city": "Amsterdam",
                                    "country": "Netherlands"},
                 "notes": "two\\nlines",
                 "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 2, "contractLength": 24},
                           {"sku": "IPAD-PRO-12-M2", "quantity": 1}]}
                """);

        Reply reply = api.get("/v1/orders/export?format=csv");

        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reply.text())) {
            rows = csv.stream().toList();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        assertThat(rows).as(reply.text()).hasSize(2);
        assertThat(rows.get(0).getHeader()).isEqualTo(OrderRows.COLUMNS);
        assertThat(rows.get(0).getField("firstName")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(rows.get(0).getField("billingStreetAddress")).isEqualTo("'@SUM(1)");
        assertThat(rows.get(0).getField("lastName")).isEqualTo("Sm;ith, \"J\"");
        assertThat(rows.get(0).getField("notes")).isEqualTo("two\nlines");
        assertThat(rows.get(0).getField("orderSubtotal")).isEqualTo("237.00");
        assertThat(rows.get(0).getField("unitPrice")).isEqualTo("89.00");
        assertThat(rows.get(1).getField("sku")).isEqualTo("IPAD-PRO-12-M2");
        assertThat(rows.get(1).getField("itemIndex")).isEqualTo("1");
        assertThat(rows.get(1).getField("orderId")).isEqualTo(rows.get(0).getField("orderId"));
    }

    @Test
    void readers_that_stop_reading_hold_nobody_up() throws IOException {
        String large =
                Api.MINIMAL_ORDER.replace("\"items\"", "\"notes\": \"%s\", \"items\"".formatted("x".repeat(4900)));
        for (int i = 0; i < 1200; i++) {
            api.placedOrder(large);
        }
        List<Socket> stuck = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                Socket socket = Wire.open(api);
                socket.setReceiveBufferSize(4096);
                stuck.add(socket);
                socket.getOutputStream()
                        .write(("GET /v1/orders/export HTTP/1.1\r\n" + Wire.headers(api) + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().readNBytes(64)).hasSize(64);
            }

            assertThat(api.get("/v1/orders").status()).isEqualTo(200);
            assertThat(api.get("/v1/orders/export").text().lines()).hasSize(1200);
        } finally {
            for (Socket socket : stuck) {
                socket.close();
            }
        }
    }

    @Test
    void what_fails_in_the_midst_does_not_look_whole() {
        for (int i = 0; i < 201; i++) {
            api.placedOrder();
        }
        ExportOrders half = (caller, query) -> {
            Iterator<List<OrderView>> whole =
                    api.tenure().useCases().orders().export().export(caller, query);
            return Stream.generate(() -> whole.hasNext() ? whole.next() : null)
                    .peek(page -> {
                        if (!whole.hasNext()) {
                            throw new IllegalStateException("broken half-way, for this test");
                        }
                    })
                    .iterator();
        };
        try (Api broken =
                Api.running(HttpConfig.USUAL, useCases -> Doubles.exchanged(useCases, ExportOrders.class, half))) {
            assertThatThrownBy(() -> broken.get("/v1/orders/export")).isInstanceOf(UncheckedIOException.class);
        }
    }
}
