package dev.tenure.application.catalog.out;

import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the catalog of the transaction's tenant. Product SKUs are unique, and so are variant SKUs. */
public interface ProductRepository {

    /** The product, locked against other writers until the transaction ends. */
    Optional<Versioned<Product>> findBySku(Sku productSku);

    /** The product that has this variant, locked against other writers until the transaction ends. */
    Optional<Versioned<Product>> findByVariant(Sku variantSku);

    /** The product with this id, locked against other writers until the transaction ends. */
    Optional<Versioned<Product>> find(ProductId id);

    /** The product that has the variant with this id, locked against other writers until the transaction ends. */
    Optional<Versioned<Product>> findByVariant(VariantId variantId);

    /** The product as it is now, without a lock. */
    Optional<Versioned<Product>> look(ProductId id);

    /** The product as it is now, without a lock. */
    Optional<Versioned<Product>> look(Sku productSku);

    /** The offer of each of these variant SKUs; an unknown SKU is missing from the map. */
    Map<Sku, Offer> offers(Collection<Sku> variantSkus);

    /** As {@link #offers}, deferred. */
    default Deferred<Map<Sku, Offer>> loadOffers(Collection<Sku> variantSkus) {
        return Deferred.of(offers(variantSkus));
    }

    /**
     * Inserts the product at version 1. Returns false, and writes nothing, when another product has its SKU, even one
     * that was inserted concurrently.
     *
     * @throws Conflict {@code DUPLICATE_SKU} when a variant SKU is taken
     */
    boolean insert(Product product);

    /**
     * Writes the product with all its variants.
     *
     * @throws Conflict {@code CONFLICT} when it is no longer at the version that was read; {@code DUPLICATE_SKU} when a
     *     variant SKU is taken
     */
    void update(Versioned<Product> product);

    /** The changed product; written as by {@link #update}, but only if it differs from the one that was read. */
    default Versioned<Product> updateIfChanged(Versioned<Product> read, Product changed) {
        if (changed.equals(read.value())) {
            return read;
        }
        update(read.with(changed));
        return new Versioned<>(changed, read.version() + 1);
    }

    /** Newest first; the position holds the time of creation and the id. */
    Slice<Product> list(FindProducts.Filter filter, int limit, @Nullable Position after);

    /** Newest first; the position holds the id, which increases with time. */
    Slice<ListedVariant> variants(FindVariants.Filter filter, int limit, @Nullable Position after);
}
