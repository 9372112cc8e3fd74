package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.server.Jdk;
import dev.tenure.benchmarks.server.Launcher;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Tenure on this machine. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        description = "Measures Tenure on this machine: over HTTP, and against PostgreSQL alone.",
        sortOptions = false)
public final class Benchmarks implements Callable<Integer> {

    @Option(names = "--repository", hidden = true, defaultValue = ".")
    private Path repository;

    @Option(names = "--quick", description = "Fewer and shorter samples: under three minutes, on the newest Java only.")
    private boolean quick;

    @Option(names = "--jdk", paramLabel = "HOME", description = "The Java to measure on; may be repeated.")
    private @Nullable List<Path> jdks;

    @Option(names = "--json", paramLabel = "FILE", description = "Write everything that was measured.")
    private @Nullable Path json;

    public static void main(String... arguments) {
        System.exit(command(new Benchmarks()).execute(arguments));
    }

    static CommandLine command(Object command) {
        return new CommandLine(command).setExecutionExceptionHandler((e, line, parsed) -> {
            if (!(e instanceof BenchmarkException)) {
                throw e;
            }
            line.getErr().println("error: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() {
        Plan plan = quick ? Plan.quickly() : Plan.fully();
        Workplace place = Workplace.in(repository);
        List<Jdk> chosen = chosen();
        ArrayNode runs = Json.array();
        for (Jdk jdk : chosen) {
            Say.say("on Java %s", jdk.fullVersion());
            Launcher launcher = new Launcher(place.launcher(), jdk, place.data().resolve("load"));
            ObjectNode run = LoadRun.measure(plan, place, launcher);
            run.put("jdk", jdk.fullVersion()).put("jdkFeature", jdk.version());
            runs.add(run);
        }
        if (json != null) {
            Json.write(json, Json.object().set("runs", runs));
        }
        return 0;
    }

    private List<Jdk> chosen() {
        if (jdks != null) {
            return jdks.stream().map(Jdk::at).toList();
        }
        List<Jdk> found = Jdk.found();
        return quick ? List.of(Jdk.newest(found)) : List.of(found.get(0), Jdk.newest(found));
    }
}
