package dev.tenure.benchmarks.load;

import dev.tenure.benchmarks.BenchmarkException;
import dev.tenure.benchmarks.server.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs pgbench with prepared statements, one per operation: PostgreSQL alone. */
public final class Pgbench {

    private final Path work;
    private final Map<String, String> connection;
    private final int clients;
    private static int runs;

    /** @param connection the connection parameters for libpq */
    public Pgbench(Path work, Map<String, String> connection, int clients) {
        Processes.require("pgbench", "postgresql-client postgresql-contrib");
        this.work = work;
        this.connection = Map.copyOf(connection);
        this.clients = clients;
    }

    public Sample run(Ceiling.Script script, int seconds) {
        try {
            Path folder = Files.createTempDirectory(work, "pgbench");
            Path file = folder.resolve("script.sql");
            Files.writeString(file, script.sql());
            List<String> command = new ArrayList<>(List.of(
                    "pgbench",
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--client=" + clients,
                    "--jobs=" + Math.min(2, clients),
                    "--time=" + seconds,
                    "--random-seed=" + nextRun(),
                    "--log",
                    "--sampling-rate=0.1",
                    "--log-prefix=" + folder.resolve("log"),
                    "--file=" + file));
            script.values().forEach((name, value) -> command.add("--define=" + name + "=" + value));
            Processes.Outcome outcome = Processes.run(command, connection);
            if (outcome.exitCode() != 0) {
                throw new BenchmarkException("pgbench failed:\n" + outcome.errors());
            }
            List<String> log = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path part : files.filter(
                                child -> child.getFileName().toString().startsWith("log"))
                        .sorted(Comparator.naturalOrder())
                        .toList()) {
                    log.addAll(Files.readAllLines(part));
                }
            }
            return PgbenchOutput.sample(outcome.output(), log);
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be written to: %s".formatted(work, e.getMessage()), e);
        }
    }

    // A different number for each run, so that new customers are new; reproducible, because it counts the runs.
    private static synchronized int nextRun() {
        return ++runs;
    }
}
