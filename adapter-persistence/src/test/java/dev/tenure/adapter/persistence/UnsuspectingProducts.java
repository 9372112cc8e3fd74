package dev.tenure.adapter.persistence;

import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The real products, but who asks for offers sees none: as one who asked a moment too early. */
record UnsuspectingProducts(ProductRepository real) implements ProductRepository {

    @Override
    public Map<Sku, Offer> offers(Collection<Sku> variantSkus) {
        return Map.of();
    }

    @Override
    public Optional<Versioned<Product>> findBySku(Sku productSku) {
        return real.findBySku(productSku);
    }

    @Override
    public Optional<Versioned<Product>> findByVariant(Sku variantSku) {
        return real.findByVariant(variantSku);
    }

    @Override
    public Optional<Versioned<Product>> find(ProductId id) {
        return real.find(id);
    }

    @Override
    public Optional<Versioned<Product>> findByVariant(VariantId variantId) {
        return real.findByVariant(variantId);
    }

    @Override
    public Optional<Versioned<Product>> look(ProductId id) {
        return real.look(id);
    }

    @Override
    public Optional<Versioned<Product>> look(Sku productSku) {
        return real.look(productSku);
    }

    @Override
    public boolean insert(Product product) {
        return real.insert(product);
    }

    @Override
    public void update(Versioned<Product> product) {
        real.update(product);
    }

    @Override
    public Slice<Product> list(FindProducts.Filter filter, int limit, @Nullable Position after) {
        return real.list(filter, limit, after);
    }

    @Override
    public Slice<ListedVariant> variants(FindVariants.Filter filter, int limit, @Nullable Position after) {
        return real.variants(filter, limit, after);
    }
}
