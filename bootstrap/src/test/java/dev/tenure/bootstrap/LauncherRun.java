package dev.tenure.bootstrap;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One run of a copy of the launcher, without the settings of the user who runs the tests. */
final class LauncherRun {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Path script;
    private final Path scratch;
    private final Map<String, String> settings = new TreeMap<>();
    private final List<String> prefix = new ArrayList<>();
    private Path from;
    private boolean withoutEnvironment;

    /** @param scratch where input and outputs are kept */
    LauncherRun(Path script, Path scratch) {
        this.script = script;
        this.scratch = scratch;
        this.from = scratch;
        settings.put("TENURE_FAST_START", "off");
    }

    /** Copies the script and its folder. */
    static void copyLauncher(Path to) throws IOException {
        copy(REPOSITORY.resolve("tenure"), to.resolve("tenure"));
        Files.createDirectories(to.resolve("launcher"));
        try (var files = Files.list(REPOSITORY.resolve("launcher"))) {
            for (var file : files.toList()) {
                copy(file, to.resolve("launcher").resolve(file.getFileName()));
            }
        }
    }

    LauncherRun in(Path folder) {
        from = folder;
        return this;
    }

    LauncherRun withJava(Path home) {
        return with("JAVA_HOME", home);
    }

    LauncherRun with(String name, Object value) {
        settings.put(name, value.toString());
        return this;
    }

    LauncherRun with(Map<String, String> more) {
        settings.putAll(more);
        return this;
    }

    /** As a user without any rights; only root can. */
    LauncherRun asNobody() {
        prefix.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        return this;
    }

    /** By a shell that closes or opens streams, as it is written after a command: {@code <&-}. */
    LauncherRun with(Redirection redirection) {
        prefix.addAll(List.of("bash", "-c", "exec \"$0\" \"$@\" " + redirection.text()));
        return this;
    }

    /** Without any variable but PATH and HOME, and what is set here. */
    LauncherRun withoutEnvironment() {
        withoutEnvironment = true;
        return this;
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        var in = Files.writeString(scratch.resolve("in"), "from stdin");
        var out = Files.createTempFile(scratch, "out", "");
        var err = Files.createTempFile(scratch, "err", "");
        var command = new ArrayList<>(prefix);
        command.add(script.toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var environment = builder.environment();
        if (withoutEnvironment) {
            environment.keySet().retainAll(Set.of("PATH", "HOME"));
        }
        environment.keySet().removeIf(name -> name.startsWith("TENURE_"));
        environment.keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_HOME"));
        environment.put("PATH", scratch.resolve("bin") + ":" + environment.get("PATH"));
        environment.putAll(settings);

        var process = builder.start();

        assertThat(process.waitFor(120, SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out).strip(),
                Files.readString(err).strip());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to);
        if (Files.isExecutable(from)) {
            assertThat(to.toFile().setExecutable(true, false)).isTrue();
        }
    }

    record Redirection(String text) {}

    record Run(int exitCode, String out, String err) {}
}
