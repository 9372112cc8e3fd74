package dev.tenure.application.shared;

import dev.tenure.domain.shared.ErrorCode;

/** A request that a use case refuses for a reason outside the model. */
public abstract sealed class ApplicationException extends RuntimeException permits NotFound, InvalidCommand, Conflict {

    private final transient ErrorCode code;

    ApplicationException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public final ErrorCode code() {
        return code;
    }
}
