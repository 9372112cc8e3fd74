package dev.tenure.application.shared;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The change of one value in an edit: unchanged, cleared, or set. On the wire these are a field that is absent, one
 * that is null, and one with a value.
 *
 * <p>Constraints are on the type argument and apply only to a change: {@code Change<@NotBlank String>} can be unchanged
 * or set, but not cleared; {@code Change<@Size(max = 255) String>} can be all three.
 *
 * <p>Example: of a phone number {@code +31 20 1}, {@code unchanged()} leaves {@code +31 20 1}, {@code cleared()} leaves
 * null and {@code to("+31 20 2")} leaves {@code +31 20 2}.
 */
public record Change<T>(boolean happens, @Nullable T value) {

    private static final Change<?> UNCHANGED = new Change<>(false, null);
    private static final Change<?> CLEARED = new Change<>(true, null);

    public Change {
        if (!happens && value != null) {
            throw new IllegalArgumentException("what does not change becomes nothing");
        }
    }

    /** The value stays. */
    @SuppressWarnings("unchecked") // It holds no value of any type.
    public static <T> Change<T> unchanged() {
        return (Change<T>) UNCHANGED;
    }

    /** The value is cleared. */
    @SuppressWarnings("unchecked") // It holds no value of any type.
    public static <T> Change<T> cleared() {
        return (Change<T>) CLEARED;
    }

    /** The value is set to this one, or cleared if it is null. */
    public static <T> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    /** The value after the change, given the value before. */
    public @Nullable T after(@Nullable T before) {
        return happens ? value : before;
    }

    /** As {@link #after}, for a value that can't be cleared. */
    public T afterRequired(T before) {
        return value == null ? before : value;
    }

    /** The change with its value mapped. */
    public Change<T> map(UnaryOperator<T> spelling) {
        return value == null ? this : to(spelling.apply(value));
    }
}
