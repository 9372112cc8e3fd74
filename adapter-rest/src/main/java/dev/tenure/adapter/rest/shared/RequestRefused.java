package dev.tenure.adapter.rest.shared;

import java.util.Map;

/** A request that never reaches a use case, refused by the rules of the HTTP API. */
public final class RequestRefused extends RuntimeException {

    private final transient RestError error;
    private final transient Map<String, String> headers;

    public RequestRefused(RestError error, String message) {
        this(error, message, Map.of());
    }

    public RequestRefused(RestError error, String message, Map<String, String> headers) {
        super(message);
        this.error = error;
        this.headers = Map.copyOf(headers);
    }

    public RestError error() {
        return error;
    }

    /** What the answer carries besides its body. */
    Map<String, String> headers() {
        return headers;
    }
}
