package dev.tenure.adapter.http.error;

/** A stable code of a refusal at the edge of the server, and its status. */
public enum HttpError {
    BAD_REQUEST(400, "The request is not usable HTTP: its request line, a header or its path is malformed."),
    AUTH_REQUIRED(401, "There is no Authorization header of the form Bearer <key>."),
    INVALID_TOKEN(401, "The key is unknown, revoked or expired."),
    NO_TENANT_ACCESS(403, "The Tenant-ID header is missing, or names a tenant that the key is not for."),
    METHOD_NOT_ALLOWED(405, "The path is known, but not with this method; the Allow header lists those there are."),
    REQUEST_TIMEOUT(408, "The body arrived too slowly, or stopped arriving."),
    PAYLOAD_TOO_LARGE(413, "The body is larger than this operation takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "The Content-Type or Content-Encoding of the body is not one this operation reads."),
    RATE_LIMITED(
            429,
            "The key has used up its requests a minute. Nothing was changed; retry after the seconds in Retry-After."),
    HEADERS_TOO_LARGE(431, "The request line and headers together are larger than 16 KiB."),
    INTERNAL_ERROR(500, "Something broke on the server; its log has the cause under the requestId."),
    OVERLOADED(503, "The server is overloaded. Nothing was changed; retry after the seconds in Retry-After."),
    OUTCOME_UNKNOWN(
            503,
            "The connection broke while the change was being saved: it was saved completely or not at all. Check before retrying.");

    private final int status;
    private final String meaning;

    HttpError(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    /** What it means, in a sentence for the readers of the documentation. */
    public String meaning() {
        return meaning;
    }
}
