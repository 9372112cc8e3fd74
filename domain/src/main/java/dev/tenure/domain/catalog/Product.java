package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product of the catalog with its variants. It is named by its product SKU; orders name a variant's SKU. A discontinued product
 * can't be ordered, whatever its variants say; running subscriptions go on.
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

    public Product {
        name = Text.required("name", name, Text.LINE);
        specification = Text.required("specification", specification, Text.NOTES);
        category = Text.required("category", category, Text.LINE);
        brand = Text.required("brand", brand, Text.LINE);
        description = Text.optional("description", description, Text.NOTES);
        images = List.copyOf(images);
        variants = List.copyOf(variants);
    }

    public Optional<Variant> variant(Sku variantSku) {
        return variants.stream()
                .filter(variant -> variant.sku().equals(variantSku))
                .findFirst();
    }

    /** The product with this variant in the place of the one with the same SKU, or as its last. */
    public Product with(Variant changed, Instant now) {
        List<Variant> next = new ArrayList<>(variants);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).sku().equals(changed.sku())) {
                next.set(i, changed);
                return withVariants(next, now);
            }
        }
        next.add(changed);
        return withVariants(next, now);
    }

    /** The product under new words; its variants stay. */
    public Product described(
            String newName, String newSpecification, String newCategory, String newBrand, Instant now) {
        return new Product(
                tenantId,
                id,
                sku,
                newName,
                newSpecification,
                newCategory,
                newBrand,
                description,
                images,
                variants,
                active,
                createdAt,
                now);
    }

    private Product withVariants(List<Variant> next, Instant now) {
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
                next,
                active,
                createdAt,
                now);
    }

    /** What an order needs to know of this product when it asks for {@code variant}. */
    public Offer offer(Variant variant) {
        return new Offer(id, name, images.isEmpty() ? null : images.get(0), variant, active && variant.active());
    }
}
