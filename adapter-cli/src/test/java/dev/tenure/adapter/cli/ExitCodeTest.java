package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    private final Shell shell = Shell.onDemo();
    private final String order = "ord_000001";

    @BeforeEach
    void an_order() {
        shell.typing(Requests.smallOrder("john@example.com", "John", "Smith")).run("order", "create", "-f", "-");
    }

    @Test
    void done_is_0() {
        assertThat(shell.run("order", "confirm", order).exitCode()).isZero();
    }

    @Test
    void an_unexpected_failure_is_1_without_a_stack_trace() {
        shell.installation().failsWith(new IllegalStateException("a bug"));

        Shell.Run run = shell.run("order", "list");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("error: INTERNAL_ERROR: IllegalStateException: a bug (TENURE_DEBUG=1 shows where)")
                .doesNotContain("\tat ");
    }

    @Test
    void the_stack_trace_comes_for_those_who_ask() {
        shell.with("TENURE_DEBUG", "1").installation().failsWith(new IllegalStateException("a bug"));

        assertThat(shell.run("order", "list").err()).contains("\tat dev.tenure.");
    }

    @Test
    void wrong_usage_is_2() {
        assertThat(shell.run("order", "show").exitCode()).isEqualTo(2);
        assertThat(shell.run("order", "list", "--limit", "many").exitCode()).isEqualTo(2);
        assertThat(shell.run("order", "create", "-f", "no-such-file.json").exitCode())
                .isEqualTo(2);
        assertThat(shell.run("subscription", "create", order, "--serial", "S", "--start-date", "2025-02-31")
                        .err())
                .contains("must be a date such as 2026-02-01, not 2025-02-31");
    }

    @Test
    void invalid_data_is_3() {
        assertThat(shell.run("order", "list", "--limit", "101").exitCode()).isEqualTo(3);
        assertThat(shell.run("order", "list", "--start-after", "forged").exitCode())
                .isEqualTo(3);
        assertThat(shell.run("tenant", "create", "x", "--currency", "EURO").exitCode())
                .isEqualTo(3);
        assertThat(shell.run("api-key", "create", "--scope", "orders:rule").exitCode())
                .isEqualTo(3);
    }

    @Test
    void what_is_not_there_is_4() {
        assertThat(shell.run("order", "show", "ord_none").exitCode()).isEqualTo(4);
        assertThat(shell.run("order", "show", "not an id").exitCode()).isEqualTo(4);
        assertThat(shell.run("subscription", "show", "sub_none").exitCode()).isEqualTo(4);
        assertThat(shell.run("product", "activate", "NO-SUCH-SKU").exitCode()).isEqualTo(4);
        assertThat(shell.run("tenant", "show", "none").exitCode()).isEqualTo(4);
        assertThat(shell.run("api-key", "revoke", "none").exitCode()).isEqualTo(4);
    }

    @Test
    void a_refusal_by_a_rule_is_5() {
        shell.run("subscription", "create", order, "--serial", "S-1");

        Shell.Run cancelled = shell.run("order", "cancel", order);
        Shell.Run again = shell.run("subscription", "create", order, "--serial", "S-2");

        assertThat(cancelled.exitCode()).isEqualTo(5);
        assertThat(cancelled.err()).contains("error: ORDER_NOT_CANCELLABLE: ");
        assertThat(again.exitCode()).isEqualTo(5);
        assertThat(again.err()).contains("error: ITEM_FULLY_FULFILLED: ");
    }

    @Test
    void a_conflict_is_5() {
        assertThat(shell.run("tenant", "create", "demo", "--currency", "EUR").exitCode())
                .isEqualTo(5);
    }

    @Test
    void surroundings_that_fail_are_6() {
        shell.installation().failsWith(new InstallationProblem("port 5432 is taken"));
        Shell.Run noDatabase = shell.run("order", "list");
        shell.installation().failsWith(new Unavailable("no connection within 2 s", new RuntimeException()));
        Shell.Run overloaded = shell.run("order", "list");
        shell.installation().failsWith(new OutcomeUnknown(new RuntimeException()));
        Shell.Run unknown = shell.run("order", "confirm", order);

        assertThat(noDatabase.exitCode()).isEqualTo(6);
        assertThat(noDatabase.err()).contains("error: INSTALLATION: port 5432 is taken");
        assertThat(overloaded.exitCode()).isEqualTo(6);
        assertThat(overloaded.err()).contains("error: UNAVAILABLE: no connection within 2 s");
        assertThat(unknown.exitCode()).isEqualTo(6);
        assertThat(unknown.err()).contains("error: OUTCOME_UNKNOWN: ").contains("look before you retry");
    }
}
