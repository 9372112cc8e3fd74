package dev.tenure.adapter.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;

/** A process of its own that opens the data directory of its first argument and closes it at the end of its input. */
final class EmbeddedPostgresProcess {

    private EmbeddedPostgresProcess() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        long start = System.nanoTime();
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.open(Path.of(arguments[0]), step -> out.println("step " + step))) {
            out.printf(
                    "%s %s in %d ms%n",
                    postgres.startedHere() ? "started" : "adopted",
                    postgres.jdbcUrl(),
                    (System.nanoTime() - start) / 1_000_000);
            while (in.readLine() != null) {
                // until the end
            }
            start = System.nanoTime();
        } catch (EmbeddedPostgresException e) {
            out.println("refused " + e.getMessage());
            System.exit(1);
        }
        out.printf("closed in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        System.exit(0);
    }
}
