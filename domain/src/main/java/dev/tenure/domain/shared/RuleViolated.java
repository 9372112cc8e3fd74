package dev.tenure.domain.shared;

import java.util.Map;

/**
 * The data is fine, but a business rule forbids the change in the current state: the asset is rented out, the item is
 * full.
 */
public final class RuleViolated extends DomainException {

    public RuleViolated(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    public RuleViolated(ErrorCode code, String message, Map<String, Object> details) {
        super(code, message, details);
    }
}
