package dev.tenure.domain.pricing;

import dev.tenure.domain.pricing.PriceStep.Subject;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.TaxSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Tax on one line, rounded half up to the minor unit per line; totals add up the rounded lines.
 *
 * <p>Worked example for a line of EUR 445.00 at 21 %: with no tax the total is 445.00; exclusive adds 93.45 to give 538.45; inclusive
 * finds 77.23 inside the 445.00, which stays the total.
 */
public interface TaxPolicy {

    /** The tax in this line: added to it, contained in it, or zero. */
    Money tax(Money line);

    /** What is paid for a line of this amount. */
    Money total(Money line);

    /** The policy in a word, as the trace of a price shows it. */
    String rule();

    static TaxPolicy of(TaxSettings settings) {
        return switch (settings.mode()) {
            case NONE -> new NoTax();
            case EXCLUSIVE -> new ExclusiveTax(settings.ratePercent());
            case INCLUSIVE -> new InclusiveTax(settings.ratePercent());
        };
    }

    /** The step that explains a line's tax; nothing when none is charged. */
    default Optional<PriceStep> explain(Money line) {
        Money tax = tax(line);
        return tax.isZero()
                ? Optional.empty()
                : Optional.of(new PriceStep(
                        Subject.TAX, rule(), line.amount(), total(line).amount(), "tax of " + tax + " on " + line));
    }

    /** Prices without tax. */
    record NoTax() implements TaxPolicy {

        @Override
        public Money tax(Money line) {
            return Money.zero(line.currency());
        }

        @Override
        public Money total(Money line) {
            return line;
        }

        @Override
        public String rule() {
            return "no_tax";
        }
    }

    /** Net prices: tax comes on top. */
    record ExclusiveTax(BigDecimal ratePercent) implements TaxPolicy {

        @Override
        public Money tax(Money line) {
            return line.percent(ratePercent, RoundingMode.HALF_UP);
        }

        @Override
        public Money total(Money line) {
            return line.plus(tax(line));
        }

        @Override
        public String rule() {
            return "exclusive_tax";
        }
    }

    /** Gross prices: the tax is part of them. */
    record InclusiveTax(BigDecimal ratePercent) implements TaxPolicy {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        @Override
        public Money tax(Money line) {
            int decimals = line.currency().getDefaultFractionDigits();
            BigDecimal tax = line.amount()
                    .multiply(ratePercent)
                    .divide(HUNDRED.add(ratePercent), decimals, RoundingMode.HALF_UP);
            return new Money(tax, line.currency());
        }

        @Override
        public Money total(Money line) {
            return line;
        }

        @Override
        public String rule() {
            return "inclusive_tax";
        }
    }
}
