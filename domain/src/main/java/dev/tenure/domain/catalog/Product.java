package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product of the catalog with its variants. It is identified by its product SKU; orders name a variant's SKU. A
 * discontinued product can't be ordered, even if its variants are active; running subscriptions continue.
 */
public record Product(
        TenantId tenantId,
        ProductId id,
        Sku sku,
        String name,
        String specification,
        String category,
        String brand,
        @Nullable String description,
        List<ImageUrl> images,
        List<Variant> variants,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {

    /** Pictures of a product, and of each of its variants. */
    public static final int MAX_IMAGES = 50;

    /** Variants of a product, active or not. */
    public static final int MAX_VARIANTS = 500;

    public Product {
        name = Text.required("name", name, Text.LINE);
        specification = Text.required("specification", specification, Text.NOTES);
        category = Text.required("category", category, Text.LINE);
        brand = Text.required("brand", brand, Text.LINE);
        description = Text.optional("description", description, Text.NOTES);
        images = limited(images);
        variants = List.copyOf(variants);
    }

    public Optional<Variant> variant(Sku variantSku) {
        return variants.stream()
                .filter(variant -> variant.sku().equals(variantSku))
                .findFirst();
    }

    /** The variant with this id. */
    public Optional<Variant> variant(VariantId variantId) {
        return variants.stream()
                .filter(variant -> variant.id().equals(variantId))
                .findFirst();
    }

    /**
     * The product with this variant instead of the one with the same SKU, or as its last.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when it would be one of more than {@value #MAX_VARIANTS}
     */
    public Product with(Variant changed, Instant now) {
        List<Variant> next = new ArrayList<>(variants);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).sku().equals(changed.sku())) {
                next.set(i, changed);
                return withVariants(next, now);
            }
        }
        if (next.size() >= MAX_VARIANTS) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "a product has at most %d variants, and %s has them already".formatted(MAX_VARIANTS, sku),
                    Map.of("max", MAX_VARIANTS));
        }
        next.add(changed);
        return withVariants(next, now);
    }

    /** The product with new texts; its description, pictures and variants stay. */
    public Product described(
            String newName, String newSpecification, String newCategory, String newBrand, Instant now) {
        return described(newName, newSpecification, newCategory, newBrand, description, images, now);
    }

    /** The product with all new texts and new pictures; its variants stay. */
    public Product described(
            String newName,
            String newSpecification,
            String newCategory,
            String newBrand,
            @Nullable String newDescription,
            List<ImageUrl> newImages,
            Instant now) {
        return new Product(
                tenantId,
                id,
                sku,
                newName,
                newSpecification,
                newCategory,
                newBrand,
                newDescription,
                newImages,
                variants,
                active,
                createdAt,
                now);
    }

    /** Neither the product nor a variant of it can be ordered any more. */
    public Product discontinued(Instant now) {
        List<Variant> off =
                variants.stream().map(variant -> variant.activated(false, now)).toList();
        return !active && off.equals(variants) ? this : with(off, false, now);
    }

    /** The product can be ordered again: those of its variants that are active. */
    public Product reactivated(Instant now) {
        return active ? this : with(variants, true, now);
    }

    /** The product as changed at {@code now}. */
    public Product touched(Instant now) {
        return withVariants(variants, now);
    }

    private Product withVariants(List<Variant> next, Instant now) {
        return with(next, active, now);
    }

    private Product with(List<Variant> nextVariants, boolean nowActive, Instant now) {
        return new Product(
                tenantId,
                id,
                sku,
                name,
                specification,
                category,
                brand,
                description,
                images,
                nextVariants,
                nowActive,
                createdAt,
                now);
    }

    /** The offer of {@code variant} for an order; its picture is the variant's own, if it has one. */
    public Offer offer(Variant variant) {
        return new Offer(
                id,
                name,
                Stream.concat(variant.images().stream(), images.stream())
                        .findFirst()
                        .orElse(null),
                variant,
                active && variant.active());
    }

    static List<ImageUrl> limited(List<ImageUrl> images) {
        if (images.size() > MAX_IMAGES) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "there may be at most %d images, not %d".formatted(MAX_IMAGES, images.size()),
                    Map.of("field", "images", "max", MAX_IMAGES));
        }
        return List.copyOf(images);
    }
}
