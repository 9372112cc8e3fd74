package dev.tenure.adapter.json.catalog;

import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.domain.catalog.VariantSnapshot;

/** What was ordered, as orders, quotes and subscriptions show it. */
public final class VariantSnapshotCodec {

    private VariantSnapshotCodec() {}

    /** Adds the fields of the variant to an object. */
    public static JsonObject write(VariantSnapshot variant, JsonObject object) {
        return object.text("productId", variant.productId().value())
                .text(
                        "productImageUrl",
                        variant.imageUrl() == null ? null : variant.imageUrl().value())
                .text("variantId", variant.variantId().value())
                .text("sku", variant.sku().value())
                .text("productName", variant.productName())
                .text("variantName", variant.variantName());
    }
}
