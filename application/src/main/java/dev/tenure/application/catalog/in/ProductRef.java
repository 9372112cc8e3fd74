package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Variant;
import java.util.Optional;

/** How a caller names a product: by itself, or by a variant that it has. What is malformed names nothing. */
public sealed interface ProductRef {

    /** Says that there is no such product, or no such variant. */
    NotFound notFound();

    /** Names the product with this id. */
    record ById(String id) implements ProductRef {

        @Override
        public NotFound notFound() {
            return new NotFound("product", id);
        }
    }

    /** Names the product with this SKU. */
    record BySku(String sku) implements ProductRef {

        @Override
        public NotFound notFound() {
            return new NotFound("product", sku);
        }
    }

    /** Names a variant, and so the product that has it. */
    sealed interface OfVariant extends ProductRef {

        /** The variant that is meant, where the product is the one that has it. */
        Optional<Variant> in(Product product);
    }

    /** Names the variant with this id. */
    record ByVariantId(String id) implements OfVariant {

        @Override
        public NotFound notFound() {
            return new NotFound("variant", id);
        }

        @Override
        public Optional<Variant> in(Product product) {
            return product.variants().stream()
                    .filter(variant -> variant.id().value().equals(id))
                    .findFirst();
        }
    }

    /** Names the variant with this SKU. */
    record ByVariantSku(String sku) implements OfVariant {

        @Override
        public NotFound notFound() {
            return new NotFound("variant", sku);
        }

        @Override
        public Optional<Variant> in(Product product) {
            return product.variants().stream()
                    .filter(variant -> variant.sku().value().equals(sku.strip()))
                    .findFirst();
        }
    }
}
