package dev.tenure.application.shared;

import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects the errors of a command, field by field, so that the caller gets all of them at once. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();
    private @Nullable ErrorCode code;

    /** The result of {@code part}; adds an error at {@code path} if the model refuses the value. */
    public <T extends @Nullable Object> Validated<T> at(String path, Supplier<T> part) {
        return part(part, unused -> path);
    }

    /** As {@link #at} for a part of several fields: the error is at the field that the model names. */
    public <T extends @Nullable Object> Validated<T> within(String path, Supplier<T> part) {
        return part(part, field -> path.isEmpty() || field.isEmpty() ? path + field : path + "." + field);
    }

    private <T extends @Nullable Object> Validated<T> part(Supplier<T> part, UnaryOperator<String> path) {
        try {
            return Validated.of(part.get());
        } catch (InvalidValue refused) {
            Object field = refused.details().getOrDefault("field", "");
            add(path.apply(field.toString()), refused.code(), refused.getMessage());
            return Validated.refused();
        } catch (Validated.PartRefused notedBefore) {
            return Validated.refused();
        }
    }

    /**
     * The result of {@code whole} from the parts.
     *
     * @throws InvalidCommand when there is an error
     */
    public <T> T result(Supplier<T> whole) {
        throwIfAny();
        return whole.get();
    }

    /**
     * The result of {@code part}, if it is the only one that the model can refuse.
     *
     * @throws InvalidCommand naming the field at {@code path} that the model names, or {@code path} itself
     */
    public static <T> T require(String path, Supplier<T> part) {
        FieldErrors errors = new FieldErrors();
        Validated<T> made = errors.within(path, part);
        return errors.result(made::get);
    }

    /** Adds an error, once. For the one code of the refusal, a malformed field outranks a broken reference. */
    public void add(String path, ErrorCode errorCode, @Nullable String message) {
        boolean malformed = errorCode == SharedError.VALIDATION_ERROR;
        if (code == null || malformed) {
            code = errorCode;
        }
        FieldError error =
                new FieldError(path, malformed ? "invalid" : errorCode.name(), message == null ? "" : message);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    /** The refusal of a command with this one invalid field. */
    public static InvalidCommand of(String path, ErrorCode code, String message) {
        FieldErrors errors = new FieldErrors();
        errors.add(path, code, message);
        return new InvalidCommand(code, errors.errors);
    }

    /** The errors up to now. */
    public List<FieldError> all() {
        return List.copyOf(errors);
    }

    /** @throws InvalidCommand when there is an error */
    public void throwIfAny() {
        if (code != null) {
            throw new InvalidCommand(code, errors);
        }
    }
}
