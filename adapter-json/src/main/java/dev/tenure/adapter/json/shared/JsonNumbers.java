package dev.tenure.adapter.json.shared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Which numbers are taken. */
final class JsonNumbers {

    private static final int MAX_MAGNITUDE = 100;

    private JsonNumbers() {}

    /** Why a number is refused. */
    record Objection(String code, String message) {}

    /** Null where the number is an int; {@code 5.0} is one. */
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

    /** Null where the number can be spelled out. */
    static @Nullable Objection objectionToDecimal(BigDecimal number) {
        return magnitude(number) <= MAX_MAGNITUDE
                ? null
                : new Objection(
                        "too_big", "must have at most %d digits before and after the point".formatted(MAX_MAGNITUDE));
    }

    // How many digits the plain spelling may need; 1e999999999 must never be spelled out.
    private static long magnitude(BigDecimal number) {
        return Math.max(Math.abs((long) number.scale()), number.precision());
    }
}
