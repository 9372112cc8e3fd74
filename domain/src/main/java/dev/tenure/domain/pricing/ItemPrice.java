package dev.tenure.domain.pricing;

import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of one item as it was captured: the monthly price of a unit, its set-up fee (charged once), list price and
 * acquisition cost of a unit with their sources, and every rule that fired, in order. All amounts are in one currency.
 */
public record ItemPrice(
        Money unitPrice,
        @Nullable Money setupFee,
        @Nullable Money listPrice,
        ListPriceSource listPriceSource,
        @Nullable Money acquisitionCost,
        AcquisitionCostSource acquisitionCostSource,
        CostOverrides overrides,
        List<PriceStep> trace) {

    /** @throws InvalidValue {@code INVALID_PRICING} when the unit price is negative or the currencies differ */
    public ItemPrice {
        if (unitPrice.isNegative()
                || (setupFee != null && !setupFee.currency().equals(unitPrice.currency()))
                || (listPrice != null && !listPrice.currency().equals(unitPrice.currency()))
                || (acquisitionCost != null && !acquisitionCost.currency().equals(unitPrice.currency()))) {
            throw new InvalidValue(
                    CatalogError.INVALID_PRICING,
                    "a unit price of %s, a set-up fee of %s, a list price of %s and an acquisition cost of %s do not make a price"
                            .formatted(unitPrice, setupFee, listPrice, acquisitionCost));
        }
        trace = List.copyOf(trace);
    }
}
