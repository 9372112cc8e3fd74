package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionCommandsTest {

    private final Shell shell = Shell.onDemo();

    @BeforeEach
    void an_order() {
        shell.typing(Requests.BUSINESS_ORDER).run("order", "create", "-f", "-");
    }

    @Test
    void a_unit_is_handed_over_by_sku() throws Exception {
        Shell.Run run = shell.run(
                "subscription",
                "create",
                "ord_000001",
                "--serial",
                "C02XL0GYJGH5",
                "--sku",
                "MACBOOK-PRO-16-M3",
                "--start-date",
                "2025-01-31",
                "--notes",
                "desk 12");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("subscription created; the order is partial, 1 of 8 units handed over");
        Golden.assertMatches("subscription-create.txt", run.out());
    }

    @Test
    void items_are_counted_from_0_as_the_order_shows_them() {
        Shell.Run run = shell.run("subscription", "create", "ord_000001", "--serial", "DMPX1", "--item", "1");

        assertThat(run.out()).contains("iPad Pro 12.9 M2 Silver (IPAD-PRO-12-M2)");
        assertThat(shell.run("order", "show", "ord_000001").out())
                .contains("   1  IPAD-PRO-12-M2     iPad Pro 12.9 M2 Silver         1/3");
    }

    @Test
    void as_json_it_is_the_answer_of_the_wire() throws Exception {
        Shell.Run run =
                shell.run("subscription", "create", "ord_000001", "--serial", "S-1", "--item", "0", "-o", "json");

        assertThat(run.err()).isEmpty();
        Golden.assertMatches("subscription-create.json", run.out());
    }

    @Test
    void where_it_is_not_clear_which_item_is_meant_the_choices_are_named() {
        Shell.Run run = shell.run("subscription", "create", "ord_000001", "--serial", "S-1");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("  itemIndex: ").contains("MACBOOK-PRO-16-M3, IPAD-PRO-12-M2");
    }

    @Test
    void they_are_listed_shown_and_filtered() throws Exception {
        shell.run("subscription", "create", "ord_000001", "--serial", "S-1", "--item", "0");
        shell.run("subscription", "create", "ord_000001", "--serial", "S-2", "--item", "1");

        Shell.Run all = shell.run("subscription", "list", "--order", "ord_000001", "--status", "active");
        Shell.Run one = shell.run("subscription", "list", "--serial", "S-2", "-o", "json");
        Shell.Run none = shell.run("subscription", "list", "--customer", "cust_none");
        Shell.Run shown = shell.run("subscription", "show", "sub_000002");
        Shell.Run json = shell.run("subscription", "show", "sub_000002", "-o", "json");

        Golden.assertMatches("subscription-list.txt", all.out());
        Golden.assertMatches("subscription-list.json", one.out());
        assertThat(none.out()).isEmpty();
        assertThat(shown.out()).contains("Subscription   sub_000002", "Serial number  S-2");
        assertThat(json.out()).startsWith("{\n  \"rentalId\": \"sub_000002\"");
    }
}
