package dev.tenure.domain.pricing;

import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.pricing.PriceStep.Subject;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.ContractLengths;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The price of a unit of a variant a month, with its trace.
 *
 * <p>Worked example: a tier of EUR 89.00 for 24 months with a discount of 12.5 % gives the steps {@code tier: 89.00},
 * {@code percentage_discount: 89.00 to 77.875} and {@code rounding: 77.875 to 77.88}, so the unit price is EUR 77.88.
 */
public final class Pricing {

    private Pricing() {}

    /**
     * The contract length of an item: the requested one; without one the tenant's default, if the variant has a price
     * for it; otherwise the variant's only one.
     *
     * @throws InvalidValue {@code INVALID_CONTRACT_LENGTH} when the tenant does not offer that length or the variant
     *     has no tier for it; the details name the allowed lengths
     */
    public static int contractLength(@Nullable Integer asked, Variant variant, ContractLengths offered) {
        List<Integer> priced = variant.tiers().stream()
                .map(PricingTier::contractLength)
                .filter(offered::allows)
                .toList();
        if (asked != null) {
            if (priced.contains(asked)) {
                return asked;
            }
            throw invalidLength(variant, priced, "not " + asked, asked);
        }
        if (priced.contains(offered.defaultMonths())) {
            return offered.defaultMonths();
        }
        if (priced.size() == 1) {
            return priced.get(0);
        }
        throw invalidLength(
                variant, priced, "and the default of " + offered.defaultMonths() + " is not one of them", null);
    }

    /**
     * The captured price of an item. {@code months} is a result of {@link #contractLength} for this variant.
     *
     * @throws InvalidValue {@code INVALID_CONTRACT_LENGTH} when the variant has no tier for it; {@code INVALID_PRICING}
     *     when the variant or an override is priced in another currency
     */
    public static ItemPrice price(Variant variant, int months, CostOverrides overrides, Currency currency) {
        PricingTier tier = variant.tier(months)
                .orElseThrow(() -> invalidLength(
                        variant,
                        variant.tiers().stream()
                                .map(PricingTier::contractLength)
                                .toList(),
                        "not " + months,
                        months));
        if (!tier.monthlyPrice().currency().equals(currency)) {
            throw new InvalidValue(
                    CatalogError.INVALID_PRICING,
                    "SKU %s costs %s a month, but the order is in %s"
                            .formatted(variant.sku(), tier.monthlyPrice(), currency.getCurrencyCode()),
                    Map.of("sku", variant.sku().value(), "currency", currency.getCurrencyCode()));
        }
        List<PriceStep> trace = new ArrayList<>();
        BigDecimal amount = null;
        for (PricePolicy policy : UnitPricePolicies.IN_ORDER) {
            Optional<PriceStep> step = policy.apply(amount, tier, currency);
            if (step.isPresent()) {
                trace.add(step.get());
                amount = step.get().after();
            }
        }
        Money unitPrice = new Money(amount == null ? tier.monthlyPrice().amount() : amount, currency);
        return withCosts(variant, overrides, unitPrice, tier.setupFee(), trace);
    }

    /**
     * The price of an imported item, as it was captured; list price and acquisition cost are the variant's.
     *
     * @throws InvalidValue {@code INVALID_PRICING} when it is negative, or the variant or an override is priced in
     *     another currency
     */
    public static ItemPrice imported(Variant variant, Money unitPrice, CostOverrides overrides) {
        List<PriceStep> trace = new ArrayList<>();
        trace.add(new PriceStep(
                Subject.UNIT_PRICE, "imported", null, unitPrice.amount(), "as it was captured before the import"));
        return withCosts(variant, overrides, unitPrice, null, trace);
    }

    /**
     * The contract length of an imported item: the one it was sold for, even if it is not offered here; without one as
     * {@link #contractLength}.
     *
     * @throws InvalidValue {@code INVALID_CONTRACT_LENGTH} when the length is out of range
     */
    public static int importedLength(@Nullable Integer sold, Variant variant, ContractLengths offered) {
        if (sold == null) {
            return contractLength(null, variant, offered);
        }
        if (sold < 1 || sold > ContractLengths.MAX_MONTHS) {
            throw new InvalidValue(
                    CatalogError.INVALID_CONTRACT_LENGTH,
                    "a contract runs for 1 to %d months, not %d".formatted(ContractLengths.MAX_MONTHS, sold),
                    Map.of("given", sold));
        }
        return sold;
    }

    private static ItemPrice withCosts(
            Variant variant,
            CostOverrides overrides,
            Money unitPrice,
            @Nullable Money setupFee,
            List<PriceStep> trace) {
        Money listPrice = variant.listPrice();
        ListPriceSource listPriceSource = listPrice == null ? ListPriceSource.UNKNOWN : ListPriceSource.VARIANT;
        if (overrides.listPrice() != null) {
            trace.add(overriding(Subject.LIST_PRICE, "list_price_override", listPrice, overrides.listPrice()));
            listPrice = overrides.listPrice();
            listPriceSource = ListPriceSource.MANUAL;
        }
        Money cost = variant.acquisitionCost();
        AcquisitionCostSource costSource = cost == null ? AcquisitionCostSource.UNKNOWN : AcquisitionCostSource.VARIANT;
        if (overrides.acquisitionCost() != null) {
            trace.add(overriding(
                    Subject.ACQUISITION_COST, "acquisition_cost_override", cost, overrides.acquisitionCost()));
            cost = overrides.acquisitionCost();
            costSource = AcquisitionCostSource.MANUAL;
        } else if (cost == null && listPrice != null) {
            trace.add(new PriceStep(
                    Subject.ACQUISITION_COST,
                    "list_price_as_acquisition_cost",
                    null,
                    listPrice.amount(),
                    "the variant has no acquisition cost"));
            cost = listPrice;
            costSource = AcquisitionCostSource.LIST_PRICE;
        }
        return new ItemPrice(unitPrice, setupFee, listPrice, listPriceSource, cost, costSource, overrides, trace);
    }

    private static PriceStep overriding(Subject subject, String rule, @Nullable Money before, Money after) {
        return new PriceStep(subject, rule, before == null ? null : before.amount(), after.amount(), "given by hand");
    }

    private static InvalidValue invalidLength(
            Variant variant, List<Integer> allowed, String problem, @Nullable Integer asked) {
        return new InvalidValue(
                CatalogError.INVALID_CONTRACT_LENGTH,
                "SKU %s is offered for %s months, %s"
                        .formatted(variant.sku(), allowed.isEmpty() ? "no" : allowed, problem),
                asked == null ? Map.of("allowed", allowed) : Map.of("allowed", allowed, "given", asked));
    }
}
