package dev.tenure.adapter.rest.importing;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.adapter.json.importing.ImportCodec;
import dev.tenure.adapter.json.importing.ImportResults;
import dev.tenure.adapter.json.shared.JsonLines;
import dev.tenure.adapter.json.shared.JsonLines.Line;
import dev.tenure.adapter.rest.shared.StreamedExchange;
import dev.tenure.application.importing.in.ImportOrders;
import dev.tenure.application.importing.in.ImportOrders.Policy;
import dev.tenure.application.importing.in.ImportOrders.Result;
import dev.tenure.application.importing.in.ImportOrders.Status;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Entry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One import: lines in, results out. */
final class ImportStream {

    private static final long MOST_SPOOLED = 4L * 1024 * 1024 * 1024;

    private final ImportOrders orders;
    private final Caller caller;
    private final StreamedExchange exchange;

    ImportStream(ImportOrders orders, Caller caller, StreamedExchange exchange) {
        this.orders = orders;
        this.caller = caller;
        this.exchange = exchange;
    }

    /** Imports the lines while they arrive. */
    void each() throws IOException {
        JsonLines lines = new JsonLines(exchange.stream().body());
        try (ResultCourier courier = new ResultCourier(exchange)) {
            ImportResults results = new ImportResults();
            try (ImportLanes lanes = new ImportLanes(
                    entries -> exchange.admittedAtLast(() -> orders.importEach(caller, entries)),
                    (batch, done) -> deliver(results, batch, done, courier))) {
                // The first batch alone: before its results are sent, a failure can be a normal error response.
                List<Line<ImportedOrder>> first = next(lines);
                if (!first.isEmpty()) {
                    List<Entry<ImportedOrder>> entries =
                            first.stream().map(Line::entry).toList();
                    deliver(results, first, exchange.admitted(() -> orders.importEach(caller, entries)), courier);
                }
                for (var batch = next(lines); !batch.isEmpty(); batch = next(lines)) {
                    lanes.give(batch);
                }
                lanes.finish();
                courier.send(JsonLines.line(results.summary(true)));
            } catch (RuntimeException failure) {
                if (!courier.hasBegun()) {
                    throw failure;
                }
                courier.send(JsonLines.line(exchange.error(failure)));
                exchange.stream().dropBody();
            }
            courier.finish();
        }
    }

    private static void deliver(
            ImportResults results, List<Line<ImportedOrder>> batch, List<Result> done, ResultCourier courier)
            throws IOException {
        for (int i = 0; i < done.size(); i++) {
            long number = batch.get(i).number();
            Result result = done.get(i);
            results.count(result.status());
            courier.send(JsonLines.line(ImportResults.line(number, result)));
        }
    }

    private static List<Line<ImportedOrder>> next(JsonLines lines) throws IOException {
        return lines.next(ImportOrders.BATCH, ImportCodec::line);
    }

    /** Imports all in one transaction, or as a dry run, from a file, without waiting for the client. */
    void together(Policy policy, boolean dryRun) throws IOException {
        Path body = Files.createTempFile("tenure-import-", ".ndjson");
        Path results = Files.createTempFile("tenure-import-", ".results");
        try {
            spool(body);
            boolean passed;
            try (SpooledLines lines = new SpooledLines(body, results)) {
                passed = exchange.admitted(() -> orders.importTogether(caller, lines, policy, dryRun));
            } catch (UncheckedIOException diskTrouble) {
                throw new IllegalStateException("the spooled import can't be read or written", diskTrouble);
            }
            if (dryRun) {
                exchange.stream().header("Dry-Run", "true");
            }
            OutputStream out = exchange.stream().begin(StreamedExchange.NDJSON);
            ImportResults lines = new ImportResults();
            SpooledLines.eachResult(results, (number, status, line) -> {
                lines.count(status);
                boolean shown = passed || status == Status.FAILED;
                out.write(shown ? line : JsonLines.line(ImportResults.rejected(number)));
            });
            out.write(JsonLines.line(lines.summary(passed)));
            out.flush();
        } finally {
            Files.deleteIfExists(body);
            Files.deleteIfExists(results);
        }
    }

    private void spool(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                InputStream in = new BufferedInputStream(exchange.stream().body())) {
            byte[] part = new byte[64 * 1024];
            long left = MOST_SPOOLED;
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                left -= read;
                if (left < 0) {
                    throw new RequestRefused(
                            HttpError.PAYLOAD_TOO_LARGE,
                            "at most %d bytes can be imported together".formatted(MOST_SPOOLED));
                }
                out.write(part, 0, read);
            }
        }
    }
}
