package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderCommandsTest {

    private final Shell shell = Shell.onDemo();

    @Test
    void an_order_is_placed_from_standard_input_and_answered_as_on_the_wire() throws Exception {
        Shell.Run run = shell.typing(Requests.BUSINESS_ORDER).run("order", "create", "-f", "-", "-o", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        Golden.assertMatches("order-create.json", run.out());
    }

    @Test
    void an_order_is_placed_from_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("order.json"), "\uFEFF" + Requests.BUSINESS_ORDER);

        Shell.Run run = shell.run("order", "create", "-f", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("order placed");
        Golden.assertMatches("order-show.txt", run.out());
    }

    @Test
    void a_phone_order_is_saved_as_confirmed() {
        String body = Requests.BUSINESS_ORDER.replaceFirst("\\{", "{\"confirm\": true,");

        Shell.Run run = shell.typing(body).run("order", "create", "-f", "-");

        assertThat(run.out()).contains("Status         confirmed");
    }

    @Test
    void all_fields_of_the_wrong_type_are_named_at_once() {
        String body = """
                {
                  "orderType": "rental",
                  "customer": {"email": 1, "firstName": ["x"], "customerType": "firm"},
                  "billingAddress": "Main Street",
                  "items": [{"sku": {}, "quantity": "5", "contractLength": 12.5}, "IPAD", {"quantity": 3000000000}],
                  "customFields": [],
                  "confirm": "yes",
                  "notes": null
                }
                """;

        Shell.Run run = shell.typing(body).run("order", "create", "-f", "-");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                error: VALIDATION_ERROR: the data can't be used
                  billingAddress: must be an object, not text
                  confirm: must be true or false, not text
                  customFields: must be an object, not a list
                  customer.customerType: must be one of individual, business, not firm
                  customer.email: must be text, not a number
                  customer.firstName: must be text, not a list
                  customer.lastName: must not be blank
                  items[0].contractLength: must be a whole number, not 12.5
                  items[0].quantity: must be a whole number, not text
                  items[0].sku: must be text, not an object
                  items[1]: must be an object, not text
                  items[2].quantity: must be a whole number of at most 2147483647
                  items[2].sku: must not be blank
                  orderType: must be one of standard, extension, upgrade, not rental
                """);
    }

    @Test
    void all_fields_that_the_use_case_refuses_are_named_with_the_paths_of_the_wire() {
        String body = """
                {"customer": {"email": "x", "firstName": " "}, "items": [{"sku": "A", "quantity": 0}]}
                """;

        Shell.Run run = shell.typing(body).run("order", "create", "-f", "-");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("  billingAddress: ", "  customer.firstName: ", "  customer.lastName: ")
                .contains("  items[0].quantity: must be greater than or equal to 1, not 0");
    }

    @Test
    void a_refused_body_is_the_error_document_of_the_wire() throws Exception {
        String body =
                Requests.BUSINESS_ORDER.replace("IPAD-PRO-12-M2", "NO-SUCH-SKU").replace("24}", "9}");

        Shell.Run run = shell.typing(body).run("order", "create", "-f", "-", "-o", "json");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        Golden.assertMatches("error.json", run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the body is empty",
                "'   '|the body is empty",
                "'{'|the body is not valid JSON at line 1, column 2",
                "'{} {}'|there is something after the end of the JSON value",
                "'[1]'|the body must be a JSON object",
                "'null'|the body must be a JSON object",
                "'{\"a\": 1, \"a\": 2}'|an object has the key \"a\" twice",
                "'{\"a\": NaN}'|the body is not valid JSON at line 1, column 10",
                "'{\"a\": \"\\u0000\"}'|the body has a NUL character in a text",
                "'{\"a\": \"\\ud800\"}'|the body has half a surrogate pair in a text",
            })
    void a_body_that_is_not_one_clean_document_is_refused(String body, String why) {
        Shell.Run run = shell.typing(body).run("order", "create", "-f", "-");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("error: VALIDATION_ERROR: the data can't be used\n  " + why);
    }

    @Test
    void a_body_that_is_too_large_too_deep_or_not_utf_8_is_refused() {
        Shell.Run large = shell.typing(" ".repeat(1024 * 1024 + 1)).run("order", "create", "-f", "-");
        Shell.Run deep = shell.typing("[".repeat(65) + "]".repeat(65)).run("order", "create", "-f", "-");
        Shell.Run latin1 = shell.typing("{\"notes\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1))
                .run("order", "create", "-f", "-");

        assertThat(large.err()).contains("must have at most 1048576 bytes");
        assertThat(deep.err()).contains("is nested deeper than 64 levels");
        assertThat(latin1.err()).contains("the body is not valid UTF-8");
        assertThat(List.of(large.exitCode(), deep.exitCode(), latin1.exitCode()))
                .containsOnly(3);
    }

    @Test
    void a_number_that_is_long_only_when_written_out_is_refused() {
        String body = Requests.BUSINESS_ORDER.replace(
                "\"quantity\": 5", "\"quantity\": 5, \"listPriceOverride\": 1e-999999999");

        Shell.Run run = shell.typing(body).run("order", "create", "-f", "-");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("items[0].listPriceOverride: must have at most 100 digits before and after the point");
    }

    @Test
    void a_list_is_a_table() throws Exception {
        shell.typing(Requests.BUSINESS_ORDER).run("order", "create", "-f", "-");
        shell.tenure().clock().advance(Duration.ofMinutes(5));
        shell.typing(Requests.smallOrder("john@example.com", "John", "Smith")).run("order", "create", "-f", "-");

        Shell.Run run = shell.run("order", "list");

        assertThat(run.exitCode()).isZero();
        Golden.assertMatches("order-list.txt", run.out());
    }

    @Test
    void a_list_as_json_is_the_page_of_the_wire() throws Exception {
        shell.typing(Requests.smallOrder("john@example.com", "John", "Smith")).run("order", "create", "-f", "-");

        Shell.Run run = shell.run("order", "list", "-o", "json");

        Golden.assertMatches("order-list.json", run.out());
    }

    @Test
    void an_empty_list_says_so_beside_the_results() {
        Shell.Run run = shell.run("order", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("there are none");
    }

    @Test
    void a_list_is_filtered_and_sorted() {
        place(3);
        shell.run("order", "confirm", "ord_000002");
        shell.run("order", "cancel", "ord_000003");

        Shell.Run open = shell.run(
                "order",
                "list",
                "--status",
                "pending",
                "--status",
                "confirmed",
                "--sort-by",
                "orderId",
                "--sort-dir",
                "asc");
        Shell.Run ofCustomer = shell.run("order", "list", "--customer-id", "cust_000003", "--status=cancelled,partial");

        assertThat(open.out()).containsSubsequence("ord_000001", "ord_000002").doesNotContain("ord_000003");
        assertThat(ofCustomer.lines()).hasSize(2).element(1).asString().startsWith("ord_000003  cancelled");
    }

    @Test
    void a_page_names_the_cursor_of_the_next() {
        place(3);

        Shell.Run first = shell.run("order", "list", "--limit", "2");
        String cursor = first.err().replaceAll("(?s).*--start-after (\\S+), or --all.*", "$1");
        Shell.Run second = shell.run("order", "list", "--limit", "2", "--start-after", cursor);

        assertThat(first.lines()).hasSize(3);
        assertThat(second.lines()).hasSize(2);
        assertThat(second.err()).doesNotContain("--start-after");
    }

    @Test
    void all_pages_are_one_table_and_one_document() {
        place(5);

        Shell.Run table = shell.run("order", "list", "--all", "--limit", "2");
        Shell.Run json = shell.run("order", "list", "--all", "--limit", "2", "-o", "json");

        assertThat(table.lines()).hasSize(6).first().asString().startsWith("ORDER");
        assertThat(json.out())
                .containsOnlyOnce("\"orders\"")
                .contains("\"count\": 5", "\"limit\": 2", "\"hasMore\": false", "\"nextCursor\": null");
    }

    @Test
    void an_order_is_confirmed_and_cancelled_with_a_reason() {
        place(1);

        Shell.Run confirmed = shell.run("order", "confirm", "ord_000001");
        Shell.Run cancelled = shell.run("order", "cancel", "ord_000001", "--reason", "Changed\nher mind", "-o", "json");
        Shell.Run shown = shell.run("order", "show", "ord_000001");

        assertThat(confirmed.err()).contains("order confirmed");
        assertThat(confirmed.out()).contains("Status       confirmed");
        assertThat(cancelled.out())
                .contains("\"success\": true", "\"message\": \"order cancelled\"", "\"status\": \"cancelled\"")
                .contains("\"reason\": \"Changed\\nher mind\"");
        assertThat(shown.out())
                .contains("Cancelled    2025-01-15 10:30 UTC: Changed")
                .contains("\n             her mind\n");
    }

    // Edits, history, actions and quotes

    @Test
    void an_order_is_edited_with_the_body_of_the_wire() throws Exception {
        shell.typing(Requests.BUSINESS_ORDER).run("order", "create", "-f", "-");

        Shell.Run run = shell.typing("""
                        {"customer": {"firstName": "Sara", "phone": null}, "shippingAddress": null, "paymentTerms": "net_7",
                         "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 6}], "notes": null, "trackingNumber": "3SABC",
                         "customFields": {"tags": null}, "status": "confirmed"}
                        """).run("order", "edit", "ord_000001", "-f", "-");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("order edited");
        Golden.assertMatches("order-edited.txt", run.out());
    }

    @Test
    void what_is_wrong_with_an_edit_is_named_with_the_paths_of_the_wire() {
        place(1);

        Shell.Run unreadable = shell.typing(
                        "{\"customer\": 5, \"items\": [{\"quantity\": \"1\"}], \"status\": \"cancelled\"}")
                .run("order", "edit", "ord_000001", "-f", "-");
        Shell.Run refused = shell.typing("{\"customer\": {\"email\": null}, \"items\": []}")
                .run("order", "edit", "ord_000001", "-f", "-");

        assertThat(unreadable.exitCode()).isEqualTo(3);
        assertThat(unreadable.err())
                .contains("  customer: must be an object, not a number")
                .contains("  items[0].quantity: must be a whole number, not text")
                .contains("  status: must be one of confirmed, not cancelled");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("  customer.email: ", "  items: ");
    }

    @Test
    void an_edit_that_a_rule_forbids_says_which() {
        place(1);
        shell.run("order", "cancel", "ord_000001");

        Shell.Run run =
                shell.typing("{\"customer\": {\"firstName\": \"X\"}}").run("order", "edit", "ord_000001", "-f", "-");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("INVALID_STATUS");
    }

    @Test
    void notes_are_replaced_or_taken_away() {
        place(1);

        assertThat(shell.run("order", "notes", "ord_000001", "--text", "Ring twice")
                        .out())
                .contains("Notes        Ring twice");
        assertThat(shell.run("order", "notes", "ord_000001", "--clear").out()).doesNotContain("Notes");
        for (String[] unclear : new String[][] {{}, {"--text", "x", "--clear"}}) {
            List<String> args = new ArrayList<>(List.of("order", "notes", "ord_000001"));
            args.addAll(List.of(unclear));
            assertThat(shell.run(args.toArray(new String[0])).exitCode()).isEqualTo(2);
        }
    }

    @Test
    void a_payment_is_recorded_once() {
        place(1);

        Shell.Run paid = shell.run("order", "pay", "ord_000001", "--reference", "BANK-1", "--amount", "59.00");
        Shell.Run again = shell.run("order", "pay", "ord_000001", "--reference", "BANK-1");
        Shell.Run other = shell.run("order", "pay", "ord_000001", "--reference", "BANK-2");

        assertThat(paid.out()).contains("Payment      paid, EUR 59.00, BANK-1");
        assertThat(again.exitCode()).isZero();
        assertThat(other.exitCode()).isEqualTo(5);
        assertThat(other.err()).contains("ALREADY_PAID");
        assertThat(shell.run("order", "pay", "ord_000001", "--reference", "B", "--amount", "much")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void what_is_open_is_given_up_for_a_reason() {
        shell.typing(Requests.BUSINESS_ORDER).run("order", "create", "-f", "-");
        shell.run("subscription", "create", "ord_000001", "--serial", "C02-1", "--item", "0");

        Shell.Run closed = shell.run("order", "close", "ord_000001", "--reason", "discontinued");

        assertThat(closed.out()).contains("Status         fulfilled", "7 units given up: discontinued");
        assertThat(shell.run("order", "close", "ord_000001").exitCode()).isEqualTo(2);
    }

    @Test
    void what_happened_to_an_order_is_a_table_or_the_page_of_the_wire() throws Exception {
        liveAWhile();

        Golden.assertMatches(
                "order-events.txt", shell.run("order", "events", "ord_000001").out());
        Golden.assertMatches(
                "order-events.json",
                shell.run("order", "events", "ord_000001", "--limit", "2", "--sort-dir", "desc", "-o", "json")
                        .out());
    }

    @Test
    void an_order_is_shown_as_it_stood() {
        place(1);
        shell.run("order", "confirm", "ord_000001");

        assertThat(shell.run("order", "show", "ord_000001", "--as-of", "2025-01-15T11:30:00+01:00")
                        .out())
                .contains("Status       pending");
        assertThat(shell.run("order", "show", "ord_000001", "--as-of", "2025-01-15T10:30:01Z")
                        .out())
                .contains("Status       confirmed");
        assertThat(shell.run("order", "show", "ord_000001", "--as-of", "2025-01-15T10:29:59Z")
                        .exitCode())
                .isEqualTo(4);
        assertThat(shell.run("order", "show", "ord_000001", "--as-of", "yesterday")
                        .err())
                .contains("must be an instant such as 2026-02-01T10:00:00Z, not yesterday");
    }

    @Test
    void what_can_be_done_with_an_order_is_a_page_or_as_on_the_wire() throws Exception {
        shell.typing(Requests.BUSINESS_ORDER).run("order", "create", "-f", "-");
        shell.run("subscription", "create", "ord_000001", "--serial", "C02-1", "--item", "0");

        Golden.assertMatches(
                "order-actions.txt", shell.run("order", "actions", "ord_000001").out());
        Golden.assertMatches(
                "order-actions.json",
                shell.run("order", "actions", "ord_000001", "-o", "json").out());
    }

    @Test
    void a_quote_explains_every_price_and_keeps_nothing() throws Exception {
        shell.run("tenant", "set", "demo", "--tax-mode", "exclusive", "--tax-rate", "7.25");

        Shell.Run table = shell.typing(Requests.BUSINESS_ORDER).run("order", "quote", "-f", "-");
        Shell.Run json = shell.typing(Requests.BUSINESS_ORDER).run("order", "quote", "-f", "-", "-o", "json");

        assertThat(table.exitCode()).as(table.err()).isZero();
        Golden.assertMatches("order-quote.txt", table.out());
        Golden.assertMatches("order-quote.json", json.out());
        assertThat(shell.run("order", "list").out()).isEmpty();
    }

    private void liveAWhile() {
        shell.typing(Requests.BUSINESS_ORDER).run("order", "create", "-f", "-");
        shell.tenure().clock().advance(Duration.ofMinutes(5));
        shell.typing("""
                        {"items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 6}, {"sku": "DELL-U2722D-MONITOR", "quantity": 1}],
                         "customFields": {"budget": null}, "trackingNumber": "3SABC"}
                        """).run("order", "edit", "ord_000001", "-f", "-");
        shell.run("subscription", "create", "ord_000001", "--serial", "C02-1", "--item", "0");
        shell.run("order", "close", "ord_000001", "--reason", "discontinued");
    }

    @Test
    void the_person_at_the_terminal_is_recorded() {
        place(1);

        assertThat(shell.run("order", "show", "ord_000001").out())
                .contains("by cli:" + System.getProperty("user.name"));
    }

    @Test
    void times_are_those_of_the_tenant() {
        shell.run("tenant", "set", "demo", "--time-zone", "Asia/Tokyo");
        place(1);

        assertThat(shell.run("order", "list").out()).contains("2025-01-15 19:30");
        assertThat(shell.run("order", "show", "ord_000001").out()).contains("2025-01-15 19:30 Asia/Tokyo");
    }

    private void place(int orders) {
        for (int i = 1; i <= orders; i++) {
            shell.typing(Requests.smallOrder("p" + i + "@example.com", "Person", "No" + i))
                    .run("order", "create", "-f", "-");
            shell.tenure().clock().advance(Duration.ofSeconds(1));
        }
    }
}
