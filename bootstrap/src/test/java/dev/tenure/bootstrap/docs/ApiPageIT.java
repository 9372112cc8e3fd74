package dev.tenure.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.bootstrap.ServedDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the snippets of docs/api.md in one shell, from top to bottom, against the packaged jar after its quickstart, and
 * compares what they print with what the page says they print.
 */
class ApiPageIT {

    private static final List<Snippet> SNIPPETS = Snippet.of(Path.of("../docs/api.md"));

    @TempDir
    static Path folder;

    @BeforeAll
    static void run_the_page() throws Exception {
        Path dataDirectory = Files.createDirectory(folder.resolve("data"));
        Path work = Files.createDirectory(folder.resolve("work"));
        try (ServedDemo demo = ServedDemo.start(dataDirectory)) {
            ProcessBuilder shell = new ProcessBuilder("bash", script(work).toString())
                    .directory(work.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("shell.log").toFile());
            shell.environment().putAll(Map.of("API", demo.url(), "TENANT", "demo", "KEY", demo.key()));
            Process running = shell.start();
            if (!running.waitFor(5, TimeUnit.MINUTES)) {
                running.destroyForcibly();
            }
            assertThat(Files.readString(folder.resolve("shell.log"))).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> what_the_page_says_is_what_comes() {
        return SNIPPETS.stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        "%s, line %d".formatted(snippet.section(), snippet.line()),
                        () -> assertThat(differences(snippet))
                                .as(() -> snippet + "\n" + printed(snippet))
                                .isEmpty()));
    }

    @Test
    void a_page_that_is_wrong_is_noticed() {
        String answer = """
                HTTP/1.1 201 Created
                ETag: "1"

                {"a": 89.00, "b": [{"c": "ord_1", "d": 1}, 2], "e": null}
                """;

        assertThat(Claim.http("HTTP/1.1 201 Created\nETag: \"1\"\n\n{\"a\": 89.0, \"b\": [{\"c\": \"ord_…\"}, \"…\"]}")
                        .differences(answer))
                .isEmpty();
        assertThat(Claim.http("HTTP/1.1 200 OK\n\n{}").differences(answer)).hasSize(1);
        assertThat(Claim.http("HTTP/1.1 201 Created\nETag: \"2\"\n\n{}").differences(answer))
                .hasSize(1);
        assertThat(Claim.http("HTTP/1.1 201 Created\n\n{\"a\": 89.01, \"b\": [{\"c\": \"sub_…\"}], \"f\": \"…\"}")
                        .differences(answer))
                .hasSize(4);
        assertThat(Claim.json("{\"a\": 1}\n2").differences("{\"a\": 1}")).hasSize(1);
        assertThat(Claim.json("1").differences("no JSON")).hasSize(1);
    }

    private static List<String> differences(Snippet snippet) {
        return snippet.differences(read(snippet, "status").strip(), read(snippet, "err"), read(snippet, "out"));
    }

    private static String printed(Snippet snippet) {
        return read(snippet, "err") + read(snippet, "out");
    }

    private static String read(Snippet snippet, String what) {
        Path file = folder.resolve("work").resolve(snippet.line() + "." + what);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** One shell for all, so that what a snippet sets is there for the next. */
    private static Path script(Path work) throws IOException {
        StringBuilder script = new StringBuilder("set -o pipefail\n");
        for (Snippet snippet : SNIPPETS) {
            Path file = work.resolve(String.valueOf(snippet.line()));
            script.append("{\n%s\n} </dev/null >%s.out 2>%s.err\necho $? >%s.status\n"
                    .formatted(snippet.script(), file, file, file));
        }
        return Files.writeString(work.resolve("page.sh"), script);
    }
}
