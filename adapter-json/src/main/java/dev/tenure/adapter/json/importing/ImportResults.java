package dev.tenure.adapter.json.importing;

import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.adapter.json.shared.ErrorDocument;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.importing.in.ImportOrders.Result;
import dev.tenure.application.importing.in.ImportOrders.Status;
import java.util.EnumMap;
import java.util.Map;

/** The results of an import, one line each, and the summary. */
public final class ImportResults {

    private final Map<Status, Long> counts = new EnumMap<>(Status.class);

    /** Counts one more line. */
    public void count(Status status) {
        counts.merge(status, 1L, Long::sum);
    }

    /** Starts again. */
    public void clear() {
        counts.clear();
    }

    /** How many lines had this result. */
    public long of(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    /** How many lines there were. */
    public long lines() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param kept whether the valid lines were imported; otherwise every line that did not fail is rejected */
    public JsonObject summary(boolean kept) {
        return new JsonObject()
                .object(
                        "summary",
                        new JsonObject()
                                .number("lines", lines())
                                .number("imported", kept ? of(Status.IMPORTED) : 0)
                                .number("unchanged", kept ? of(Status.UNCHANGED) : 0)
                                .number("failed", of(Status.FAILED))
                                .number("rejected", kept ? 0 : lines() - of(Status.FAILED)));
    }

    /** The result of the line with this number. */
    public static JsonObject line(long number, Result result) {
        return numbered(number, EnumWords.word(result.status()))
                .text("orderId", result.orderId())
                .object("error", result.error() == null ? null : ErrorDocument.entry(result.error()));
    }

    /** A valid line of a file that was rejected. */
    public static JsonObject rejected(long number) {
        return numbered(number, "rejected");
    }

    private static JsonObject numbered(long number, String status) {
        return new JsonObject().number("line", number).text("status", status);
    }
}
