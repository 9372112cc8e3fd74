package dev.tenure.application.shared;

import dev.tenure.domain.shared.SharedError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The one place that checks commands: the constraints of their records, with all violations at once. */
public final class CommandChecks {

    private static final int LONGEST_VALUE_SHOWN = 60;

    private final Validator validator;

    public CommandChecks(Validator validator) {
        this.validator = validator;
    }

    /** @throws InvalidCommand {@code VALIDATION_ERROR} naming every invalid field */
    public void check(Object command) {
        List<FieldError> violations = violations(command);
        if (!violations.isEmpty()) {
            throw new InvalidCommand(SharedError.VALIDATION_ERROR, violations);
        }
    }

    /** As {@link #check}; returns the command. */
    public <C> C checked(C command) {
        check(command);
        return command;
    }

    /** Every invalid field, for a use case that checks more. */
    public List<FieldError> violations(Object command) {
        Set<ConstraintViolation<Object>> violations = validator.validate(command);
        return violations.stream()
                .map(CommandChecks::fieldError)
                .sorted(Comparator.comparing(FieldError::path).thenComparing(FieldError::message))
                .toList();
    }

    private static FieldError fieldError(ConstraintViolation<Object> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        Object value = violation.getInvalidValue();
        String code =
                switch (constraint) {
                    case "NotNull", "NotBlank", "NotEmpty" -> value == null ? "required" : "too_small";
                    case "Min", "Positive", "PositiveOrZero", "DecimalMin" -> "too_small";
                    case "Max", "DecimalMax" -> "too_big";
                    case "Size" -> sizeCode(violation, value);
                    case "Email", "Pattern" -> "invalid_string";
                    default -> "invalid";
                };
        return new FieldError(path(violation), code, message(violation.getMessage(), value));
    }

    // The element of a list has a node of its own at the end, items[0].<list element>, which clients do not know.
    private static String path(ConstraintViolation<Object> violation) {
        return violation.getPropertyPath().toString().replaceFirst("\\.?<[a-z ]+>$", "");
    }

    private static String sizeCode(ConstraintViolation<Object> violation, Object value) {
        int length = value instanceof CharSequence text ? text.length() : ((Collection<?>) value).size();
        Object max = violation.getConstraintDescriptor().getAttributes().get("max");
        return max instanceof Integer most && length > most ? "too_big" : "too_small";
    }

    private static String message(String message, Object value) {
        boolean shown = (value instanceof Number || value instanceof String)
                && value.toString().length() <= LONGEST_VALUE_SHOWN
                && !value.toString().isBlank();
        return shown ? message + ", not " + value : message;
    }
}
