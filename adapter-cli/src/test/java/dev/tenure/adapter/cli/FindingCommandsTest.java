package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingCommandsTest {

    private final Shell shell = Shell.onDemo();

    @BeforeEach
    void an_order_with_a_defined_field() {
        assertThat(shell.run(
                                "custom-field",
                                "define",
                                "seats",
                                "--label",
                                "Seats",
                                "--type",
                                "number",
                                "--minimum",
                                "1")
                        .exitCode())
                .isZero();
        String body = Requests.BUSINESS_ORDER.replaceFirst(
                "\"customFields\"\\s*:\\s*\\{", "\"customFields\": {\"seats\": 5,");
        assertThat(shell.typing(body).run("order", "create", "-f", "-").exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "--search,SARAH macb",
        "--sku,MACBOOK-PRO-16-M3",
        "--customer-type,business",
        "--order-type,standard",
        "--created-from,2025-01-15",
        "--created-from,2025-01-15T10:30:00Z",
        "--created-to,2025-01-16",
        "--custom-field,seats=5.00",
    })
    void an_order_is_found(String option, String value) {
        assertThat(shell.run("order", "list", option, value).out()).contains("ord_000001");
    }

    @ParameterizedTest
    @CsvSource({
        "--search,nobody",
        "--sku,NONE",
        "--serial-number,SN-1",
        "--customer-type,individual",
        "--created-from,2025-01-16",
        "--created-to,2025-01-15",
        "--custom-field,seats=6",
    })
    void an_order_is_not_found(String option, String value) {
        assertThat(shell.run("order", "list", option, value).err()).contains("there are none");
    }

    @ParameterizedTest
    @CsvSource({
        "--search,&,search",
        "--custom-field,colour=red,customField_colour",
        "--custom-field,seats=many,customField_seats",
    })
    void what_can_not_be_meant_is_refused(String option, String value, String path) {
        Shell.Run run = shell.run("order", "list", option, value);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(path);
    }

    @Test
    void a_time_that_is_none_is_refused() {
        assertThat(shell.run("order", "list", "--created-from", "yesterday").err())
                .contains("--created-from must be a time");
    }

    @Test
    void custom_fields_are_listed_and_removed() {
        assertThat(shell.run("custom-field", "list").out()).contains("seats", "number", "1 to any");
        assertThat(shell.run("custom-field", "list", "-o", "json").out()).contains("\"fieldId\": \"seats\"");

        assertThat(shell.run("custom-field", "remove", "seats").exitCode()).isZero();
        assertThat(shell.run("custom-field", "remove", "seats").exitCode()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--search=sarah", "--customer-type=business", "--status=active", "--sort-by=lastName"})
    void a_customer_is_found_and_shown(String option) {
        assertThat(shell.run("customer", "list", option).out()).contains("cust_000001");
        assertThat(shell.run("customer", "show", "cust_000001").out()).contains("cust_000001", "Orders");
        assertThat(shell.run("customer", "list", "-o", "json").out()).contains("\"totalOrders\": 1");
        assertThat(shell.run("customer", "show", "cust_none").exitCode()).isEqualTo(4);
    }
}
