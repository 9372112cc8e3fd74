package dev.tenure.domain.shared;

import java.util.Map;

/**
 * The data itself is invalid, in any state: a negative quantity, an unknown SKU, a contract length that is not offered.
 */
public final class InvalidValue extends DomainException {

    public InvalidValue(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** A malformed value of this field. */
    public static InvalidValue of(String field, String message) {
        return new InvalidValue(SharedError.VALIDATION_ERROR, message, Map.of("field", field));
    }

    public InvalidValue(ErrorCode code, String message, Map<String, Object> details) {
        super(code, message, details);
    }
}
