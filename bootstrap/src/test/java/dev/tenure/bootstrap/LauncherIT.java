package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tenure.bootstrap.LauncherRun.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher script, in a checkout of its own with a Maven and with Javas that only say how they were called. */
@ExtendWith(FailWhenSkipped.class)
class LauncherIT {
    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    private Path checkout;
    private Path source;
    private Path target;
    private Path jar;
    private Path newestJava;

    @BeforeEach
    void a_checkout_that_was_built() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        LauncherRun.copyLauncher(checkout);
        source = file(checkout.resolve("domain/src/main/java/Order.java"), "");
        file(checkout.resolve("bootstrap/src/main/java/Main.java"), "");
        file(checkout.resolve("pom.xml"), "");
        target = checkout.resolve("bootstrap/target");
        jar = file(target.resolve("tenure.jar"), "built");
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
                .startsWith("99.0.1 in %s: <".formatted(elsewhere.toRealPath()))
                .endsWith(" <-jar> <%s> <orders> <list all> <> and from stdin".formatted(jar));
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

        var runs = inParallel(this::run);

        assertThat(runs).allSatisfy(run -> assertThat(run.exitCode()).isEqualTo(7));
        assertThat(builds()).hasSize(1);
    }

    @Test
    void a_jar_beside_the_launcher_is_run() throws Exception {
        var distribution = Files.createDirectories(folder.resolve("distribution"));
        LauncherRun.copyLauncher(distribution);
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
    void a_server_gets_a_small_heap_and_the_optimizing_compiler() throws Exception {
        var serve = run(folder, checkout.resolve("tenure"), Map.of(), "--data-dir", "d", "serve");
        var list = run(folder, checkout.resolve("tenure"), Map.of(), "order", "list");

        var options = checkout.resolve("launcher");
        assertThat(serve.out()).contains("<@%1$s/long.options> <@%1$s/heap.options>".formatted(options));
        assertThat(list.out()).contains("<@%1$s/brief.options> <@%1$s/heap.options>".formatted(options));
    }

    @ParameterizedTest
    @CsvSource({
        "TENURE_JAVA_OPTS,-Xmx1g",
        "TENURE_JAVA_OPTS,-Da=b -XX:+UseZGC",
        "JDK_JAVA_OPTIONS,-XX:MaxRAMPercentage=50",
        "JAVA_TOOL_OPTIONS,-XX:+UseG1GC"
    })
    void a_heap_or_collector_of_the_users_own_replaces_the_usual_ones(String variable, String options)
            throws Exception {
        var run = run(folder, checkout.resolve("tenure"), Map.of(variable, options), "serve");

        assertThat(run.out()).contains("long.options").doesNotContain("heap.options");
    }

    @Test
    void an_archive_is_made_before_the_first_start_when_that_is_asked_for_and_used_from_then_on() throws Exception {
        javaThatArchives();

        var first = run(Map.of("TENURE_FAST_START", "now"));
        var second = run(Map.of("TENURE_FAST_START", "now"));

        assertThat(first.err()).isEqualTo("tenure: making it start fast ...");
        assertThat(second.err()).isEmpty();
        assertThat(archives(target)).singleElement().satisfies(archive -> assertThat(first.out())
                .isEqualTo(second.out())
                .contains("<-XX:AOTCache=%s>".formatted(archive)));
        assertThat(trainings()).hasSize(1);
    }

    @Test
    void an_archive_is_made_beside_a_command_that_does_not_wait_for_it() throws Exception {
        javaThatArchives();

        var first = run(Map.of("TENURE_FAST_START", ""));
        var others = inParallel(() -> run(Map.of("TENURE_FAST_START", "")));
        awaitArchive(target);
        var last = run(Map.of("TENURE_FAST_START", ""));

        assertThat(List.of(first, others.get(0), others.get(1))).allSatisfy(run -> {
            assertThat(run.exitCode()).isEqualTo(7);
            assertThat(run.err()).isEmpty();
        });
        assertThat(last.out()).contains("<-XX:AOTCache=");
        assertThat(trainings()).hasSize(1);
    }

    @Test
    void an_archive_of_an_earlier_jar_is_replaced() throws Exception {
        javaThatArchives();
        run(Map.of("TENURE_FAST_START", "now"));
        var old = archives(target).get(0);

        Files.writeString(jar, "built again, and longer");
        var run = run(Map.of("TENURE_FAST_START", "now"));

        assertThat(archives(target)).singleElement().isNotEqualTo(old);
        assertThat(run.out()).doesNotContain(old.toString());
    }

    @Test
    void an_archive_that_was_cut_off_is_not_used() throws Exception {
        javaThatArchives();
        run(Map.of("TENURE_FAST_START", "now"));
        Files.writeString(archives(target).get(0), "half");

        var run = run(Map.of("TENURE_FAST_START", ""));

        assertThat(run.out()).doesNotContain("AOTCache");
        assertThat(run.err()).isEmpty();
        // Until it is whole again the folder of the test has a writer.
        await(() -> archives(target).stream().anyMatch(archive -> sizeOf(archive) > 4));
    }

    @Test
    void an_archive_that_could_not_be_made_is_not_tried_again_at_once() throws Exception {
        javaThatArchives();
        file(folder.resolve("broken"), "");

        var first = run(Map.of("TENURE_FAST_START", "now"));
        var second = run(Map.of("TENURE_FAST_START", ""));

        assertThat(first.err()).contains("that was not possible");
        assertThat(first.exitCode()).isEqualTo(7);
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).doesNotContain("AOTCache");
        assertThat(trainings()).hasSize(1);
    }

    @Test
    void where_no_folder_can_be_written_to_it_starts_without_an_archive() throws Exception {
        javaThatArchives();
        // Nobody can make a file in here, not even root.
        var proc = Path.of("/proc");
        assumeThat(Files.isDirectory(proc)).isTrue();
        var launcher = Files.readString(checkout.resolve("launcher/archive.sh"));
        assertThat(launcher).contains("${jar%/*}");
        Files.writeString(
                checkout.resolve("launcher/archive.sh"),
                launcher.replace("${jar%/*}", proc.resolve("nowhere").toString()));

        var run = run(Map.of("TENURE_FAST_START", "", "XDG_CACHE_HOME", "/proc/nowhere"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.out()).doesNotContain("AOTCache");
        assertThat(trainings()).isEmpty();
    }

    @Test
    void beside_a_jar_in_a_folder_that_is_closed_the_cache_of_the_user_is_taken() throws Exception {
        javaThatArchives();
        Files.createFile(folder.resolve("trainings"));
        var cache = Files.createDirectories(folder.resolve("cache"));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));

        // Root may write to it all the same.
        Run run;
        if (Files.isWritable(target)) {
            for (var open : List.of(folder, folder.resolve("trainings"), cache)) {
                Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
            run = launcher()
                    .asNobody()
                    .with("TENURE_FAST_START", "now")
                    .with("XDG_CACHE_HOME", cache)
                    .run();
        } else {
            run = launcher()
                    .with("TENURE_FAST_START", "now")
                    .with("XDG_CACHE_HOME", cache)
                    .run();
        }

        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(archives(cache.resolve("tenure"))).hasSize(1);
        assertThat(run.out()).contains("<-XX:AOTCache=" + cache);
    }

    @ParameterizedTest
    @CsvSource({
        "17, -XX:ArchiveClassesAtExit=, -XX:SharedArchiveFile=",
        "18, -XX:ArchiveClassesAtExit=, -XX:SharedArchiveFile=",
        "19, -XX:SharedArchiveFile=, -XX:+AutoCreateSharedArchive> <-XX:SharedArchiveFile=",
        "24, -XX:SharedArchiveFile=, -XX:+AutoCreateSharedArchive> <-XX:SharedArchiveFile=",
        "25, -XX:AOTCacheOutput=, -XX:AOTCache=",
        "99, -XX:AOTCacheOutput=, -XX:AOTCache="
    })
    void each_java_has_its_own_kind_of_archive(String version, String made, String used) throws Exception {
        javaThatArchives();
        file(newestJava.resolve("release"), "JAVA_VERSION=\"%s.0.1\"\n".formatted(version));

        var run = run(Map.of("TENURE_FAST_START", "now", "TENURE_JAVA_HOME", newestJava.toString()));

        assertThat(trainings()).singleElement().asString().contains(made);
        assertThat(run.out()).contains("<" + used + archives(target).get(0)).doesNotContain("-Xshare");
    }

    @Test
    void an_archive_made_with_other_options_is_not_used() throws Exception {
        javaThatArchives();
        run(Map.of("TENURE_FAST_START", "now"));
        var old = archives(target).get(0);

        Files.writeString(checkout.resolve("launcher/heap.options"), "-Xmx100m\n");
        var run = run(Map.of("TENURE_FAST_START", "now"));

        assertThat(archives(target)).singleElement().isNotEqualTo(old);
        assertThat(run.out()).doesNotContain(old.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "TENURE_JAVA_OPTS, -Xshare:off",
        "JDK_JAVA_OPTIONS, -XX:SharedArchiveFile=own",
        "JAVA_TOOL_OPTIONS, -XX:AOTMode=record",
        "TENURE_JAVA_OPTS, @own.options"
    })
    void beside_an_archive_of_the_users_own_ours_is_not_used(String variable, String options) throws Exception {
        javaThatArchives();
        run(Map.of("TENURE_FAST_START", "now"));

        var run = run(Map.of("TENURE_FAST_START", "now", variable, options));

        assertThat(run.out()).doesNotContain(archives(target).get(0).toString());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_options_of_the_user_are_not_those_of_the_training() throws Exception {
        javaThatArchives();

        run(Map.of("TENURE_FAST_START", "now", "TENURE_JAVA_OPTS", "-Dmine=1", "JAVA_TOOL_OPTIONS", "-Dmine=2"));

        assertThat(trainings()).singleElement().asString().doesNotContain("mine");
    }

    @Test
    void folders_with_odd_names_are_no_trap() throws Exception {
        var odd = Files.createDirectories(folder.resolve("-n 'ü' \"$x\" *"));
        LauncherRun.copyLauncher(odd);
        Files.move(jar, odd.resolve("tenure.jar"));
        var link = Files.createSymbolicLink(folder.resolve("-link"), Path.of(odd.getFileName() + "/tenure"));
        javaThatArchives();

        var run = new LauncherRun(Path.of("./" + link.getFileName()), folder)
                .in(folder)
                .withJava(newestJava)
                .with("TENURE_FAST_START", "now")
                .with("CDPATH", "/")
                .run();

        assertThat(run.out()).endsWith("<-jar> <%s>".formatted(odd.resolve("tenure.jar")));
        assertThat(archives(odd)).singleElement().satisfies(archive -> assertThat(run.out())
                .contains("<-XX:AOTCache=%s>".formatted(archive)));
    }

    @Test
    void a_java_that_is_too_old_is_refused() throws Exception {
        var old = java("java-8", "1.8.0_402");

        var run = run(Map.of("TENURE_JAVA_HOME", old.toString()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("tenure: TENURE_JAVA_HOME is not a Java 17 or newer: " + old);
    }

    private Run run() throws Exception {
        return launcher().run();
    }

    private Run run(Map<String, String> settings) throws Exception {
        return launcher().with(settings).run();
    }

    private Run run(Path from, Path script, Map<String, String> settings, String... arguments) throws Exception {
        return new LauncherRun(script, folder)
                .in(from)
                .withJava(newestJava)
                .with(settings)
                .run(arguments);
    }

    private LauncherRun launcher() {
        return new LauncherRun(checkout.resolve("tenure"), folder).in(folder).withJava(newestJava);
    }

    private static List<Run> inParallel(Callable<Run> run) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var runs = pool.invokeAll(List.of(run, run));
            return List.of(runs.get(0).get(), runs.get(1).get());
        } finally {
            pool.shutdown();
        }
    }

    /** Makes the Java one that archives, in a second, unless it is broken. */
    private void javaThatArchives() throws IOException {
        executable(file(newestJava.resolve("bin/java"), """
                #!/bin/sh
                for option in "$@"; do
                  case "$option $*" in -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=* | -XX:SharedArchiveFile=*Training)
                    echo "$@ $JAVA_TOOL_OPTIONS" >> '%1$s/trainings'
                    sleep 1
                    if [ -e '%1$s/broken' ]; then echo "no archive today"; exit 1; fi
                    echo classes > "${option#*=}"
                    exit ;;
                  esac
                done
                printf ' <%%s>' "$@"
                exit 7
                """.formatted(folder)));
    }

    private List<String> trainings() throws IOException {
        var file = folder.resolve("trainings");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".archive")).toList();
        }
    }

    private static long sizeOf(Path file) {
        return file.toFile().length();
    }

    private static void awaitArchive(Path folder) throws Exception {
        await(() -> !archives(folder).isEmpty());
    }

    private static void await(Callable<Boolean> state) throws Exception {
        for (int i = 0; i < 600 && !state.call(); i++) {
            Thread.sleep(50);
        }
        assertThat(state.call()).isTrue();
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
        assertThat(file.toFile().setExecutable(true, false)).isTrue();
    }
}
