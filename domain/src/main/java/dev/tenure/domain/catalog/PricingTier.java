package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.ContractLengths;
import org.jspecify.annotations.Nullable;

/**
 * The price of a variant per unit and month for {@code contractLength} months. The set-up fee is charged once per unit
 * and is not part of the monthly price.
 */
public record PricingTier(
        int contractLength,
        Money monthlyPrice,
        @Nullable Money setupFee,
        @Nullable Discount discount,
        PriceOrigin origin) {

    public PricingTier {
        if (contractLength < 1 || contractLength > ContractLengths.MAX_MONTHS) {
            throw new InvalidValue(
                    CatalogError.INVALID_PRICING,
                    "a tier is for 1 to %d months, not %d".formatted(ContractLengths.MAX_MONTHS, contractLength));
        }
        if (monthlyPrice.isNegative() || (setupFee != null && setupFee.isNegative())) {
            throw new InvalidValue(CatalogError.INVALID_PRICING, "prices and fees must be at least 0");
        }
        if (setupFee != null && !setupFee.currency().equals(monthlyPrice.currency())) {
            throw new InvalidValue(
                    CatalogError.INVALID_PRICING,
                    "a set-up fee of %s does not go with a monthly price of %s".formatted(setupFee, monthlyPrice));
        }
    }

    /** A tier without a known origin of its price. */
    public PricingTier(int contractLength, Money monthlyPrice, @Nullable Money setupFee, @Nullable Discount discount) {
        this(contractLength, monthlyPrice, setupFee, discount, PriceOrigin.UNKNOWN);
    }

    public static PricingTier of(int contractLength, Money monthlyPrice) {
        return new PricingTier(contractLength, monthlyPrice, null, null);
    }

    /** The tier at another price, whose origin is not known; the same price changes nothing. */
    public PricingTier costing(Money newMonthlyPrice) {
        return newMonthlyPrice.equals(monthlyPrice)
                ? this
                : new PricingTier(contractLength, newMonthlyPrice, setupFee, discount);
    }
}
