package dev.tenure.application.shared;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What came of one of several pieces of work that are done together: its result, or what it failed with. */
public final class Tried<T> implements Supplier<T> {

    private final @Nullable T result;
    private final @Nullable RuntimeException failure;

    private Tried(@Nullable T result, @Nullable RuntimeException failure) {
        this.result = result;
        this.failure = failure;
    }

    /** Does the work. */
    public static <T> Tried<T> of(Supplier<T> work) {
        try {
            return new Tried<>(work.get(), null);
        } catch (RuntimeException failed) {
            return failed(failed);
        }
    }

    public static <T> Tried<T> failed(RuntimeException failure) {
        return new Tried<>(null, failure);
    }

    /** The result. Throws what the work failed with. */
    @Override
    public T get() {
        if (result == null) {
            throw failure == null ? new IllegalStateException("work without a result") : failure;
        }
        return result;
    }

    /** The result, if there is one. */
    public Optional<T> result() {
        return Optional.ofNullable(result);
    }

    /** The result, or what is made of the failure. */
    public T or(Function<? super RuntimeException, ? extends T> otherwise) {
        return failure == null ? get() : otherwise.apply(failure);
    }

    /** What further work makes of the result; a failure stays what it is. */
    public <R> Tried<R> then(Function<? super T, ? extends R> further) {
        return failure == null ? of(() -> further.apply(get())) : failed(failure);
    }
}
