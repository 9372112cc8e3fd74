package dev.tenure.domain.pricing;

import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.pricing.PriceStep.Subject;
import java.math.BigDecimal;
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
        return before == null ? Optional.empty() : Rounding.step(Subject.UNIT_PRICE, before, currency);
    }

    private static Optional<PriceStep> step(
            String rule, @Nullable BigDecimal before, BigDecimal after, Currency currency, String reason) {
        return Optional.of(new PriceStep(Subject.UNIT_PRICE, rule, before, Rounding.readable(after, currency), reason));
    }

    private static String described(String amount, Discount discount) {
        return discount.description() == null ? amount : amount + ", " + discount.description();
    }
}
