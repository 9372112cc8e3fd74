package dev.tenure.domain.shared;

import java.util.Map;

/**
 * A request that the model refuses. There are three kinds, and each maps to one response of an adapter:
 * {@link InvalidValue} (the data is invalid in any state), {@link RuleViolated} (a business rule forbids it in the
 * current state) and {@link IllegalTransition} (the lifecycle has no such transition).
 */
public abstract sealed class DomainException extends RuntimeException
        permits InvalidValue, RuleViolated, IllegalTransition {

    private final transient ErrorCode code;
    private final transient Map<String, Object> details;

    DomainException(ErrorCode code, String message, Map<String, Object> details) {
        super(message);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public final ErrorCode code() {
        return code;
    }

    /** The facts behind the message, for programs: for example {@code {"allowed": [6, 12], "given": 7}}. */
    public final Map<String, Object> details() {
        return details;
    }
}
