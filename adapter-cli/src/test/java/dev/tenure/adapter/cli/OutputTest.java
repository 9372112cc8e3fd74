package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {

    private final Shell shell = Shell.onDemo();

    @Test
    void names_of_every_script_come_out_as_utf_8() {
        shell.typing(Requests.smallOrder("yuki@example.com", "雪", "Jørgensen 🚲"))
                .run("order", "create", "-f", "-");

        assertThat(shell.run("order", "list").out()).contains("雪 Jørgensen 🚲");
        assertThat(shell.run("order", "list", "-o", "json").out())
                .contains("\"firstName\": \"雪\"", "\"lastName\": \"Jørgensen 🚲\"");
    }

    @Test
    void wide_and_long_names_do_not_move_the_columns_behind_them() {
        order("a@example.com", "雪雪雪雪", "東京");
        order("b@example.com", "Anna", "Ek");
        order("c@example.com", "Maximilian-Alexander-Friedrich".repeat(4), "von und zu Hohenzollern");

        var lines = shell.run("order", "list").lines();

        assertThat(lines).hasSize(4);
        assertThat(lines).allMatch(line -> columns(line) <= 100);
        assertThat(lines.stream().skip(1).map(line -> columns(line.substring(0, line.indexOf("0/1")))))
                .containsOnly(columns(lines.get(1).substring(0, lines.get(1).indexOf("0/1"))));
        assertThat(lines.get(1)).contains("…");
    }

    @Test
    void a_name_cannot_steer_the_terminal() {
        order("a@example.com", "Evil\\u001b[2J", "Line\\nbreak\\u202e");

        assertThat(shell.run("order", "list").out())
                .contains("Evil [2J Line break")
                .doesNotContain("\u001B");
        assertThat(shell.run("order", "show", "ord_000001").out()).doesNotContain("\u001B", "\u202E");
        assertThat(shell.run("order", "show", "\u001B[2J").err()).doesNotContain("\u001B");
    }

    @Test
    void json_leaves_standard_error_empty() {
        assertThat(shell.run("order", "list").err()).contains("starting the database");
        assertThat(shell.run("order", "list", "-o", "json").err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order list", "order list --all -o json", "product sample", "product list"})
    void a_reader_that_has_seen_enough_is_no_reason_to_complain(String line) {
        order("a@example.com", "Anna", "Ek");
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = shell.run(new Failing("Broken pipe"), err, line.split(" ", -1));

        assertThat(exitCode).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("error");
    }

    @Test
    void a_disk_that_is_full_is_an_error() {
        order("a@example.com", "Anna", "Ek");
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = shell.run(new Failing("No space left on device"), err, "order", "list");

        assertThat(exitCode).isEqualTo(6);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("error: OUTPUT: standard output can't be written: No space left on device");
    }

    @Test
    void help_is_coloured_on_a_terminal_only_and_never_with_no_color() {
        assertThat(shell.run("--help").out()).doesNotContain("\u001B");
        assertThat(shell.onATerminal().run("--help").out()).contains("\u001B[");
        assertThat(shell.with("NO_COLOR", "1").run("--help").out()).doesNotContain("\u001B");
        assertThat(shell.without("NO_COLOR").with("TERM", "dumb").run("--help").out())
                .doesNotContain("\u001B");
    }

    private void order(String email, String firstName, String lastName) {
        Shell.Run run =
                shell.typing(Requests.smallOrder(email, firstName, lastName)).run("order", "create", "-f", "-");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static int columns(String line) {
        return line.codePoints()
                .map(c -> Character.isIdeographic(c) || c > 0x1F300 ? 2 : 1)
                .sum();
    }

    /** A standard output that takes nothing. */
    private static final class Failing extends OutputStream {

        private final String why;

        Failing(String why) {
            this.why = why;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(why);
        }
    }
}
