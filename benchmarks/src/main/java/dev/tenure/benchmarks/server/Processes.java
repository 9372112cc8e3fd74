package dev.tenure.benchmarks.server;

import dev.tenure.benchmarks.BenchmarkException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs programs until they end. */
public final class Processes {

    private Processes() {}

    /** The program's standard output; if it fails, an error with its whole output. */
    public static String output(List<String> command, Map<String, String> environment) {
        Outcome outcome = run(command, environment);
        if (outcome.exitCode() != 0) {
            throw new BenchmarkException("%s failed with exit code %d:%n%s%n%s"
                    .formatted(command, outcome.exitCode(), outcome.output(), outcome.errors()));
        }
        return outcome.output();
    }

    public static Outcome run(List<String> command, Map<String, String> environment) {
        try {
            File errors = File.createTempFile("tenure-benchmarks", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
                builder.environment().putAll(environment);
                Process process = builder.start();
                process.getOutputStream().close();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int exitCode = process.waitFor();
                return new Outcome(exitCode, output, java.nio.file.Files.readString(errors.toPath()));
            } finally {
                java.nio.file.Files.deleteIfExists(errors.toPath());
            }
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be run: %s".formatted(command.get(0), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while %s ran".formatted(command.get(0)), e);
        }
    }

    /** Fails if a program is missing, and names the package that contains it. */
    public static void require(String program, String debianPackage) {
        boolean found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> new File(folder, program).canExecute());
        if (!found) {
            throw new BenchmarkException("%s is needed and not on the PATH; on Debian and Ubuntu: apt-get install %s"
                    .formatted(program, debianPackage));
        }
    }

    /** The result of a program. */
    public record Outcome(int exitCode, String output, String errors) {}
}
