package dev.tenure.application.shared;

import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.SharedError;
import java.util.List;

/**
 * Why one entry of a batch was refused.
 *
 * @param code the code with which the entry would be refused by itself
 * @param path the first invalid field, below the entry; empty if a rule about the whole entry refuses it
 * @param field the kind of mistake, as in a {@link FieldError}
 * @param cause what was thrown; its class is the kind of the refusal
 */
public record EntryError(ErrorCode code, String path, String field, String message, RuntimeException cause) {

    /** The error of an entry that was refused with this; anything but a refusal is rethrown. */
    public static EntryError of(RuntimeException refused) {
        if (refused instanceof InvalidCommand invalid) {
            FieldError first = invalid.fields().get(0);
            boolean more = invalid.fields().size() > 1;
            return new EntryError(
                    invalid.code(),
                    first.path(),
                    first.code(),
                    more
                            ? "%s (and %d more)"
                                    .formatted(first.message(), invalid.fields().size() - 1)
                            : first.message(),
                    refused);
        }
        if (refused instanceof DomainException rule) {
            return of(rule.code(), rule);
        }
        if (refused instanceof ApplicationException conflict) {
            return of(conflict.code(), conflict);
        }
        throw refused;
    }

    private static EntryError of(ErrorCode code, RuntimeException refused) {
        String message = refused.getMessage();
        String kind = code == SharedError.VALIDATION_ERROR ? "invalid" : code.name();
        return new EntryError(code, "", kind, message == null ? "refused" : message, refused);
    }

    /** Every invalid field. */
    public List<FieldError> fields() {
        return cause instanceof InvalidCommand invalid ? invalid.fields() : List.of();
    }

    /** The same error with a path in the batch: {@code units[3].sku}. */
    public EntryError in(String entry) {
        return new EntryError(code, path.isEmpty() ? entry : entry + "." + path, field, message, cause);
    }
}
