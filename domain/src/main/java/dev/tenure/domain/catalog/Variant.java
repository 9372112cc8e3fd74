package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One orderable form of a product: a grade, a colour, with its own SKU, prices per contract length (ascending), and
 * what the operator paid for it. List price is the retail price of a unit, acquisition cost the operator's own; both
 * may be unknown. It has at most {@value Product#MAX_IMAGES} pictures of its own.
 */
public record Variant(
        VariantId id,
        Sku sku,
        String name,
        Grade grade,
        @Nullable String condition,
        @Nullable String colorName,
        List<ImageUrl> images,
        @Nullable Money listPrice,
        @Nullable Money acquisitionCost,
        List<PricingTier> tiers,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {

    public Variant {
        name = Text.required("variantName", name, Text.LINE);
        condition = Text.optional("condition", condition, Text.LINE);
        colorName = Text.optional("colorName", colorName, Text.LINE);
        images = Product.limited(images);
        tiers = tiers.stream()
                .sorted(Comparator.comparingInt(PricingTier::contractLength))
                .toList();
        if (tiers.stream().map(PricingTier::contractLength).distinct().count() < tiers.size()) {
            throw new InvalidValue(
                    CatalogError.INVALID_PRICING,
                    "variant %s has two prices for one contract length".formatted(sku),
                    Map.of("sku", sku.value()));
        }
        if ((listPrice != null && listPrice.isNegative())
                || (acquisitionCost != null && acquisitionCost.isNegative())) {
            throw new InvalidValue(CatalogError.INVALID_PRICING, "list price and acquisition cost must be at least 0");
        }
        Stream<Money> amounts = Stream.concat(
                tiers.stream().map(PricingTier::monthlyPrice),
                Stream.of(Optional.ofNullable(listPrice), Optional.ofNullable(acquisitionCost))
                        .flatMap(Optional::stream));
        if (amounts.map(Money::currency).distinct().count() > 1) {
            throw new InvalidValue(
                    CatalogError.INVALID_PRICING,
                    "the amounts of variant %s are in more than one currency".formatted(sku),
                    Map.of("sku", sku.value()));
        }
    }

    /** The tier for exactly this many months. */
    public Optional<PricingTier> tier(int months) {
        return tiers.stream().filter(tier -> tier.contractLength() == months).findFirst();
    }

    /** The variant, active or not from {@code now} on. */
    public Variant activated(boolean nowActive, Instant now) {
        return with(name, nowActive, nowActive == active ? updatedAt : now);
    }

    /** The variant as changed at {@code now}. */
    public Variant touched(Instant now) {
        return with(name, active, now);
    }

    /** The variant with another name. */
    public Variant named(String newName, Instant now) {
        return with(newName, active, newName.equals(name) ? updatedAt : now);
    }

    private Variant with(String newName, boolean newActive, Instant newUpdatedAt) {
        return new Variant(
                id,
                sku,
                newName,
                grade,
                condition,
                colorName,
                images,
                listPrice,
                acquisitionCost,
                tiers,
                newActive,
                createdAt,
                newUpdatedAt);
    }
}
