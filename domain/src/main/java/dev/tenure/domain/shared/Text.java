package dev.tenure.domain.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of every free text in the model, and the check that enforces them. */
public final class Text {

    /** Names, cities, companies and other one-line texts, in UTF-16 units. */
    public static final int LINE = 255;

    /** Reasons given for a cancellation or a closure. */
    public static final int REASON = 1000;

    /** Notes on an order or a subscription. */
    public static final int NOTES = 5000;

    private Text() {}

    /**
     * The text without surrounding white space. The details of an error contain the field.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when it is blank, longer than {@code max} or not
     *     {@linkplain #storable storable}
     */
    public static String required(String name, String value, int max) {
        String trimmed = value.strip();
        if (trimmed.isEmpty()) {
            throw new InvalidValue(SharedError.VALIDATION_ERROR, name + " must not be blank", Map.of("field", name));
        }
        return limited(name, trimmed, max);
    }

    /** As {@link #required}, but null and blank both give null. */
    public static @Nullable String optional(String name, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return limited(name, value.strip(), max);
    }

    private static String limited(String name, String value, int max) {
        if (value.length() > max) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "%s must have at most %d characters, not %d".formatted(name, max, value.length()),
                    Map.of("field", name, "max", max, "length", value.length()));
        }
        return storable(name, value);
    }

    /**
     * The text itself, if every store and encoding can represent it.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when it contains a NUL character or half of a surrogate pair
     */
    static String storable(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR, name + " must not contain a NUL character", Map.of("field", name));
        }
        if (hasLoneSurrogate(value)) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    name + " must not contain half of a character (a lone surrogate)",
                    Map.of("field", name));
        }
        return value;
    }

    private static boolean hasLoneSurrogate(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(value.codePointAt(i))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
