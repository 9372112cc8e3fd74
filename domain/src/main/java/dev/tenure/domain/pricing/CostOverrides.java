package dev.tenure.domain.pricing;

import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import org.jspecify.annotations.Nullable;

/** Manual amounts for one item instead of the variant's; they change cost tracking, never the monthly price. */
public record CostOverrides(
        @Nullable Money listPrice, @Nullable Money acquisitionCost) {

    public static final CostOverrides NONE = new CostOverrides(null, null);

    public CostOverrides {
        if ((listPrice != null && listPrice.isNegative())
                || (acquisitionCost != null && acquisitionCost.isNegative())) {
            throw new InvalidValue(CatalogError.INVALID_PRICING, "list price and acquisition cost must be at least 0");
        }
    }
}
