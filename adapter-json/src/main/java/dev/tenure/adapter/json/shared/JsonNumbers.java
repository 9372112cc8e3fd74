package dev.tenure.adapter.json.shared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Which numbers are accepted. */
final class JsonNumbers {

    private static final int MAX_MAGNITUDE = 100;

    private JsonNumbers() {}

    /** Why a number is refused. */
    record Objection(String code, String message) {}

    /** Null if the number is an int; {@code 5.0} is one. */
    static @Nullable Objection objectionToInteger(BigDecimal number) {
        boolean huge = magnitude(number) > MAX_MAGNITUDE;
        if (huge || number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            boolean tiny = huge && number.scale() > 0 && number.signum() != 0;
            return new Objection(
                    tiny ? "invalid_type" : number.signum() < 0 ? "too_small" : "too_big",
                    "must be a whole number of at most " + Integer.MAX_VALUE);
        }
        return number.stripTrailingZeros().scale() <= 0
                ? null
                : new Objection("invalid_type", "must be a whole number, not " + number);
    }

    /** Null if the number can be written in digits. */
    static @Nullable Objection objectionToDecimal(BigDecimal number) {
        return magnitude(number) <= MAX_MAGNITUDE
                ? null
                : new Objection(
                        "too_big", "must have at most %d digits before and after the point".formatted(MAX_MAGNITUDE));
    }

    // How many digits the plain form may need; 1e999999999 must never be expanded.
    private static long magnitude(BigDecimal number) {
        return Math.max(Math.abs((long) number.scale()), number.precision());
    }
}
