package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.body.HttpStream;
import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.adapter.http.limits.Admission;
import dev.tenure.adapter.http.telemetry.RequestIdentity;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import java.util.function.Supplier;

/**
 * A stream, and the work for it. Reading and writing never happen under a permit or in a transaction: work that needs
 * those runs in {@link #admitted}.
 */
public final class StreamedExchange {

    /** A JSON document a line. */
    public static final String NDJSON = "application/x-ndjson";

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 500;

    private final HttpStream stream;
    private final Admission admission;
    private final RequestIdentity identity;

    StreamedExchange(HttpStream stream, Admission admission, RequestIdentity identity) {
        this.stream = stream;
        this.admission = admission;
        this.identity = identity;
    }

    /** The stream itself. */
    public HttpStream stream() {
        return stream;
    }

    /** The result of the work, executed under a permit. */
    public <T> T admitted(Supplier<T> work) {
        return admission.admitted(work);
    }

    /**
     * As {@link #admitted} within a stream: waits during a short overload. The work must be repeatable, even after an
     * unknown outcome.
     */
    public <T> T admittedAtLast(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return admission.admitted(work);
            } catch (RequestRefused | Unavailable | OutcomeUnknown passing) {
                if (attempt == ATTEMPTS) {
                    throw passing;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RequestRefused(HttpError.OVERLOADED, "the server is stopping");
        }
    }

    /** A failure as an object to end a stream with. */
    public JsonObject error(Throwable failure) {
        return Errors.object(failure, identity);
    }
}
