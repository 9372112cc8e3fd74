package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.error.HttpErrorCode;
import dev.tenure.domain.shared.ErrorCode;

/** Codes of the HTTP API itself, each with its status. */
public enum RestError implements ErrorCode, HttpErrorCode {
    AUTH_REQUIRED(401, "There is no Authorization header of the form Bearer <key>."),
    INVALID_TOKEN(401, "The key is unknown, revoked or expired."),
    NO_TENANT_ACCESS(403, "The Tenant-ID header is missing, or names a tenant that the key is not for."),
    OUTCOME_UNKNOWN(
            503,
            "The connection broke while the change was being saved: it was kept whole or not at all. Look before retrying.");

    private final int status;
    private final String meaning;

    RestError(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
