package dev.tenure.domain.order;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.pricing.CostOverrides;
import org.jspecify.annotations.Nullable;

/**
 * A line of the full new list of an edit. It is matched to an existing item by SKU, and also by contract length when
 * the SKU occurs more than once. Overrides are for added lines; a line that matches an item may only repeat its
 * overrides.
 */
public record ItemEdit(Sku sku, int quantity, @Nullable Integer contractLength, CostOverrides overrides) {

    /** A line without overrides. */
    public ItemEdit(Sku sku, int quantity, @Nullable Integer contractLength) {
        this(sku, quantity, contractLength, CostOverrides.NONE);
    }
}
