package dev.tenure.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks whether a change made the product slower. */
@Command(
        name = "benchmarks/compare",
        mixinStandardHelpOptions = true,
        description =
                "Compares two runs. Exit code 0: no slower; 1: a ratio lost more than 10 %%; 2: wrong usage or a file that is none.")
public final class Compare implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD.json", description = "Written by benchmarks/run --json.")
    private @Nullable Path before;

    @Parameters(index = "1", paramLabel = "NEW.json", description = "The same, of later.")
    private @Nullable Path after;

    @Spec
    private CommandSpec spec;

    public static void main(String... arguments) {
        System.exit(Benchmarks.command(new Compare()).execute(arguments));
    }

    @Override
    public Integer call() {
        Comparison comparison = Comparison.of(
                Json.readObject(java.util.Objects.requireNonNull(before)),
                Json.readObject(java.util.Objects.requireNonNull(after)));
        spec.commandLine().getOut().print(comparison.table());
        spec.commandLine().getOut().flush();
        return comparison.passes() ? 0 : 1;
    }
}
