package dev.tenure.domain.pricing;

import dev.tenure.domain.pricing.PriceStep.Subject;
import dev.tenure.domain.shared.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/** The one rounding of prices: half up to the decimals of the currency. */
final class Rounding {

    static final RoundingMode MODE = RoundingMode.HALF_UP;

    private Rounding() {}

    /** The step that rounds an amount; empty if the currency has enough decimals. */
    static Optional<PriceStep> step(Subject subject, BigDecimal amount, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        return Decimals.count(amount) <= decimals
                ? Optional.empty()
                : Optional.of(new PriceStep(
                        subject,
                        "rounding",
                        amount,
                        amount.setScale(decimals, MODE),
                        "half up to " + decimals + " decimals"));
    }

    // 80.1000 is written as 80.10; only an amount that needs rounding has more decimals than its currency.
    static BigDecimal readable(BigDecimal amount, Currency currency) {
        int decimals = Math.max(Decimals.count(amount), currency.getDefaultFractionDigits());
        return amount.setScale(decimals, RoundingMode.UNNECESSARY);
    }
}
