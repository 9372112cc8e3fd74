package dev.tenure.application.shared;

import dev.tenure.domain.shared.ErrorCode;

/** The change collides with another: a name is taken, or a row moved on since it was read. */
public final class Conflict extends ApplicationException {

    public Conflict(ErrorCode code, String message) {
        super(code, message);
    }
}
