package dev.tenure.adapter.cli.catalog;

import dev.tenure.adapter.cli.shared.JsonObject;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products in the shape of the HTTP API. */
final class ProductMapping {

    private ProductMapping() {}

    static JsonObject json(Product product) {
        return new JsonObject()
                .with("productId", product.id().value())
                .with("tenantId", product.tenantId().value())
                .with("productSku", product.sku().value())
                .with("name", product.name())
                .with("specification", product.specification())
                .with("category", product.category())
                .with("brand", product.brand())
                .with("description", product.description())
                .with("images", product.images().stream().map(ImageUrl::value).toList())
                .with("status", product.active() ? "active" : "discontinued")
                .with(
                        "variants",
                        product.variants().stream()
                                .map(variant -> variant(ListedVariant.of(product, variant)))
                                .toList())
                .with("createdAt", product.createdAt())
                .with("updatedAt", product.updatedAt());
    }

    static JsonObject changed(String message, Product product) {
        return new JsonObject()
                .with("success", true)
                .with("message", message)
                .with("productId", product.id().value())
                .with("product", json(product));
    }

    static JsonObject imported(String message, ImportProducts.Result result) {
        return new JsonObject()
                .with("success", true)
                .with("message", message)
                .with("created", result.productsCreated())
                .with("updated", result.productsUpdated())
                .with("errors", errors(result))
                .with(
                        "summary",
                        new JsonObject()
                                .with("totalRows", result.totalRows())
                                .with("productsCreated", result.productsCreated())
                                .with("productsUpdated", result.productsUpdated())
                                .with("variantsCreated", result.variantsCreated())
                                .with("variantsUpdated", result.variantsUpdated())
                                .with("errors", errors(result)));
    }

    private static List<JsonObject> errors(ImportProducts.Result result) {
        return result.errors().stream()
                .map(error -> new JsonObject()
                        .with("row", error.row())
                        .with("sku", error.sku())
                        .with("error", error.error()))
                .toList();
    }

    static JsonObject variant(ListedVariant listed) {
        Variant variant = listed.variant();
        return new JsonObject()
                .with("variantId", variant.id().value())
                .with("tenantId", listed.tenantId().value())
                .with("productId", listed.productId().value())
                .with("productSku", listed.productSku().value())
                .with("variantSku", variant.sku().value())
                .with("variantName", variant.name())
                .with("grade", variant.grade().name())
                .with("condition", variant.condition())
                .with("colorName", variant.colorName())
                .with("images", variant.images().stream().map(ImageUrl::value).toList())
                .with("listPrice", variant.listPrice())
                .with("acquisitionCost", variant.acquisitionCost())
                .with("status", variant.active() ? "active" : "inactive")
                .with(
                        "pricing",
                        variant.tiers().stream().map(ProductMapping::tier).toList())
                .with("createdAt", variant.createdAt())
                .with("updatedAt", variant.updatedAt());
    }

    private static JsonObject tier(PricingTier tier) {
        return new JsonObject()
                .with("contractLength", tier.contractLength())
                .with("monthlyPrice", tier.monthlyPrice())
                .with("setupFee", tier.setupFee())
                .with("discount", discount(tier.discount()))
                .with("source", tier.origin().source())
                .with("calculatedAt", tier.origin().calculatedAt())
                .with("presetUsed", tier.origin().presetUsed());
    }

    private static @Nullable JsonObject discount(@Nullable Discount discount) {
        return discount == null
                ? null
                : new JsonObject()
                        .with("type", discount.type())
                        .with("value", discount.value())
                        .with("description", discount.description());
    }
}
