package dev.tenure.adapter.cli.bulk;

import dev.tenure.adapter.cli.shared.Console;
import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.ExitCode;
import dev.tenure.adapter.cli.shared.Json;
import dev.tenure.adapter.cli.shared.JsonLines;
import dev.tenure.adapter.cli.shared.JsonLines.Line;
import dev.tenure.adapter.cli.shared.JsonObject;
import dev.tenure.adapter.cli.shared.Output;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.UsageProblem;
import dev.tenure.application.bulk.in.ImportOrders;
import dev.tenure.application.bulk.in.ImportOrders.Policy;
import dev.tenure.application.bulk.in.ImportOrders.Result;
import dev.tenure.application.bulk.in.ImportOrders.Status;
import dev.tenure.application.bulk.in.ImportedOrder;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.EntryError;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure order import}. */
@Command(
        name = "import",
        description = "Take orders over from elsewhere: a JSON object a line, as POST /v1/orders/import reads them.")
public final class ImportCommand implements Callable<Integer> {

    private final Context context;
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);

    @Parameters(paramLabel = "FILE", description = "The orders; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private String file;

    @Option(names = "--all-or-nothing", description = "Keep nothing when one line fails; needs a file.")
    private boolean allOrNothing;

    @Option(names = "--dry-run", description = "Say what would be, and keep nothing; needs a file.")
    private boolean dryRun;

    public ImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        boolean together = allOrNothing || dryRun;
        if (together && file.equals("-")) {
            throw new UsageProblem("--all-or-nothing and --dry-run read the orders more than once: name a file");
        }
        boolean[] kept = {true};
        context.inTenant(in -> {
            ImportOrders orders = in.useCases().bulk().importOrders();
            if (together) {
                try (FileLines lines = new FileLines()) {
                    Policy policy = allOrNothing ? Policy.REJECT_ALL : Policy.REJECT_FAILED;
                    kept[0] = orders.importTogether(in.caller(), lines, policy, dryRun);
                    lines.failures.forEach(failure -> print(failure.number(), failure.result(), kept[0]));
                }
            } else {
                each(orders, in);
            }
        });
        summary(kept[0]);
        return (count(Status.FAILED) == 0 ? ExitCode.OK : ExitCode.INVALID).number();
    }

    private void each(ImportOrders orders, Context.InTenant in) {
        try (JsonLines lines = new JsonLines(context.input(file))) {
            for (var batch = next(lines); !batch.isEmpty(); batch = next(lines)) {
                List<Result> results = orders.importEach(in.caller(), entries(batch));
                for (int i = 0; i < results.size(); i++) {
                    count(results.get(i));
                    print(batch.get(i).number(), results.get(i), true);
                }
            }
        }
    }

    private static List<Line<ImportedOrder>> next(JsonLines lines) {
        return lines.next(ImportOrders.BATCH, ImportMapping::line);
    }

    private static List<Entry<ImportedOrder>> entries(List<Line<ImportedOrder>> lines) {
        return lines.stream().map(Line::entry).toList();
    }

    private void count(Result result) {
        counts.merge(result.status(), 1, Integer::sum);
    }

    private int count(Status status) {
        return counts.getOrDefault(status, 0);
    }

    // Together with the table only what failed is told: of a long file nobody reads the rest.
    private void print(long number, Result result, boolean kept) {
        Console console = context.console();
        EntryError error = result.error();
        if (context.output() == Output.JSON) {
            console.line(Json.line(ImportMapping.result(number, result, kept)));
        } else if (error != null) {
            String path = error.path().isEmpty() ? "" : error.path() + ": ";
            console.note("line %d: %s: %s%s".formatted(number, error.code().name(), path, error.message()));
        }
    }

    private void summary(boolean kept) {
        int failed = count(Status.FAILED);
        int lines = failed + count(Status.IMPORTED) + count(Status.UNCHANGED);
        int imported = kept ? count(Status.IMPORTED) : 0;
        int unchanged = kept ? count(Status.UNCHANGED) : 0;
        int rejected = kept ? 0 : lines - failed;
        if (context.output() == Output.JSON) {
            context.console()
                    .line(Json.line(new JsonObject()
                            .with(
                                    "summary",
                                    new JsonObject()
                                            .with("lines", lines)
                                            .with("imported", imported)
                                            .with("unchanged", unchanged)
                                            .with("failed", failed)
                                            .with("rejected", rejected))));
        } else {
            context.console()
                    .line("%s: %d imported, %d unchanged, %d failed, %d rejected%s"
                            .formatted(
                                    Spelling.counted(lines, "line"),
                                    imported,
                                    unchanged,
                                    failed,
                                    rejected,
                                    dryRun ? " (tried out; nothing was kept)" : ""));
        }
    }

    /** The file, from its beginning as often as it takes; of the results the failures are remembered, or all where they are printed. */
    private final class FileLines implements ImportOrders.Lines, AutoCloseable {

        private record Numbered(long number, Result result) {}

        private final List<Numbered> failures = new ArrayList<>();
        private @Nullable JsonLines lines;
        private List<Line<ImportedOrder>> given = List.of();

        @Override
        public void rewind() {
            close();
            counts.clear();
            failures.clear();
            InputStream in = context.input(file);
            lines = new JsonLines(in);
        }

        @Override
        public List<Entry<ImportedOrder>> next() {
            given = lines == null ? List.of() : ImportCommand.next(lines);
            return entries(given);
        }

        @Override
        public void results(List<Result> results) {
            for (int i = 0; i < results.size(); i++) {
                count(results.get(i));
                if (results.get(i).error() != null || context.output() == Output.JSON) {
                    failures.add(new Numbered(given.get(i).number(), results.get(i)));
                }
            }
        }

        @Override
        public void close() {
            if (lines != null) {
                lines.close();
            }
        }
    }
}
