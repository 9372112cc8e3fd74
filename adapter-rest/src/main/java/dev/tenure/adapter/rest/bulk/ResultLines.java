package dev.tenure.adapter.rest.bulk;

import dev.tenure.adapter.rest.shared.Errors;
import dev.tenure.adapter.rest.shared.JsonObject;
import dev.tenure.adapter.rest.shared.Ndjson;
import dev.tenure.application.bulk.in.ImportOrders.Result;
import dev.tenure.application.bulk.in.ImportOrders.Status;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The results of an import as lines, and their sum. */
final class ResultLines {

    private final boolean kept;
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);

    /** @param kept whether what could be imported was; else every line that did not fail is rejected */
    ResultLines(boolean kept) {
        this.kept = kept;
    }

    /** The line of this result, as it is where the others are kept. */
    static byte[] line(long number, Result result) {
        return Ndjson.line(numbered(number, result.status().name().toLowerCase(Locale.ROOT))
                .text("orderId", result.orderId())
                .object("error", result.error() == null ? null : Errors.entry(result.error())));
    }

    /** Counts the result, and gives its line. */
    byte[] counted(long number, Status status, byte[] line) {
        counts.merge(status, 1L, Long::sum);
        return kept || status == Status.FAILED ? line : Ndjson.line(numbered(number, "rejected"));
    }

    byte[] summary() {
        long lines = counts.values().stream().mapToLong(Long::longValue).sum();
        long failed = count(Status.FAILED);
        return Ndjson.line(new JsonObject()
                .object(
                        "summary",
                        new JsonObject()
                                .number("lines", lines)
                                .number("imported", kept ? count(Status.IMPORTED) : 0)
                                .number("unchanged", kept ? count(Status.UNCHANGED) : 0)
                                .number("failed", failed)
                                .number("rejected", kept ? 0 : lines - failed)));
    }

    private static JsonObject numbered(long number, String status) {
        return new JsonObject().number("line", number).text("status", status);
    }

    private long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }
}
