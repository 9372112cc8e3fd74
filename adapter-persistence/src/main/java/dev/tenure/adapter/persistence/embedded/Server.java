package dev.tenure.adapter.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The main process of PostgreSQL, and the port it listens on. */
record Server(long pid, int port) {

    private static final Server NONE = new Server(-1, 0);

    /** The content of PostgreSQL's own file, which may be out of date. */
    static Optional<Server> noted(Path cluster) throws IOException {
        Path file = file(cluster);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            return Optional.of(new Server(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.of(NONE);
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Whether the process lives and is PostgreSQL: not another one with the same number, and not a zombie. */
    boolean isAlive() {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String state = status.substring(status.lastIndexOf(')') + 1).strip();
            return status.contains("(postgres)") && !state.startsWith("Z") && !state.startsWith("X");
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException unknown) {
            // For example too many open files here, which does not mean that the server is dead.
            return true;
        }
    }

    /** The working directory of the process, if the system shows it. */
    Optional<Path> workingDirectory() {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")));
        } catch (IOException secret) {
            return Optional.empty();
        }
    }
}
