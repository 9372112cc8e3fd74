package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tenure.bootstrap.LauncherRun.Redirection;
import dev.tenure.bootstrap.LauncherRun.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher and the shipped jar on real JVMs, in a folder whose name is a trap. */
@Timeout(300)
@ExtendWith(FailWhenSkipped.class)
@ParameterizedClass(name = "Java {0}")
@ValueSource(ints = {17, 25})
class LauncherOnJdkIT {

    @TempDir
    static Path folder;

    private static Path distribution;

    @Parameter
    int version;

    private Path java;
    private Path archive;

    @BeforeAll
    static void a_distribution() throws IOException {
        distribution = Files.createDirectories(folder.resolve("mit 'ü' und $x"));
        LauncherRun.copyLauncher(distribution);
        Files.copy(Path.of("target", "tenure.jar"), distribution.resolve("tenure.jar"));
    }

    @BeforeEach
    void an_archive_made_by_this_java() throws Exception {
        java = jdk(version);
        var run = tenure("now").with("TMPDIR", "/proc/nowhere").run("--version");
        assertThat(run.exitCode()).as(run.err()).isZero();
        archive = archives().get(0);
    }

    @Test
    void it_starts_from_the_archive_also_without_a_locale() throws Exception {
        var run = tenure("")
                .withoutEnvironment()
                .with("TENURE_JAVA_OPTS", "-Xlog:class+load")
                .run("--version");

        assertThat(run.err()).isEmpty();
        // Java 17 archives nothing of a jar whose path a URL would escape, but the classes of the JDK.
        assertThat(run.out())
                .contains(
                        version == 17
                                ? "source: shared objects file (top)"
                                : "dev.tenure.bootstrap.Main source: shared objects file");
    }

    @Test
    void the_options_of_a_server_are_known_to_it() throws Exception {
        var run = tenure("")
                .with("TENURE_JAVA_OPTS", "-XX:+PrintCommandLineFlags")
                .run("serve", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("MaxInlineLevel=9", "MaxHeapSize=88080384", "UseSerialGC");
    }

    @Test
    void with_a_damaged_archive_it_starts_without() throws Exception {
        assertThat(archive.toFile().setWritable(true)).isTrue();
        try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
            var header = new byte[4096];
            file.readFully(header);
            file.seek(0);
            file.write(new byte[header.length]);

            itSaysItsVersion(tenure(""));

            file.seek(0);
            file.write(header);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xshare:off",
                "-Xshare:auto",
                "-XX:+UseParallelGC",
                "-XX:+UseZGC",
                "-Xmx40g",
                "-XX:-UseCompressedOops",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dmine=1 -Duser.language=ar"
            })
    void an_option_of_the_users_own_does_not_stop_it_from_starting(String option) throws Exception {
        itSaysItsVersion(tenure("").with("TENURE_JAVA_OPTS", option));
    }

    @Test
    void a_closed_stream_is_no_crash() throws Exception {
        var create = tenure("")
                .with(new Redirection("<&-"))
                .run(
                        "order",
                        "create",
                        "-f",
                        "-",
                        "--tenant",
                        "demo",
                        "--data-dir",
                        folder.resolve("data").toString());
        var version = tenure("").with(new Redirection(">&-")).run("--version");
        var wrong = tenure("").with(new Redirection("<&- >&- 2>&-")).run("no-such-command");

        assertThat(create.exitCode()).as(create.out() + create.err()).isBetween(1, 10);
        assertThat(create.err()).contains("the body is empty").doesNotContain("SIGSEGV");
        assertThat(version.exitCode()).isZero();
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void a_file_name_with_an_umlaut_is_found_without_a_locale() throws Exception {
        Files.writeString(folder.resolve("ü.json"), "{ \"wrong\": ");

        var run = tenure("")
                .withoutEnvironment()
                .run(
                        "order",
                        "create",
                        "-f",
                        "ü.json",
                        "--tenant",
                        "demo",
                        "--data-dir",
                        folder.resolve("data").toString());

        assertThat(run.err()).contains("the body is not valid JSON");
    }

    private LauncherRun tenure(String fastStart) {
        return new LauncherRun(distribution.resolve("tenure"), folder)
                .with("TENURE_JAVA_HOME", java)
                .with("TENURE_FAST_START", fastStart);
    }

    private static void itSaysItsVersion(LauncherRun launcher) throws Exception {
        Run run = launcher.run("--version");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("tenure ").hasLineCount(1);
        assertThat(run.exitCode()).isZero();
    }

    private List<Path> archives() throws IOException {
        try (var files = Files.list(distribution)) {
            return files.filter(file -> file.toString().endsWith(".archive"))
                    .filter(file -> file.getFileName().toString().startsWith("tenure-" + version + "-"))
                    .toList();
        }
    }

    private static Path jdk(int version) throws IOException {
        try (var installed =
                Files.exists(Path.of("/usr/lib/jvm")) ? Files.list(Path.of("/usr/lib/jvm")) : Stream.<Path>empty()) {
            var home = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"))), installed)
                    .filter(candidate -> isOf(version, candidate))
                    .findFirst();
            assumeThat(home).as("a JDK %d", version).isPresent();
            return home.orElseThrow();
        }
    }

    private static boolean isOf(int version, Path home) {
        try {
            return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + version + ".")
                    && Files.isExecutable(home.resolve("bin/java"));
        } catch (IOException noJava) {
            return false;
        }
    }
}
