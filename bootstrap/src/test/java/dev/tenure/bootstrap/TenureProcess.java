package dev.tenure.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shipped jar as a process of its own, as a user starts it. */
@SuppressWarnings("JdkObsolete") // StringBuffer: the readers' threads write what the test's thread reads.
final class TenureProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final StringBuffer out = new StringBuffer();
    private final StringBuffer err = new StringBuffer();
    private final List<Thread> readers = new ArrayList<>();

    private TenureProcess(Process process) {
        this.process = process;
        readers.add(read(process.getInputStream(), out));
        readers.add(read(process.getErrorStream(), err));
    }

    static TenureProcess start(Path dataDirectory, String... arguments) {
        return start(List.of(), dataDirectory, Map.of(), arguments);
    }

    /** With these variables in its environment. */
    static TenureProcess start(Path dataDirectory, Map<String, String> variables, String... arguments) {
        return start(List.of(), dataDirectory, variables, arguments);
    }

    /** With these options for its virtual machine. */
    static TenureProcess start(List<String> options, Path dataDirectory, String... arguments) {
        return start(options, dataDirectory, Map.of(), arguments);
    }

    private static TenureProcess start(
            List<String> options, Path dataDirectory, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-jar");
        command.add(Path.of("target", "tenure.jar").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data-dir", dataDirectory.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TENURE_") || name.startsWith("OTEL_"));
        builder.environment().putAll(variables);
        try {
            return new TenureProcess(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a command to its end. */
    static TenureProcess run(Path dataDirectory, String... arguments) {
        TenureProcess started = start(dataDirectory, arguments);
        started.awaitExit();
        return started;
    }

    /** Runs a command that has to work, and gives what it printed. */
    static String result(Path dataDirectory, String... arguments) {
        TenureProcess done = run(dataDirectory, arguments);
        if (done.exitCode() != 0) {
            throw new AssertionError(
                    String.join(" ", arguments) + " ended with " + done.exitCode() + "\n" + done.err());
        }
        return done.out();
    }

    /** The address that the server says it listens on. */
    URI awaitAddress() {
        return URI.create(await(ADDRESS));
    }

    /** The first text of this form that the process prints. */
    String await(Pattern form) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Matcher found = form.matcher(out.toString() + err);
            if (found.find()) {
                return found.group();
            }
            if (!process.isAlive()) {
                break;
            }
            sleep(50);
        }
        throw new AssertionError("nothing of the form " + form + " was printed\n" + out + err);
    }

    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not end\n" + out + err);
            }
            for (Thread reader : readers) {
                reader.join(PATIENCE.toMillis());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The most memory that the process ever had, in MiB; empty where the system does not tell. */
    OptionalLong peakMemory() {
        try (Stream<String> status = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException noSuchSystem) {
            return OptionalLong.empty();
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** SIGTERM, as an init system stops a service. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            awaitExit();
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Thread read(InputStream stream, StringBuffer into) {
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                lines.lines().forEach(line -> into.append(line).append('\n'));
            } catch (IOException | UncheckedIOException ended) {
                // The process is gone, and its streams with it.
            }
        });
        reader.setDaemon(true);
        reader.start();
        return reader;
    }
}
