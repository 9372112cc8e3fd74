package dev.tenure.domain.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A variant as the catalog had it when it was ordered. An order and its subscriptions keep it, so that a later change
 * of the catalog does not reach them.
 *
 * <p>Worked example: {@code prod_1}, {@code var_1}, {@code MBP-16-M3}, {@code MacBook Pro 16},
 * {@code Space Grey, 36 GB}, and the address of a picture.
 *
 * @param variantName null for what was ordered before it was captured
 */
public record VariantSnapshot(
        ProductId productId,
        VariantId variantId,
        Sku sku,
        String productName,
        @Nullable String variantName,
        @Nullable ImageUrl imageUrl) {

    /** What an order captures of this offer. */
    public static VariantSnapshot of(Offer offer) {
        return new VariantSnapshot(
                offer.productId(),
                offer.variant().id(),
                offer.variant().sku(),
                offer.productName(),
                offer.variant().name(),
                offer.imageUrl());
    }

    /**
     * What people call it: {@code MacBook Pro 16, Space Grey}; the variant's name alone where that begins with the
     * product's.
     */
    public String title() {
        if (variantName == null || variantName.startsWith(productName)) {
            return variantName == null ? productName : variantName;
        }
        return productName + ", " + variantName;
    }
}
