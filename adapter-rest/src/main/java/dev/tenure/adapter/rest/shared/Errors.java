package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.adapter.http.error.UnknownPath;
import dev.tenure.adapter.http.request.Accept;
import dev.tenure.adapter.http.request.HttpAnswer;
import dev.tenure.adapter.http.telemetry.RequestIdentity;
import dev.tenure.adapter.json.shared.ErrorDocument;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.shared.BatchRefused;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.NotPermitted;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.application.shared.batch.KeyInProgress;
import dev.tenure.application.shared.batch.KeyReused;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.RuleViolated;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders failures: one table from the kind of failure to its status, one format for all of them. */
public final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final Map<String, String> RETRY_SOON = Map.of("Retry-After", "1");

    private Errors() {}

    /** The response to a request with this failure. Unexpected failures are logged here, once. */
    public static HttpAnswer answer(Throwable failure, RequestIdentity identity) {
        VersionMismatch mismatch = failure instanceof VersionMismatch moved ? moved : null;
        Answer answer = render(kind(failure, identity), mismatch, identity);
        Long version = mismatch == null ? null : mismatch.currentVersion();
        return (version == null ? answer : answer.withVersion(version)).sent();
    }

    /** The failure as an object in a stream: {@code {"error": {…}}}. */
    static JsonObject object(Throwable failure, RequestIdentity identity) {
        return document(kind(failure, identity), null, identity).envelope();
    }

    private static Kind kind(Throwable failure, RequestIdentity identity) {
        if (failure instanceof InvalidCommand invalid) {
            return new Kind(
                    400, invalid.code().name(), message(invalid), ErrorDocument.named(invalid.fields()), Map.of());
        }
        if (failure instanceof BatchRefused batch) {
            Kind first = kind(batch.first(), identity);
            return new Kind(first.status(), first.code(), message(batch), batch.fields(), first.headers());
        }
        if (failure instanceof InvalidValue invalid) {
            return new Kind(400, invalid.code().name(), message(invalid), List.of(), Map.of());
        }
        if (failure instanceof NotFound absent) {
            return new Kind(404, absent.code().name(), message(absent), List.of(), Map.of());
        }
        if (failure instanceof NotPermitted refused) {
            return new Kind(403, refused.code().name(), message(refused), List.of(), Map.of());
        }
        if (failure instanceof RuleViolated violated) {
            return new Kind(409, violated.code().name(), message(violated), List.of(), Map.of());
        }
        if (failure instanceof IllegalTransition forbidden) {
            return new Kind(409, forbidden.code().name(), message(forbidden), List.of(), Map.of());
        }
        if (failure instanceof VersionMismatch moved) {
            return new Kind(412, moved.code().name(), message(moved), List.of(), Map.of());
        }
        if (failure instanceof KeyReused reused) {
            return new Kind(422, reused.code().name(), message(reused), List.of(), Map.of());
        }
        if (failure instanceof KeyInProgress working) {
            return new Kind(409, working.code().name(), message(working), List.of(), RETRY_SOON);
        }
        if (failure instanceof Conflict conflict) {
            return new Kind(409, conflict.code().name(), message(conflict), List.of(), Map.of());
        }
        if (failure instanceof UnknownPath unknown) {
            return kind(new NotFound("operation", unknown.path()), identity);
        }
        if (failure instanceof RequestRefused refused) {
            return new Kind(
                    refused.error().status(), refused.error().name(), message(refused), List.of(), refused.headers());
        }
        if (failure instanceof Unavailable) {
            LOG.warn("request {}: the store is unavailable: {}", identity.requestId(), failure.getMessage());
            return new Kind(
                    503,
                    HttpError.OVERLOADED.name(),
                    "the server can't take this on just now; nothing was changed",
                    List.of(),
                    RETRY_SOON);
        }
        if (failure instanceof OutcomeUnknown) {
            LOG.error("request {}: the outcome of a commit is unknown: {}", identity.requestId(), Causes.of(failure));
            return new Kind(
                    503,
                    HttpError.OUTCOME_UNKNOWN.name(),
                    "the connection broke while the change was being saved; it was kept whole or not at all",
                    List.of(),
                    RETRY_SOON);
        }
        LOG.error("request {} failed unexpectedly: {}", identity.requestId(), Causes.of(failure));
        LOG.debug("request {} failed with a message that may hold what the client sent", identity.requestId(), failure);
        return new Kind(
                500,
                HttpError.INTERNAL_ERROR.name(),
                "something broke on the server; its log has the cause under this requestId",
                List.of(),
                Map.of());
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "refused" : message;
    }

    private static Answer render(Kind kind, @Nullable VersionMismatch mismatch, RequestIdentity identity) {
        ErrorDocument document = document(kind, mismatch, identity);
        boolean asProblem = Accept.of(identity.accept()).best(JSON, PROBLEM).equals(PROBLEM);
        Answer answer = asProblem
                ? Answer.of(kind.status(), PROBLEM, document.problem(kind.status(), title(kind.status())))
                : Answer.json(kind.status(), document.envelope());
        return answer.with(kind.headers());
    }

    private static ErrorDocument document(Kind kind, @Nullable VersionMismatch mismatch, RequestIdentity identity) {
        return new ErrorDocument(kind.code(), kind.message(), kind.fields(), identity.requestId(), mismatch);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }

    private record Kind(
            int status, String code, String message, List<FieldError> fields, Map<String, String> headers) {}
}
