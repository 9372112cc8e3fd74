package dev.tenure.benchmarks.load;

import dev.tenure.benchmarks.Api;
import dev.tenure.benchmarks.BenchmarkException;
import dev.tenure.benchmarks.server.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The load generator: wrk with our scripts, on persistent connections. */
public final class Wrk {

    private static final int THREADS = 2;

    private final Path scripts;
    private final Path work;
    private final Api api;
    private final Map<String, String> environment;
    private final int connections;
    private static int runs;

    private Wrk(Path scripts, Path work, Api api, Map<String, String> environment, int connections) {
        this.scripts = scripts;
        this.work = work;
        this.api = api;
        this.environment = environment;
        this.connections = connections;
    }

    /** @param work a folder for the files that the scripts read */
    public static Wrk of(Path scripts, Path work, Api api, int connections) {
        Processes.require("wrk", "wrk");
        return new Wrk(scripts, work, api, Map.of(), connections);
    }

    /** The same generator with a file for the script. */
    public Wrk with(String name, List<String> lines) {
        try {
            Path file = Files.createTempFile(work, name, ".txt");
            Files.write(file, lines);
            return with(name, file.toString());
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be written to: %s".formatted(work, e.getMessage()), e);
        }
    }

    public Wrk with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put("TENURE_BENCHMARK_" + name, value);
        return new Wrk(scripts, work, api, Map.copyOf(more), connections);
    }

    public Sample run(String script, int seconds) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TENURE_BENCHMARK_LUA", scripts.toString());
        all.put("TENURE_BENCHMARK_KEY", api.tenant().key());
        all.put("TENURE_BENCHMARK_TENANT", api.tenant().id());
        all.put("TENURE_BENCHMARK_RUN", Long.toString(System.currentTimeMillis(), 36) + "-" + nextRun());
        int threads = Math.min(THREADS, connections);
        return WrkOutput.sample(Processes.output(
                List.of(
                        "wrk",
                        "--latency",
                        "--timeout",
                        "20s",
                        "-t" + threads,
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "-s",
                        scripts.resolve(script + ".lua").toString(),
                        api.server().toString()),
                all));
    }

    private static synchronized int nextRun() {
        return ++runs;
    }
}
