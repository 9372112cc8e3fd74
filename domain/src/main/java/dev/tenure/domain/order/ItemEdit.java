package dev.tenure.domain.order;

import dev.tenure.domain.catalog.Sku;
import org.jspecify.annotations.Nullable;

/**
 * A line of the full new list that an edit gives: it is matched to an existing item by SKU, and by contract length where the SKU occurs
 * more than once.
 */
public record ItemEdit(Sku sku, int quantity, @Nullable Integer contractLength) {}
