package dev.tenure.domain.shared;

import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed value as it was recorded, with its text; or the text alone, where an earlier release recorded one that is no
 * such value. New data is always typed.
 *
 * <p>Worked example: {@code Recorded.read("2025-06-30", LocalDate::parse)} is the day;
 * {@code Recorded.read("end of June", LocalDate::parse)} has no value, and is still shown as {@code end of June}.
 *
 * @param value the value; null where the text is no such value
 * @param text how the value is shown
 */
public record Recorded<T>(@Nullable T value, String text) {

    /** A value that is shown as its own text. */
    public static <T> Recorded<T> of(T value) {
        return new Recorded<>(value, value.toString());
    }

    /** What a store holds: the value of the text, if it is one. */
    public static <T> Recorded<T> read(String text, Function<String, T> reader) {
        try {
            return new Recorded<>(reader.apply(text), text);
        } catch (InvalidValue | DateTimeException noSuchValue) {
            return new Recorded<>(null, text);
        }
    }

    /**
     * Demands a value.
     *
     * @param field the name of the field that holds it
     * @throws InvalidValue {@code VALIDATION_ERROR} when there is only text
     */
    public void requireValue(String field) {
        if (value == null) {
            throw InvalidValue.of(field, "%s can't be read: %s".formatted(field, text));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
