package dev.tenure.adapter.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An {@link EmbeddedPostgresProcess} and what it has said. */
final class ForkedProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ForkedProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static ForkedProcess opening(Path dataDirectory) {
        return start(List.of(), System.getProperty("java.class.path"), dataDirectory);
    }

    static ForkedProcess start(List<String> prefix, String classPath, Path dataDirectory) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                EmbeddedPostgresProcess.class.getName(),
                dataDirectory.toString()));
        try {
            return new ForkedProcess(new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line that starts with a word; the lines before are lost. */
    String says(String word) {
        StringBuilder before = new StringBuilder();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(word)) {
                    return line;
                }
                before.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("never said '" + word + "', but:\n" + before);
    }

    /** The first line that does not tell of a step. */
    String outcome() {
        String line = says("");
        while (line.startsWith("step")) {
            line = says("");
        }
        return line;
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
    }

    /** As by kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it close its database and end. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
