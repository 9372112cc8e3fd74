package dev.tenure.adapter.json.shared;

import dev.tenure.application.shared.EntryError;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.VersionMismatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error in the format of the contract.
 *
 * @param code such as {@code VALIDATION_ERROR}
 * @param message what was wrong and what is allowed
 * @param fields what was wrong with single fields; empty if the message is enough
 * @param requestId of the request; null if there is none
 * @param mismatch what happened since the version that the request named; null for any other error
 */
public record ErrorDocument(
        String code,
        String message,
        List<FieldError> fields,
        @Nullable String requestId,
        @Nullable VersionMismatch mismatch) {

    /** {@code {"error": {"code", "message", "details", "requestId"}}}. */
    public JsonObject envelope() {
        return new JsonObject()
                .object("error", finished(new JsonObject().text("code", code).text("message", message)));
    }

    /** The same in the format of RFC 9457: {@code {"type", "title", "status", "detail", "code", …}}. */
    public JsonObject problem(int status, String title) {
        return finished(new JsonObject()
                .text("type", "about:blank")
                .text("title", title)
                .number("status", status)
                .text("detail", message)
                .text("code", code));
    }

    /** Why one entry of a batch was refused: an error inside the answer to the batch. */
    public static JsonObject entry(EntryError refused) {
        JsonObject error = new JsonObject()
                .text("code", refused.code().name())
                .text("message", refused.message())
                .text("path", refused.path().isEmpty() ? null : refused.path());
        List<JsonObject> details = details(named(refused.fields()));
        return details.size() < 2 ? error : error.objects("details", details);
    }

    /** The errors of a field; an error of the whole body is in the message. */
    public static List<FieldError> named(List<FieldError> fields) {
        return fields.stream().filter(field -> !field.path().isEmpty()).toList();
    }

    private JsonObject finished(JsonObject error) {
        List<JsonObject> details = details(fields);
        JsonObject finished =
                (details.isEmpty() ? error : error.objects("details", details)).text("requestId", requestId);
        return mismatch == null ? finished : withCurrent(finished, mismatch);
    }

    private static JsonObject withCurrent(JsonObject error, VersionMismatch mismatch) {
        Long version = mismatch.currentVersion();
        return version == null
                ? error
                : error.number("currentVersion", version)
                        .objects(
                                "changes",
                                mismatch.since().stream()
                                        .map(change -> new JsonObject()
                                                .number("sequence", change.sequence())
                                                .text("type", change.type())
                                                .instant("at", change.at())
                                                .text("actor", change.actor())
                                                .text("reason", change.reason()))
                                        .toList());
    }

    private static List<JsonObject> details(List<FieldError> fields) {
        return fields.stream()
                .map(field -> new JsonObject()
                        .text("path", field.path())
                        .text("code", field.code())
                        .text("message", field.message()))
                .toList();
    }
}
