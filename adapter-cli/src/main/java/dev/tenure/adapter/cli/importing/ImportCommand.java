package dev.tenure.adapter.cli.importing;

import dev.tenure.adapter.cli.shared.Console;
import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.ExitCode;
import dev.tenure.adapter.cli.shared.Output;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.UsageProblem;
import dev.tenure.adapter.json.importing.ImportCodec;
import dev.tenure.adapter.json.importing.ImportResults;
import dev.tenure.adapter.json.shared.JsonLines;
import dev.tenure.adapter.json.shared.JsonLines.Line;
import dev.tenure.adapter.json.shared.JsonWriter;
import dev.tenure.application.importing.in.ImportOrders;
import dev.tenure.application.importing.in.ImportOrders.Policy;
import dev.tenure.application.importing.in.ImportOrders.Result;
import dev.tenure.application.importing.in.ImportOrders.Status;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.EntryError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure order import}. */
@Command(
        name = "import",
        description = "Import orders from another system: one JSON object per line, as for POST /v1/orders/import.")
public final class ImportCommand implements Callable<Integer> {

    private final Context context;
    private final ImportResults results = new ImportResults();

    @Parameters(paramLabel = "FILE", description = "The orders; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private String file;

    @Option(names = "--all-or-nothing", description = "Import nothing when one line fails; needs a file.")
    private boolean allOrNothing;

    @Option(names = "--dry-run", description = "Show the result, and save nothing; needs a file.")
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
            ImportOrders orders = in.useCases().importing().importOrders();
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
        return (results.of(Status.FAILED) == 0 ? ExitCode.OK : ExitCode.INVALID).number();
    }

    private void each(ImportOrders orders, Context.InTenant in) {
        try (InputStream input = context.input(file)) {
            JsonLines lines = new JsonLines(input);
            for (var batch = next(lines); !batch.isEmpty(); batch = next(lines)) {
                List<Result> done = orders.importEach(in.caller(), entries(batch));
                for (int i = 0; i < done.size(); i++) {
                    results.count(done.get(i).status());
                    print(batch.get(i).number(), done.get(i), true);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Line<ImportedOrder>> next(JsonLines lines) throws IOException {
        return lines.next(ImportOrders.BATCH, ImportCodec::line);
    }

    private static List<Entry<ImportedOrder>> entries(List<Line<ImportedOrder>> lines) {
        return lines.stream().map(Line::entry).toList();
    }

    // As a table, only failures are reported: a long file has too many other lines to read.
    private void print(long number, Result result, boolean kept) {
        Console console = context.console();
        EntryError error = result.error();
        if (context.output() == Output.JSON) {
            boolean told = kept || result.status() == Status.FAILED;
            console.line(JsonWriter.line(told ? ImportResults.line(number, result) : ImportResults.rejected(number)));
        } else if (error != null) {
            String path = error.path().isEmpty() ? "" : error.path() + ": ";
            console.note("line %d: %s: %s%s".formatted(number, error.code().name(), path, error.message()));
        }
    }

    private void summary(boolean kept) {
        if (context.output() == Output.JSON) {
            context.console().line(JsonWriter.line(results.summary(kept)));
        } else {
            long failed = results.of(Status.FAILED);
            context.console()
                    .line("%s: %d imported, %d unchanged, %d failed, %d rejected%s"
                            .formatted(
                                    Spelling.counted((int) results.lines(), "line"),
                                    kept ? results.of(Status.IMPORTED) : 0,
                                    kept ? results.of(Status.UNCHANGED) : 0,
                                    failed,
                                    kept ? 0 : results.lines() - failed,
                                    dryRun ? " (dry run; nothing was saved)" : ""));
        }
    }

    /**
     * The file, which can be read again from its beginning; collects the failures, or all results when they are
     * printed.
     */
    private final class FileLines implements ImportOrders.Lines, AutoCloseable {

        private record Numbered(long number, Result result) {}

        private final List<Numbered> failures = new ArrayList<>();
        private @Nullable InputStream input;
        private @Nullable JsonLines lines;
        private List<Line<ImportedOrder>> given = List.of();

        @Override
        public void rewind() {
            close();
            results.clear();
            failures.clear();
            input = context.input(file);
            lines = new JsonLines(input);
        }

        @Override
        public List<Entry<ImportedOrder>> next() {
            try {
                given = lines == null ? List.of() : ImportCommand.next(lines);
                return entries(given);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void results(List<Result> done) {
            for (int i = 0; i < done.size(); i++) {
                results.count(done.get(i).status());
                if (done.get(i).error() != null || context.output() == Output.JSON) {
                    failures.add(new Numbered(given.get(i).number(), done.get(i)));
                }
            }
        }

        @Override
        public void close() {
            try {
                if (input != null) {
                    input.close();
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
