package dev.tenure.application.shared;

import dev.tenure.domain.shared.ErrorCode;

/** Codes of the use cases that belong to no single feature. */
public enum ApplicationError implements ErrorCode {
    NOT_FOUND("It does not exist in this tenant; another tenant's id gets the same response."),
    INSUFFICIENT_PERMISSIONS("The key lacks the scope that the message names."),
    CONFLICT("What this change builds on was changed or taken meanwhile. Read it again and retry."),
    ALREADY_EXISTS("The id is taken."),
    VERSION_MISMATCH(
            "If-Match names another version than the current one. The error has that, and what changed since."),
    IDEMPOTENCY_KEY_REUSED("The Idempotency-Key was used for another request within the last 24 hours."),
    IDEMPOTENCY_KEY_IN_PROGRESS(
            "The first request with this Idempotency-Key is still being executed. Retry after the seconds in Retry-After.");

    private final String meaning;

    ApplicationError(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
