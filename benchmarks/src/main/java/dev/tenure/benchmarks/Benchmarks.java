package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.server.Jdk;
import dev.tenure.benchmarks.server.Launcher;
import java.nio.file.Path;
import java.util.Comparator;
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

    @Option(
            names = "--prepare",
            paramLabel = "ORDERS",
            description =
                    "Only make the tenants with so many orders, such as 1000000,5000000; later runs measure in them, too.",
            split = ",")
    private @Nullable List<Long> prepare;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Only write docs/performance.md and its plots from a file of an earlier run.")
    private @Nullable Path report;

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
        if (report != null) {
            Report.of(Json.readObject(report)).write(repository.resolve("docs"));
            return 0;
        }
        List<Jdk> chosen = chosen();
        Workplace place = Workplace.in(repository);
        if (prepare != null) {
            Say.say("seeding %s", prepare);
            GrowthRun.prepare(prepare, place, growth(place, Jdk.newest(chosen)));
            return 0;
        }
        Plan plan = quick ? Plan.quickly() : Plan.fully();
        Machine.warnIfBusy();
        ObjectNode result = Json.object();
        ArrayNode runs = Json.array();
        // The newest last, because its figures are those of the whole result.
        for (Jdk jdk : chosen) {
            ObjectNode run = measure(plan, place, jdk);
            result.setAll(run);
            runs.add(run);
        }
        result.set("runs", runs);
        result.put("quick", quick).put("at", java.time.Instant.now().toString());
        result.set("machine", Machine.json());
        if (json != null) {
            Json.write(json, result);
        }
        return 0;
    }

    private static ObjectNode measure(Plan plan, Workplace place, Jdk jdk) {
        Say.say("on Java %s", jdk.fullVersion());
        Launcher load = new Launcher(place.launcher(), jdk, place.data().resolve("load"));
        ObjectNode details = Json.object();
        details.set("load", LoadRun.measure(plan, place, load));
        details.set("growth", GrowthRun.measure(plan, place, growth(place, jdk)));
        ObjectNode run = Json.object().put("jdk", jdk.fullVersion()).put("jdkFeature", jdk.version());
        run.setAll(Figures.of(details.path("load"), details.path("growth")));
        run.set("details", details);
        return run;
    }

    private static Launcher growth(Workplace place, Jdk jdk) {
        return new Launcher(place.launcher(), jdk, SeededTenants.dataDirectory(place));
    }

    private List<Jdk> chosen() {
        if (jdks != null) {
            return jdks.stream()
                    .map(Jdk::at)
                    .sorted(Comparator.comparing(Jdk::version))
                    .toList();
        }
        List<Jdk> found = Jdk.found();
        return quick || found.size() == 1 ? List.of(Jdk.newest(found)) : List.of(found.get(0), Jdk.newest(found));
    }
}
