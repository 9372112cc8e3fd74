package dev.tenure.domain.shared;

import java.util.Map;

/** The lifecycle has no such transition: confirming a cancelled order, cancelling a partly fulfilled one. */
public final class IllegalTransition extends DomainException {

    public IllegalTransition(ErrorCode code, String message, Map<String, Object> details) {
        super(code, message, details);
    }
}
