package dev.tenure.application.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a command that the model made, or that it refused; {@link FieldErrors} holds the error then. A part is made
 * of other parts by {@link #get}: where one of those was refused, so is the part, without an error of its own.
 *
 * <p>Example: {@code errors.within("", () -> new Buyer(id, profile.get(), address.get(), …))} notes nothing when the
 * profile was refused before.
 */
public final class Validated<T extends @Nullable Object> {

    private final @Nullable T value;
    private final boolean accepted;

    private Validated(@Nullable T value, boolean accepted) {
        this.value = value;
        this.accepted = accepted;
    }

    /** A part that is there already. */
    public static <T extends @Nullable Object> Validated<T> of(@Nullable T value) {
        return new Validated<>(value, true);
    }

    static <T extends @Nullable Object> Validated<T> refused() {
        return new Validated<>(null, false);
    }

    /** Whether the model made the part. */
    public boolean isAccepted() {
        return accepted;
    }

    /** The part. Only to be called where another part, or the result, is made; a refused part ends that. */
    @SuppressWarnings("NullAway") // An accepted value is as nullable as its type.
    public T get() {
        if (!accepted) {
            throw new PartRefused();
        }
        return value;
    }

    /** The part, or this in its place when it was refused, so that what depends on it is still looked at. */
    @SuppressWarnings("NullAway") // An accepted value is as nullable as its type.
    public T orElse(T other) {
        return accepted ? value : other;
    }

    /** The part, if it was accepted and is there. */
    public Optional<T> optional() {
        return Optional.ofNullable(value);
    }

    /** Ends the making of a part whose own parts were refused. */
    static final class PartRefused extends RuntimeException {

        PartRefused() {
            super("a part was refused", null, false, false);
        }
    }
}
