package dev.tenure.application.shared;

import dev.tenure.domain.shared.ErrorCode;

/** The change conflicts with another one: a name is taken, or a row was changed since it was read. */
public final class Conflict extends ApplicationException {

    public Conflict(ErrorCode code, String message) {
        super(code, message);
    }
}
