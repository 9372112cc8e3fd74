package dev.tenure.adapter.json.catalog;

import static java.util.stream.Collectors.toMap;

import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.in.UpsertProduct;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON of the catalog. */
public final class ProductCodec {

    public static final Map<String, Boolean> STATUSES = new TreeMap<>(Map.of("active", true, "discontinued", false));

    public static final Map<String, Boolean> VARIANT_STATUSES =
            new TreeMap<>(Map.of("active", true, "inactive", false));

    public static final Map<String, Grade> GRADES =
            Arrays.stream(Grade.values()).collect(toMap(Grade::name, grade -> grade, (a, b) -> a, TreeMap::new));

    private ProductCodec() {}

    /** Whether the variant is to be active. */
    public static @Nullable Boolean variantStatus(JsonFields body) {
        return body.oneOf("status", VARIANT_STATUSES);
    }

    public static JsonObject product(Product product) {
        return new JsonObject()
                .text("productId", product.id().value())
                .text("tenantId", product.tenantId().value())
                .text("productSku", product.sku().value())
                .text("name", product.name())
                .text("specification", product.specification())
                .text("category", product.category())
                .text("brand", product.brand())
                .text("description", product.description())
                .texts("images", product.images().stream().map(ImageUrl::value).toList())
                .objects(
                        "variants",
                        product.variants().stream()
                                .map(variant -> variant(ListedVariant.of(product, variant)))
                                .toList())
                .text("status", product.active() ? "active" : "discontinued")
                .instant("createdAt", product.createdAt())
                .instant("updatedAt", product.updatedAt());
    }

    public static JsonObject variant(ListedVariant listed) {
        Variant variant = listed.variant();
        return new JsonObject()
                .text("variantId", variant.id().value())
                .text("tenantId", listed.tenantId().value())
                .text("productId", listed.productId().value())
                .text("productSku", listed.productSku().value())
                .text("variantSku", variant.sku().value())
                .text("variantName", variant.name())
                .text("grade", variant.grade().name())
                .text("condition", variant.condition())
                .text("colorName", variant.colorName())
                .texts("images", variant.images().stream().map(ImageUrl::value).toList())
                .money("listPrice", variant.listPrice())
                .money("acquisitionCost", variant.acquisitionCost())
                .objects(
                        "pricing",
                        variant.tiers().stream().map(ProductCodec::tier).toList())
                .text("status", variant.active() ? "active" : "inactive")
                .instant("createdAt", variant.createdAt())
                .instant("updatedAt", variant.updatedAt());
    }

    private static JsonObject tier(PricingTier tier) {
        Discount discount = tier.discount();
        return new JsonObject()
                .number("contractLength", tier.contractLength())
                .money("monthlyPrice", tier.monthlyPrice())
                .money("setupFee", tier.setupFee())
                .object(
                        "discount",
                        discount == null
                                ? null
                                : new JsonObject()
                                        .word("type", discount.type())
                                        .decimal("value", discount.value())
                                        .text("description", discount.description()))
                .word("source", tier.origin().source())
                .instant("calculatedAt", tier.origin().calculatedAt())
                .text("presetUsed", tier.origin().presetUsed());
    }

    public static JsonObject upserted(UpsertProduct.Result result) {
        Product product = result.product().value();
        String operation = result.created() ? "created" : "updated";
        return changed("Product " + operation, product)
                .text("operation", operation)
                .objects(
                        "variantResults",
                        result.variants().stream()
                                .map(variant -> new JsonObject()
                                        .text("variantSku", variant.sku().value())
                                        .text("operation", variant.created() ? "create" : "update"))
                                .toList());
    }

    public static JsonObject changed(String message, Product product) {
        return new JsonObject()
                .flag("success", true)
                .text("message", message)
                .text("productId", product.id().value())
                .text("productSku", product.sku().value());
    }

    public static JsonObject changedVariant(Product product, Variant variant) {
        return new JsonObject()
                .flag("success", true)
                .text("message", variant.active() ? "Variant activated" : "Variant deactivated")
                .text("variantId", variant.id().value())
                .object("variant", variant(ListedVariant.of(product, variant)));
    }

    /** Products count as created or updated; the summary also counts variants. */
    public static JsonObject imported(ImportProducts.Result result) {
        List<ImportProducts.RowError> errors = result.errors();
        return new JsonObject()
                .flag("success", true)
                .text(
                        "message",
                        "%d of %d rows imported".formatted(result.totalRows() - errors.size(), result.totalRows()))
                .number("created", result.productsCreated())
                .number("updated", result.productsUpdated())
                .objects(
                        "errors",
                        errors.stream()
                                .map(error -> new JsonObject()
                                        .number("row", error.row())
                                        .text("error", error.error()))
                                .toList())
                .object(
                        "summary",
                        new JsonObject()
                                .number("totalRows", result.totalRows())
                                .number("productsCreated", result.productsCreated())
                                .number("productsUpdated", result.productsUpdated())
                                .number("variantsCreated", result.variantsCreated())
                                .number("variantsUpdated", result.variantsUpdated())
                                .objects(
                                        "errors",
                                        errors.stream()
                                                .map(error -> new JsonObject()
                                                        .number("row", error.row())
                                                        .text("sku", error.sku())
                                                        .text("error", error.error()))
                                                .toList()));
    }
}
