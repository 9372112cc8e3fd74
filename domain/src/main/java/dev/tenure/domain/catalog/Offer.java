package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.InvalidValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A variant for an order: with the texts of its product, and whether it can be ordered now. */
public record Offer(
        ProductId productId, String productName, @Nullable ImageUrl imageUrl, Variant variant, boolean orderable) {

    /** @throws InvalidValue {@code VARIANT_INACTIVE} when the variant or its product can't be ordered */
    public Offer requireOrderable() {
        if (!orderable) {
            throw new InvalidValue(
                    CatalogError.VARIANT_INACTIVE,
                    "SKU %s is not orderable: the variant is inactive or its product is discontinued"
                            .formatted(variant.sku()),
                    Map.of("sku", variant.sku().value()));
        }
        return this;
    }
}
