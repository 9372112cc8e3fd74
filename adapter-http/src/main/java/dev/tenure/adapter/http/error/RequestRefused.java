package dev.tenure.adapter.http.error;

import java.util.Map;

/** A request that was refused before anything was done: a code, a message, and response headers. */
public final class RequestRefused extends RuntimeException {

    private final transient HttpErrorCode error;
    private final transient Map<String, String> headers;

    public RequestRefused(HttpErrorCode error, String message) {
        this(error, message, Map.of());
    }

    public RequestRefused(HttpErrorCode error, String message, Map<String, String> headers) {
        super(message);
        this.error = error;
        this.headers = Map.copyOf(headers);
    }

    public HttpErrorCode error() {
        return error;
    }

    /** The headers of the response. */
    public Map<String, String> headers() {
        return headers;
    }
}
