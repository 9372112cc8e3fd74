package dev.tenure.adapter.http.error;

import java.util.Map;

/** A request that was refused before anything was done: a code, a message, and response headers. */
public final class RequestRefused extends RuntimeException {

    private final transient HttpError error;
    private final transient Map<String, String> headers;

    public RequestRefused(HttpError error, String message) {
        this(error, message, Map.of());
    }

    public RequestRefused(HttpError error, String message, Map<String, String> headers) {
        super(message);
        this.error = error;
        this.headers = Map.copyOf(headers);
    }

    public HttpError error() {
        return error;
    }

    /** The headers of the response. */
    public Map<String, String> headers() {
        return headers;
    }
}
