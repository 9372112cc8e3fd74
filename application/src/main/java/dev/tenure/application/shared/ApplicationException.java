package dev.tenure.application.shared;

import dev.tenure.domain.shared.ErrorCode;

/** A request that a use case refuses for a reason outside the model. */
public abstract class ApplicationException extends RuntimeException {

    private final transient ErrorCode code;

    protected ApplicationException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public final ErrorCode code() {
        return code;
    }
}
