package dev.tenure.domain.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A variant as the catalog had it when it was ordered. An order and its subscriptions keep it, so that a later change of the catalog
 * does not reach them.
 *
 * <p>Worked example: {@code prod_1}, {@code var_1}, {@code MBP-16-M3}, {@code MacBook Pro 16}, and the address of a picture.
 */
public record VariantSnapshot(
        ProductId productId,
        VariantId variantId,
        Sku sku,
        String productName,
        @Nullable ImageUrl imageUrl) {

    /** What an order captures of this offer. */
    public static VariantSnapshot of(Offer offer) {
        return new VariantSnapshot(
                offer.productId(), offer.variant().id(), offer.variant().sku(), offer.productName(), offer.imageUrl());
    }
}
