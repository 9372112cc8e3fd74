package dev.tenure.domain.shared;

import java.math.BigDecimal;

/**
 * One form for equal numbers, so that a number read back from a store equals the one written: {@code 1.50} becomes
 * {@code 1.5}.
 */
public final class Decimals {

    private Decimals() {}

    /**
     * The number without trailing zeros after the point and without an exponent: {@code 2E+1} becomes {@code 20}. Check
     * its size first: {@code 1E+999999999} would become a thousand million digits.
     */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** How many decimals the number needs: 1 for {@code 1.50}, 0 for {@code 2E+1}. */
    public static int count(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
