package dev.tenure.adapter.cli;

import dev.tenure.application.memory.InMemoryTenure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types commands and reads what they print. */
final class Shell {

    private final InMemoryTenure tenure;
    private final InMemoryInstallation installation;
    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = {};
    private boolean interactive;

    Shell(InMemoryTenure tenure) {
        this.tenure = tenure;
        installation = new InMemoryInstallation(tenure);
    }

    /** A shell on the tenant {@code demo} with its catalog. */
    static Shell onDemo() {
        return new Shell(InMemoryTenure.withDemo()).with("TENURE_TENANT", "demo");
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell without(String variable) {
        environment.remove(variable);
        return this;
    }

    Shell typing(String text) {
        return typing(text.getBytes(StandardCharsets.UTF_8));
    }

    Shell typing(byte[] bytes) {
        input = bytes;
        return this;
    }

    Shell onATerminal() {
        interactive = true;
        return this;
    }

    InMemoryTenure tenure() {
        return tenure;
    }

    InMemoryInstallation installation() {
        return installation;
    }

    /** Runs a command and reads its output as UTF-8. */
    Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = run(out, err, args);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    int run(OutputStream out, OutputStream err, String... args) {
        Terminal terminal = new Terminal(new ByteArrayInputStream(input), out, err, environment, () -> interactive);
        return TenureCommand.run(installation, terminal, args);
    }

    /** What came of a command. */
    record Run(int exitCode, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }
}
