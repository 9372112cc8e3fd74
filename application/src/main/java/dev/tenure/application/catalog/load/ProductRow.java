package dev.tenure.application.catalog.load;

import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A valid row of a file: one variant of a product. */
record ProductRow(
        Sku productSku,
        String productName,
        String specification,
        String category,
        String brand,
        Sku variantSku,
        Grade grade,
        @Nullable String color,
        Money listPrice,
        Money acquisitionCost,
        List<PricingTier> tiers) {

    Product created(TenantId tenant, IdGenerator ids, Instant now) {
        return new Product(
                tenant,
                new ProductId(ids.next("prod")),
                productSku,
                productName,
                specification,
                category,
                brand,
                null,
                List.of(),
                List.of(variant(ids, now)),
                true,
                now,
                now);
    }

    /**
     * The product with this row; values without a column do not change. Returns the same product if nothing is
     * different.
     */
    Product appliedTo(Product product, IdGenerator ids, Instant now) {
        Variant variant = product.variant(variantSku)
                .map(known -> appliedTo(product, known, now))
                .orElseGet(() -> variant(ids, now));
        Product next = product.described(productName, specification, category, brand, product.updatedAt());
        for (Variant other : product.variants()) {
            next = next.with(renamed(product, other, now), product.updatedAt());
        }
        next = next.with(variant, product.updatedAt());
        return next.equals(product) ? product : next.touched(now);
    }

    // A variant named after its product and colour is renamed with them.
    private Variant renamed(Product product, Variant known, Instant now) {
        return known.name().equals(named(product.name(), known.colorName()))
                ? known.named(named(productName, known.colorName()), now)
                : known;
    }

    private Variant variant(IdGenerator ids, Instant now) {
        return new Variant(
                new VariantId(ids.next("var")),
                variantSku,
                named(productName, color),
                grade,
                null,
                color,
                List.of(),
                listPrice,
                acquisitionCost,
                tiers,
                true,
                now,
                now);
    }

    private Variant appliedTo(Product product, Variant known, Instant now) {
        boolean calledLikeProduct = known.name().equals(named(product.name(), known.colorName()));
        Variant next = new Variant(
                known.id(),
                known.sku(),
                calledLikeProduct ? named(productName, color) : known.name(),
                grade,
                known.condition(),
                color,
                known.images(),
                listPrice,
                acquisitionCost,
                tiersAfter(known),
                known.active(),
                known.createdAt(),
                known.updatedAt());
        return next.equals(known) ? known : next.touched(now);
    }

    // A column contains only the price of its length: set-up fees, discounts and other lengths do not change.
    private List<PricingTier> tiersAfter(Variant known) {
        List<PricingTier> after = new ArrayList<>();
        for (PricingTier tier : known.tiers()) {
            if (!ProductColumns.PRICES.containsValue(tier.contractLength())) {
                after.add(tier);
            }
        }
        for (PricingTier tier : tiers) {
            after.add(known.tier(tier.contractLength())
                    .map(was -> was.costing(tier.monthlyPrice()))
                    .orElse(tier));
        }
        return after;
    }

    private static String named(String productName, @Nullable String color) {
        return cut(color == null ? productName : productName + " " + color);
    }

    // Never splits a surrogate pair, because half a character is not valid text.
    private static String cut(String name) {
        if (name.length() <= Text.LINE) {
            return name;
        }
        return name.substring(0, Character.isHighSurrogate(name.charAt(Text.LINE - 1)) ? Text.LINE - 1 : Text.LINE);
    }
}
