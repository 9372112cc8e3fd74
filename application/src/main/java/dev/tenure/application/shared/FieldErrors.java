package dev.tenure.application.shared;

import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a command, field by field, so that the caller hears of everything at once. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();
    private @Nullable ErrorCode code;

    /** What {@code part} makes; nothing, and an error noted at {@code path}, when the model refuses the value. */
    public <T> Optional<T> at(String path, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (InvalidValue refused) {
            add(path, refused.code(), refused.getMessage());
            return Optional.empty();
        }
    }

    /** As {@link #at} for a part of several fields: the error is noted at the field of it that the model names. */
    public <T> Optional<T> within(String path, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (InvalidValue refused) {
            Object field = refused.details().get("field");
            String separator = path.isEmpty() || field == null ? "" : ".";
            add(path + separator + (field == null ? "" : field), refused.code(), refused.getMessage());
            return Optional.empty();
        }
    }

    /** Notes an error. A malformed field outranks a broken reference when one code has to stand for all. */
    public void add(String path, ErrorCode errorCode, @Nullable String message) {
        boolean malformed = errorCode == SharedError.VALIDATION_ERROR;
        if (code == null || malformed) {
            code = errorCode;
        }
        errors.add(new FieldError(path, malformed ? "invalid" : errorCode.name(), message == null ? "" : message));
    }

    /** The refusal of a command of which this one field is broken. */
    public static InvalidCommand of(String path, ErrorCode code, String message) {
        FieldErrors errors = new FieldErrors();
        errors.add(path, code, message);
        return new InvalidCommand(code, errors.errors);
    }

    /** What was noted so far. */
    public List<FieldError> all() {
        return List.copyOf(errors);
    }

    /** @throws InvalidCommand when an error was noted */
    public void throwIfAny() {
        if (code != null) {
            throw new InvalidCommand(code, errors);
        }
    }
}
