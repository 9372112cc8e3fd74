package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonOptionsTest {

    private final Shell shell = Shell.onDemo().without("TENURE_TENANT");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--tenant demo -o json order list",
                "order --tenant demo -o json list",
                "order list --tenant demo -o json",
                "--tenant=demo order -o=json list",
                "-ojson order list --tenant demo",
                "--output JSON order list --tenant demo",
                "--tenant demo order list --output=json"
            })
    void they_stand_before_or_after_the_command(String line) {
        Shell.Run run = shell.run(line.split(" ", -1));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("{").contains("\"orders\": []");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_tenant_may_come_from_the_environment() {
        Shell.Run run = shell.with("TENURE_TENANT", "demo").run("product", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("MACBOOK-PRO-16-M3");
    }

    @Test
    void the_option_wins_over_the_environment() {
        Shell.Run run = shell.with("TENURE_TENANT", "demo").run("order", "list", "--tenant", "other");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("error: NOT_FOUND: no tenant other");
    }

    @Test
    void without_a_tenant_both_ways_to_name_one_are_told() {
        Shell.Run run = shell.run("order", "list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--tenant ID").contains("TENURE_TENANT=ID");
    }

    @Test
    void a_tenant_called_like_a_command_is_not_taken_for_it() {
        Shell.Run run = shell.run("--tenant", "product", "order", "list");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("no tenant product");
    }

    @Test
    void settings_on_the_command_line_reach_the_installation() {
        shell.run("order", "list", "--tenant", "demo", "--data-dir", "/tmp/t", "--database-url", "jdbc:postgresql:x");

        assertThat(shell.installation().flags())
                .isEqualTo(Map.of("data-dir", "/tmp/t", "database-url", "jdbc:postgresql:x"));
    }

    @Test
    void every_session_is_closed_also_after_a_failure() {
        shell.run("order", "list", "--tenant", "demo");
        shell.run("order", "show", "nope", "--tenant", "demo");

        assertThat(shell.installation().stillOpen()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "order --version", "order list -V"})
    void the_version_is_one_line(String line) {
        Shell.Run run = shell.run(line.split(" ", -1));

        assertThat(run).isEqualTo(new Shell.Run(0, "tenure 1.2.3\n", ""));
    }

    @Test
    void without_a_command_the_help_is_shown_with_the_exit_codes() {
        Shell.Run run = shell.run();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(shell.run("--help").out())
                .contains("quickstart", "subscription", "Exit codes:", "  4   there is no such thing");
        assertThat(run.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void help_that_is_asked_for_before_a_command_shows_all_of_them() {
        assertThat(shell.run("--help", "order").out())
                .isEqualTo(shell.run("--help").out());
        assertThat(shell.run("order", "-h", "list").out())
                .isEqualTo(shell.run("order", "--help").out())
                .contains("cancel", "confirm", "create", "list", "show");
    }

    @Test
    void a_group_without_a_command_is_wrong_usage() {
        Shell.Run run = shell.run("order");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Missing required subcommand").contains("try: tenure order --help");
    }

    @Test
    void a_mistyped_command_is_answered_with_the_near_ones() {
        assertThat(shell.run("ordr").err()).contains("there is no command ordr").contains("did you mean: order?");
        assertThat(shell.run("order", "lst").err())
                .contains("there is no command lst")
                .contains("did you mean: list?");
    }

    @Test
    void an_unknown_option_is_named() {
        Shell.Run run = shell.run("order", "list", "--frob", "--tenant", "demo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("error: USAGE: there is no option --frob");
    }

    @Test
    void wrong_usage_is_an_error_document_too() {
        Shell.Run run = shell.run("order", "list", "--frob", "-o", "json");

        assertThat(run).isEqualTo(new Shell.Run(2, "", """
                {
                  "error": {
                    "code": "USAGE",
                    "message": "there is no option --frob"
                  }
                }
                """));
    }

    @Test
    void a_word_outside_its_list_is_refused_with_the_list() {
        assertThat(shell.run("order", "list", "--status", "open").err())
                .contains("must be one of pending, confirmed, partial, fulfilled, cancelled, not open");
        assertThat(shell.run("order", "list", "--sort-by", "total").err())
                .contains("must be one of createdAt, updatedAt, orderId, status, totals.total, not total");
        assertThat(shell.run("order", "list", "-o", "xml").err()).contains("must be one of table, json, not xml");
    }
}
