package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Variant;
import java.util.Optional;

/** A caller's reference to a product: its own id or SKU, or those of a variant. A malformed value matches nothing. */
public sealed interface ProductRef {

    /** The error when there is no such product or variant. */
    NotFound notFound();

    /** The product with this id. */
    record ById(String id) implements ProductRef {

        @Override
        public NotFound notFound() {
            return new NotFound("product", id);
        }
    }

    /** The product with this SKU. */
    record BySku(String sku) implements ProductRef {

        @Override
        public NotFound notFound() {
            return new NotFound("product", sku);
        }
    }

    /** The product that has this variant. */
    sealed interface OfVariant extends ProductRef {

        /** The variant, in its product. */
        Optional<Variant> in(Product product);
    }

    /** The variant with this id. */
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

    /** The variant with this SKU. */
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
