package dev.tenure.application.shared;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a batch as an adapter read it: the value, or why it can't be read. An invalid entry has its own error;
 * the others are processed nevertheless.
 */
public final class Entry<T> {

    private final @Nullable T value;
    private final @Nullable InvalidCommand refusal;

    private Entry(@Nullable T value, @Nullable InvalidCommand refusal) {
        this.value = value;
        this.refusal = refusal;
    }

    public static <T> Entry<T> of(T value) {
        return new Entry<>(value, null);
    }

    public static <T> Entry<T> unreadable(InvalidCommand refusal) {
        return new Entry<>(null, refusal);
    }

    /** @throws InvalidCommand when it can't be read */
    public T value() {
        if (value == null) {
            throw refusal == null ? new IllegalStateException("an entry without a value") : refusal;
        }
        return value;
    }

    /** The value, if there is one. */
    public Optional<T> readable() {
        return Optional.ofNullable(value);
    }

    /** The entry with its value mapped; if {@code mapping} refuses it, an entry that can't be read. */
    public <R> Entry<R> map(Function<? super T, ? extends R> mapping) {
        if (value == null) {
            return new Entry<>(null, refusal);
        }
        try {
            return of(mapping.apply(value));
        } catch (InvalidCommand refused) {
            return unreadable(refused);
        }
    }
}
