package dev.tenure.bootstrap;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, in a checkout of its own with a Maven and with Javas that only say how they were called. */
class LauncherIT {
    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    private Path checkout;
    private Path source;
    private Path jar;
    private Path newestJava;

    @BeforeEach
    void a_checkout_that_was_built() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        Files.copy(Path.of("..", "tenure"), checkout.resolve("tenure"));
        executable(checkout.resolve("tenure"));
        source = file(checkout.resolve("domain/src/main/java/Order.java"), "");
        file(checkout.resolve("bootstrap/src/main/java/Main.java"), "");
        file(checkout.resolve("pom.xml"), "");
        jar = file(checkout.resolve("bootstrap/target/tenure.jar"), "built");
        newestJava = java("java-99", "99.0.1");
        executable(file(folder.resolve("bin/mvn"), """
                #!/bin/sh
                echo "built with $JAVA_HOME" >> '%1$s/builds'
                sleep 1
                if [ -e '%1$s/broken' ]; then echo "COMPILATION ERROR"; exit 1; fi
                echo "Maven says this"
                echo built > bootstrap/target/tenure.jar
                """.formatted(folder)));
        everythingIsOlderThanTheJar();
    }

    @Test
    void it_passes_arguments_input_and_exit_code_through_a_link_from_another_folder() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link"), checkout.resolve("tenure"));
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

        var run = run(elsewhere, link, Map.of(), "orders", "list all", "");

        assertThat(run.out())
                .isEqualTo(
                        "99.0.1 in %s: <-jar> <%s> <orders> <list all> <> and from stdin", elsewhere.toRealPath(), jar);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(builds()).isEmpty();
    }

    @Test
    void it_builds_when_there_is_no_jar() throws Exception {
        Files.delete(jar);

        var run = run();

        assertThat(run.err()).startsWith("tenure: building (first run").hasLineCount(1);
        assertThat(run.out()).startsWith("99.0.1 in ").doesNotContain("Maven says this");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void it_builds_once_after_a_source_has_changed() throws Exception {
        Files.setLastModifiedTime(source, FileTime.from(now));

        var first = run();
        var second = run();

        assertThat(first.err()).startsWith("tenure: building (the sources have changed)");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void it_builds_after_a_source_was_deleted() throws Exception {
        Files.delete(source);

        run();

        assertThat(builds()).hasSize(1);
    }

    @Test
    void it_does_not_build_with_a_java_the_build_was_not_tried_on() throws Exception {
        Files.delete(jar);

        run();

        assertThat(builds()).singleElement().asString().doesNotContain("java-99");
    }

    @Test
    void a_failed_build_shows_what_maven_said_and_runs_nothing() throws Exception {
        Files.setLastModifiedTime(source, FileTime.from(now));
        file(folder.resolve("broken"), "");

        var run = run();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("COMPILATION ERROR").contains("tenure: the build failed");
    }

    @Test
    void two_starts_at_once_build_once() throws Exception {
        Files.delete(jar);

        var pool = Executors.newFixedThreadPool(2);
        var runs = pool.invokeAll(List.<Callable<Run>>of(this::run, this::run));
        pool.shutdown();

        assertThat(runs).allSatisfy(run -> assertThat(run.get().exitCode()).isEqualTo(7));
        assertThat(builds()).hasSize(1);
    }

    @Test
    void a_jar_alone_is_run() throws Exception {
        var distribution = Files.createDirectories(folder.resolve("distribution"));
        Files.move(checkout.resolve("tenure"), distribution.resolve("tenure"));
        Files.move(jar, distribution.resolve("tenure.jar"));

        var run = run(folder, distribution.resolve("tenure"), Map.of());

        assertThat(run.out()).contains("<%s>".formatted(distribution.resolve("tenure.jar")));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_java_that_is_asked_for_wins() throws Exception {
        var asked = java("java-17", "17.0.1");

        var run = run(Map.of("TENURE_JAVA_HOME", asked.toString(), "TENURE_JAVA_OPTS", "-Xmx1g -Da=b"));

        assertThat(run.out()).startsWith("17.0.1 in ").contains("<-Xmx1g> <-Da=b> <-jar>");
    }

    @Test
    void a_java_that_is_too_old_is_refused() throws Exception {
        var old = java("java-8", "1.8.0_402");

        var run = run(Map.of("TENURE_JAVA_HOME", old.toString()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("tenure: TENURE_JAVA_HOME is not a Java 17 or newer: " + old);
    }

    private Run run() throws Exception {
        return run(folder, checkout.resolve("tenure"), Map.of());
    }

    private Run run(Map<String, String> settings) throws Exception {
        return run(folder, checkout.resolve("tenure"), settings);
    }

    private Run run(Path from, Path launcher, Map<String, String> settings, String... arguments) throws Exception {
        var out = Files.createTempFile(folder, "out", "");
        var err = Files.createTempFile(folder, "err", "");
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectInput(file(folder.resolve("in"), "from stdin").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("TENURE_"));
        environment.put("JAVA_HOME", newestJava.toString());
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.putAll(settings);

        var process = builder.start();

        assertThat(process.waitFor(60, SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out).strip(),
                Files.readString(err).strip());
    }

    private List<String> builds() throws IOException {
        var file = folder.resolve("builds");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Path java(String name, String version) throws IOException {
        var home = folder.resolve(name);
        file(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        executable(file(home.resolve("bin/javac"), "#!/bin/sh\n"));
        executable(file(home.resolve("bin/java"), """
                #!/bin/sh
                printf '%s in %%s:' "$(pwd -P)"
                printf ' <%%s>' "$@"
                echo " and $(cat)"
                exit 7
                """.formatted(version)));
        return home;
    }

    private void everythingIsOlderThanTheJar() throws IOException {
        try (var files = Files.walk(checkout)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(file.equals(jar) ? 60 : 120)));
            }
        }
    }

    private static Path file(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private record Run(int exitCode, String out, String err) {}
}
