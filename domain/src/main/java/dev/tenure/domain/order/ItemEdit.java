package dev.tenure.domain.order;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.pricing.CostOverrides;
import org.jspecify.annotations.Nullable;

/**
 * A line of the full new list that an edit gives: it is matched to an existing item by SKU, and by contract length where the SKU occurs
 * more than once. Overrides are for a line that is added; one that stays has those it was placed with, and may repeat them.
 */
public record ItemEdit(Sku sku, int quantity, @Nullable Integer contractLength, CostOverrides overrides) {

    /** A line without overrides. */
    public ItemEdit(Sku sku, int quantity, @Nullable Integer contractLength) {
        this(sku, quantity, contractLength, CostOverrides.NONE);
    }
}
