package dev.tenure.application.memory;

import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.memory.InMemoryStore.TenantKey;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.shared.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalog in memory. */
public final class InMemoryProductRepository implements ProductRepository {

    private static final Keyset<Product> NEWEST_FIRST =
            Keyset.descending(List.of(Keyset.Key.instant(Product::createdAt), Keyset.Key.text(product -> product.id()
                    .value())));

    private final InMemoryStore store;

    public InMemoryProductRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<Product>> findBySku(Sku productSku) {
        return store.products.get(store.key(productSku));
    }

    @Override
    public Optional<Versioned<Product>> findByVariant(Sku variantSku) {
        return store.productsOfVariants.get(store.key(variantSku)).flatMap(this::findBySku);
    }

    @Override
    public Map<Sku, Offer> offers(Collection<Sku> variantSkus) {
        store.tenant();
        Map<Sku, Offer> offers = new HashMap<>();
        for (Sku sku : variantSkus) {
            findByVariant(sku)
                    .map(Versioned::value)
                    .flatMap(product -> product.variant(sku).map(product::offer))
                    .ifPresent(offer -> offers.put(sku, offer));
        }
        return offers;
    }

    @Override
    public void insert(Product product) {
        store.requireOwn(product.tenantId());
        if (store.products.contains(store.key(product.sku()))) {
            throw taken("product", product.sku());
        }
        write(product, 1);
    }

    @Override
    public void update(Versioned<Product> product) {
        store.requireOwn(product.value().tenantId());
        Sku sku = product.value().sku();
        Versioned<Product> found = findBySku(sku)
                .filter(read -> read.version() == product.version())
                .orElseThrow(() -> new Conflict(
                        ApplicationError.CONFLICT,
                        "product %s is no longer at version %d".formatted(sku, product.version())));
        for (Variant variant : found.value().variants()) {
            store.productsOfVariants.remove(store.key(variant.sku()));
        }
        write(product.value(), product.version() + 1);
    }

    @Override
    public Slice<Product> list(FindProducts.Filter filter, int limit, @Nullable Position after) {
        TenantId tenant = store.tenant();
        return NEWEST_FIRST.page(
                store.products
                        .all()
                        .map(Versioned::value)
                        .filter(product -> product.tenantId().equals(tenant))
                        .filter(product -> filter.active() == null || filter.active() == product.active())
                        .filter(product ->
                                filter.category() == null || filter.category().equals(product.category()))
                        .filter(product ->
                                filter.brand() == null || filter.brand().equals(product.brand())),
                limit,
                after);
    }

    private void write(Product product, long version) {
        for (Variant variant : product.variants()) {
            TenantKey<Sku> key = store.key(variant.sku());
            if (store.productsOfVariants.contains(key)) {
                throw taken("variant", variant.sku());
            }
            store.productsOfVariants.put(key, product.sku());
        }
        store.products.put(store.key(product.sku()), new Versioned<>(product, version));
    }

    private static Conflict taken(String what, Sku sku) {
        return new Conflict(CatalogError.DUPLICATE_SKU, "another %s has the SKU %s".formatted(what, sku));
    }
}
