package dev.tenure.adapter.http.telemetry;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a request in responses and logs, and what its client accepts.
 *
 * @param requestId the client's own if it is usable, otherwise a new one
 * @param traceparent the client's W3C trace context, if it is well-formed
 * @param accept its Accept headers
 */
public record RequestIdentity(String requestId, @Nullable String traceparent, List<String> accept) {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern TRACEPARENT = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-[\\x21-\\x7e]{1,100})?");
    private static final int TRACE_ID = "00-".length();
    private static final int TRACE_ID_LENGTH = 32;

    public static RequestIdentity of(@Nullable String requestId, @Nullable String traceparent, List<String> accept) {
        return new RequestIdentity(
                requestId != null && VISIBLE_ASCII.matcher(requestId).matches()
                        ? requestId
                        : UUID.randomUUID().toString(),
                traceparent != null && TRACEPARENT.matcher(traceparent).matches() ? traceparent : null,
                accept);
    }

    /** The trace that the client's context names. */
    @Nullable
    String traceId() {
        return traceparent == null ? null : traceparent.substring(TRACE_ID, TRACE_ID + TRACE_ID_LENGTH);
    }
}
