package dev.tenure.application.memory;

import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
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
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.shared.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalog in memory. */
public final class InMemoryProductRepository implements ProductRepository {

    private static final Keyset<Product> NEWEST_FIRST =
            Keyset.descending(List.of(Keyset.Key.instant(Product::createdAt), Keyset.Key.text(product -> product.id()
                    .value())));

    private static final Keyset<ListedVariant> NEWEST_VARIANT_FIRST = Keyset.descending(
            List.of(Keyset.Key.text(listed -> listed.variant().id().value())));

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
    public Optional<Versioned<Product>> find(ProductId id) {
        return all().filter(read -> read.value().id().equals(id)).findFirst();
    }

    @Override
    public Optional<Versioned<Product>> findByVariant(VariantId variantId) {
        return all().filter(read -> read.value().variant(variantId).isPresent()).findFirst();
    }

    @Override
    public Optional<Versioned<Product>> look(ProductId id) {
        return find(id);
    }

    @Override
    public Optional<Versioned<Product>> look(Sku productSku) {
        return findBySku(productSku);
    }

    private Stream<Versioned<Product>> all() {
        TenantId tenant = store.tenant();
        return store.products.all().filter(read -> read.value().tenantId().equals(tenant));
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
    public boolean insert(Product product) {
        store.requireOwn(product.tenantId());
        if (store.products.contains(store.key(product.sku()))) {
            return false;
        }
        write(product, 1);
        return true;
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
        return NEWEST_FIRST.page(
                all().map(Versioned::value)
                        .filter(product -> filter.active() == null || filter.active() == product.active())
                        .filter(product -> matches(filter.category(), product.category()))
                        .filter(product -> matches(filter.brand(), product.brand()))
                        .filter(product -> filter.search() == null
                                || Stream.of(product.name(), product.sku().value(), product.brand(), product.category())
                                        .anyMatch(text -> contains(text, filter.search()))),
                limit,
                after);
    }

    @Override
    public Slice<ListedVariant> variants(FindVariants.Filter filter, int limit, @Nullable Position after) {
        return NEWEST_VARIANT_FIRST.page(
                all().map(Versioned::value)
                        .filter(product ->
                                matches(filter.productSku(), product.sku().value()))
                        .filter(product -> matches(filter.category(), product.category()))
                        .filter(product -> matches(filter.brand(), product.brand()))
                        .flatMap(product ->
                                product.variants().stream().map(variant -> ListedVariant.of(product, variant)))
                        .filter(listed -> filter.active() == null
                                || filter.active() == listed.variant().active())
                        .filter(listed -> filter.grade() == null
                                || filter.grade() == listed.variant().grade())
                        .filter(listed -> filter.sku() == null
                                || contains(listed.variant().sku().value(), filter.sku())),
                limit,
                after);
    }

    private static boolean matches(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    // The letters a to z in either case, as the database does it.
    private static boolean contains(String text, String part) {
        return Pattern.compile(Pattern.quote(part), Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    private void write(Product product, long version) {
        for (Variant variant : product.variants()) {
            TenantKey<Sku> key = store.key(variant.sku());
            if (store.productsOfVariants.contains(key)) {
                throw new Conflict(CatalogError.DUPLICATE_SKU, "another product has the variant SKU " + variant.sku());
            }
            store.productsOfVariants.put(key, product.sku());
        }
        store.products.put(store.key(product.sku()), new Versioned<>(product, version));
    }
}
