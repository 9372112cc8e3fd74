package dev.tenure.domain.pricing;

import dev.tenure.domain.pricing.PriceStep.Subject;
import dev.tenure.domain.shared.Decimals;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.TaxSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tax on one line, rounded half up to the minor unit per line; totals add up the rounded lines.
 *
 * <p>Worked example for a line of EUR 445.00 at 21 %: with no tax the total is 445.00; exclusive adds 93.45 to give
 * 538.45; inclusive finds 77.23 inside the 445.00, which stays the total. A line of EUR 0.05 has EUR 0.0105 on top,
 * rounded to 0.01.
 */
public interface TaxPolicy {

    /**
     * The tax in this line before it is rounded; an infinite fraction is truncated far behind the place of rounding.
     */
    BigDecimal unrounded(Money line);

    /** The tax in this line: added to it, contained in it, or zero. */
    default Money tax(Money line) {
        return Money.rounded(unrounded(line), line.currency(), Rounding.MODE);
    }

    /** The total of a line of this amount. */
    Money total(Money line);

    /** The policy in a word, for the trace of a price. */
    String rule();

    /** The policy in a few words: {@code 21 % on top of}. */
    String reason();

    static TaxPolicy of(TaxSettings settings) {
        return switch (settings.mode()) {
            case NONE -> new NoTax();
            case EXCLUSIVE -> new ExclusiveTax(settings.ratePercent());
            case INCLUSIVE -> new InclusiveTax(settings.ratePercent());
        };
    }

    /**
     * The steps of a line's tax: its amount and, if that has more decimals than the currency, its rounding. Empty
     * without tax.
     */
    default List<PriceStep> explain(Money line) {
        BigDecimal exact = unrounded(line);
        if (exact.signum() == 0) {
            return List.of();
        }
        BigDecimal readable = Rounding.readable(Decimals.plain(exact), line.currency());
        PriceStep amount = new PriceStep(Subject.TAX, rule(), null, readable, reason() + " " + line);
        return Stream.concat(Stream.of(amount), Rounding.step(Subject.TAX, readable, line.currency()).stream())
                .toList();
    }

    /** Prices without tax. */
    record NoTax() implements TaxPolicy {

        @Override
        public BigDecimal unrounded(Money line) {
            return BigDecimal.ZERO;
        }

        @Override
        public Money total(Money line) {
            return line;
        }

        @Override
        public String rule() {
            return "no_tax";
        }

        @Override
        public String reason() {
            return "no tax on";
        }
    }

    /** Net prices: tax comes on top. */
    record ExclusiveTax(BigDecimal ratePercent) implements TaxPolicy {

        @Override
        public BigDecimal unrounded(Money line) {
            return line.amount().multiply(ratePercent).movePointLeft(2);
        }

        @Override
        public Money total(Money line) {
            return line.plus(tax(line));
        }

        @Override
        public String rule() {
            return "exclusive_tax";
        }

        @Override
        public String reason() {
            return ratePercent.toPlainString() + " % on top of";
        }
    }

    /** Gross prices: the tax is part of them. */
    record InclusiveTax(BigDecimal ratePercent) implements TaxPolicy {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
        private static final int CUT_OFF = 6;

        // Truncated and not rounded, so that the one rounding later gets the correct side of the half.
        @Override
        public BigDecimal unrounded(Money line) {
            int decimals = line.currency().getDefaultFractionDigits() + CUT_OFF;
            return line.amount().multiply(ratePercent).divide(HUNDRED.add(ratePercent), decimals, RoundingMode.DOWN);
        }

        @Override
        public Money total(Money line) {
            return line;
        }

        @Override
        public String rule() {
            return "inclusive_tax";
        }

        @Override
        public String reason() {
            return ratePercent.toPlainString() + " % contained in";
        }
    }
}
