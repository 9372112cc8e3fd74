package dev.tenure.domain.pricing;

import dev.tenure.domain.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of one item as it was captured: the monthly price of a unit, what a unit is worth and cost, where these came from, and
 * every rule that fired, in order.
 */
public record ItemPrice(
        Money unitPrice,
        @Nullable Money listPrice,
        ListPriceSource listPriceSource,
        @Nullable Money acquisitionCost,
        AcquisitionCostSource acquisitionCostSource,
        CostOverrides overrides,
        List<PriceStep> trace) {

    public ItemPrice {
        trace = List.copyOf(trace);
    }
}
