package dev.tenure.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * An exact amount in one currency, always at that currency's number of decimals: {@code EUR 89.00}, {@code JPY 89}. So
 * {@code Money.of("89", EUR)} equals {@code Money.of("89.00", EUR)}. The sign is free; whether a negative amount is
 * allowed is a rule of the place that uses it. Nothing is ever rounded silently: an operation that can produce more
 * decimals takes a {@link RoundingMode}.
 *
 * <p>Worked example: {@code Money.of("89.00", EUR).times(5)} is {@code EUR 445.00};
 * {@code Money.of("0.05", EUR).percent(new BigDecimal("21"), HALF_UP)} is {@code EUR 0.01};
 * {@code Money.of("10.00", EUR).allocate(3)} is {@code [3.34, 3.33, 3.33]}.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** The largest magnitude that can be stored, exclusive: a million millions. */
    public static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);

    /**
     * @throws InvalidValue {@code VALIDATION_ERROR} when the amount has more decimals than the currency, or reaches
     *     {@link #LIMIT}
     */
    public Money {
        int decimals = decimals(currency);
        if (Decimals.count(amount) > decimals) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "%s has %d decimals, so %s is not an amount of it"
                            .formatted(currency.getCurrencyCode(), decimals, amount),
                    Map.of("currency", currency.getCurrencyCode(), "decimals", decimals));
        }
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "an amount must be below " + LIMIT.toPlainString(),
                    Map.of("limit", LIMIT));
        }
        amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** The amount rounded to the currency's decimals: {@code rounded(88.999, EUR, HALF_UP)} is {@code EUR 89.00}. */
    public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rounding) {
        return new Money(amount.setScale(decimals(currency), rounding), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other)), currency);
    }

    public Money times(int factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /** This many per cent of the amount: 21 per cent of {@code EUR 89.00} is {@code EUR 18.69}. */
    public Money percent(BigDecimal percent, RoundingMode rounding) {
        return rounded(amount.multiply(percent).movePointLeft(2), currency, rounding);
    }

    /**
     * Splits the amount into {@code parts} amounts that differ by at most one minor unit and sum to it exactly; the
     * first ones are the larger in magnitude.
     */
    public List<Money> allocate(int parts) {
        if (parts < 1) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR, "an amount is split into at least 1 part, not " + parts);
        }
        BigDecimal[] split = amount.movePointRight(amount.scale()).divideAndRemainder(BigDecimal.valueOf(parts));
        int larger = split[1].abs().intValueExact();
        List<Money> shares = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            BigDecimal units = i < larger ? split[0].add(BigDecimal.valueOf(amount.signum())) : split[0];
            shares.add(new Money(units.movePointLeft(amount.scale()), currency));
        }
        return List.copyOf(shares);
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** @throws InvalidValue {@code VALIDATION_ERROR} when the currencies differ: there is no conversion */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other));
    }

    /** {@code EUR 89.00} */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount.toPlainString();
    }

    private BigDecimal same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "amounts of one tenant are in one currency: %s and %s do not mix".formatted(this, other));
        }
        return other.amount;
    }

    private static int decimals(Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        if (decimals < 0) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    currency.getCurrencyCode() + " is not a currency that prices can be in");
        }
        return decimals;
    }
}
