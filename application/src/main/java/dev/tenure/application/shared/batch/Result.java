package dev.tenure.application.shared.batch;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The result of one of several tasks: its value, or its failure. */
public final class Result<T> implements Supplier<T> {

    private final @Nullable T value;
    private final @Nullable RuntimeException failure;

    private Result(@Nullable T value, @Nullable RuntimeException failure) {
        this.value = value;
        this.failure = failure;
    }

    /** Runs the task. */
    public static <T> Result<T> of(Supplier<T> work) {
        try {
            return new Result<>(work.get(), null);
        } catch (RuntimeException failed) {
            return failed(failed);
        }
    }

    public static <T> Result<T> failed(RuntimeException failure) {
        return new Result<>(null, failure);
    }

    /** The value. Throws the failure. */
    @Override
    public T get() {
        if (value == null) {
            throw failure == null ? new IllegalStateException("work without a value") : failure;
        }
        return value;
    }

    /** The value, if there is one. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** The value, or the result of mapping the failure. */
    public T or(Function<? super RuntimeException, ? extends T> otherwise) {
        return failure == null ? get() : otherwise.apply(failure);
    }

    /** The result of a further task on the value; a failure stays. */
    public <R> Result<R> then(Function<? super T, ? extends R> further) {
        return failure == null ? of(() -> further.apply(get())) : failed(failure);
    }
}
