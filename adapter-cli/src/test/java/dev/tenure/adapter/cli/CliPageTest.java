package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.cli.shared.Console;
import dev.tenure.adapter.cli.shared.ExitCode;
import dev.tenure.adapter.cli.shared.Failures;
import dev.tenure.adapter.cli.shared.Output;
import dev.tenure.application.memory.InMemoryTenure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** docs/cli.md names what there is. */
class CliPageTest {

    private static final Path PAGE = Path.of("..", "docs", "cli.md");

    @Test
    void every_command_and_every_option_is_in_the_documentation() throws IOException {
        String page = Files.readString(PAGE);

        everyCommand(commandLine().getCommandSpec(), page);
    }

    @Test
    void every_exit_code_is_in_the_documentation() throws IOException {
        String page = Files.readString(PAGE);

        for (ExitCode code : ExitCode.values()) {
            assertThat(page).contains("| %d | %s |".formatted(code.number(), code.meaning()));
        }
    }

    private static void everyCommand(CommandSpec command, String page) {
        String name = command.qualifiedName();
        if (command.subcommands().isEmpty()) {
            String section = section(name, page);
            command.options().stream()
                    .filter(option -> !option.inherited())
                    .forEach(option -> assertThat(section).as(name).contains("`" + option.longestName()));
        }
        command.options().stream().filter(option -> command.parent() == null).forEach(option -> assertThat(page)
                .contains("`" + option.longestName()));
        command.subcommands().values().forEach(sub -> everyCommand(sub.getCommandSpec(), page));
    }

    private static String section(String name, String page) {
        int start = page.indexOf("\n### `" + name + "`\n");
        assertThat(start).as("a section on " + name).isNotNegative();
        int end = page.indexOf("\n#", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static CommandLine commandLine() {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                Map.of(),
                () -> false);
        Console console = new Console(terminal);
        return TenureCommand.commandLine(
                new InMemoryInstallation(InMemoryTenure.empty()),
                terminal,
                console,
                new Failures(console, false, Output.TABLE));
    }
}
