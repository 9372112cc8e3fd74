package dev.tenure.domain.pricing;

import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.pricing.PriceStep.Subject;
import dev.tenure.domain.shared.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of the monthly unit price, in the order in which they run: tier, discount, rounding. */
final class UnitPricePolicies {

    static final List<PricePolicy> IN_ORDER = List.of(
            UnitPricePolicies::tier,
            UnitPricePolicies::percentageDiscount,
            UnitPricePolicies::fixedDiscount,
            UnitPricePolicies::rounding);

    private UnitPricePolicies() {}

    private static Optional<PriceStep> tier(@Nullable BigDecimal before, PricingTier tier, Currency currency) {
        return step("tier", before, tier.monthlyPrice().amount(), currency, tier.contractLength() + " months");
    }

    private static Optional<PriceStep> percentageDiscount(
            @Nullable BigDecimal before, PricingTier tier, Currency currency) {
        Discount discount = tier.discount();
        if (before == null || discount == null || discount.type() != Discount.Type.PERCENTAGE) {
            return Optional.empty();
        }
        BigDecimal off = before.multiply(discount.value()).movePointLeft(2);
        return step(
                "percentage_discount",
                before,
                before.subtract(off),
                currency,
                described(discount.value().toPlainString() + " %", discount));
    }

    private static Optional<PriceStep> fixedDiscount(@Nullable BigDecimal before, PricingTier tier, Currency currency) {
        Discount discount = tier.discount();
        if (before == null || discount == null || discount.type() != Discount.Type.FIXED) {
            return Optional.empty();
        }
        return step(
                "fixed_discount",
                before,
                before.subtract(discount.value()).max(BigDecimal.ZERO),
                currency,
                described(discount.value().toPlainString() + " a month", discount));
    }

    private static Optional<PriceStep> rounding(@Nullable BigDecimal before, PricingTier tier, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        if (before == null || Decimals.count(before) <= decimals) {
            return Optional.empty();
        }
        return step(
                "rounding",
                before,
                before.setScale(decimals, RoundingMode.HALF_UP),
                currency,
                "half up to " + decimals + " decimals");
    }

    private static Optional<PriceStep> step(
            String rule, @Nullable BigDecimal before, BigDecimal after, Currency currency, String reason) {
        return Optional.of(new PriceStep(Subject.UNIT_PRICE, rule, before, readable(after, currency), reason));
    }

    // 80.1000 reads as 80.10; only what the currency can't hold shows more decimals than it has.
    private static BigDecimal readable(BigDecimal amount, Currency currency) {
        int decimals = Math.max(Decimals.count(amount), currency.getDefaultFractionDigits());
        return amount.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private static String described(String amount, Discount discount) {
        return discount.description() == null ? amount : amount + ", " + discount.description();
    }
}
