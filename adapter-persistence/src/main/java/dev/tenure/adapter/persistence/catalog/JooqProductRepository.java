package dev.tenure.adapter.persistence.catalog;

import static dev.tenure.adapter.persistence.generated.Tables.PRODUCT;
import static dev.tenure.adapter.persistence.generated.Tables.VARIANT;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;

import dev.tenure.adapter.persistence.pipeline.Constraints;
import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.pipeline.Upserts;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.catalog.VariantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** A product is one row, and one row per variant. */
public final class JooqProductRepository implements ProductRepository {

    private static final PreparedQuery OFFERS = PreparedQuery.of(() -> select(VARIANT.fields())
            .select(PRODUCT.PRODUCT_ID, PRODUCT.NAME, PRODUCT.IMAGES, PRODUCT.ACTIVE)
            .from(VARIANT)
            .join(PRODUCT)
            .on(PRODUCT.TENANT_ID.eq(""))
            .and(PRODUCT.PRODUCT_ID.eq(VARIANT.PRODUCT_ID))
            .where(VARIANT.TENANT_ID.eq(""))
            .and(VARIANT.SKU.eq(any(new String[0]))));

    private final JooqTransactions transactions;
    private final ProductLists lists;

    public JooqProductRepository(JooqTransactions transactions) {
        this.transactions = transactions;
        this.lists = new ProductLists(transactions);
    }

    @Override
    public Optional<Versioned<Product>> findBySku(Sku productSku) {
        return held(PRODUCT.SKU.eq(productSku.value()));
    }

    @Override
    public Optional<Versioned<Product>> findByVariant(Sku variantSku) {
        return held(PRODUCT.PRODUCT_ID.eq(select(VARIANT.PRODUCT_ID)
                .from(VARIANT)
                .where(VARIANT.TENANT_ID.eq(transactions.tenant()))
                .and(VARIANT.SKU.eq(variantSku.value()))));
    }

    @Override
    public Optional<Versioned<Product>> find(ProductId id) {
        return held(PRODUCT.PRODUCT_ID.eq(id.value()));
    }

    @Override
    public Optional<Versioned<Product>> findByVariant(VariantId variantId) {
        return held(PRODUCT.PRODUCT_ID.eq(select(VARIANT.PRODUCT_ID)
                .from(VARIANT)
                .where(VARIANT.TENANT_ID.eq(transactions.tenant()))
                .and(VARIANT.VARIANT_ID.eq(variantId.value()))));
    }

    // The variants are read under the lock of the product, so they are those of its version.
    private Optional<Versioned<Product>> held(Condition condition) {
        return transactions
                .sql()
                .selectFrom(PRODUCT)
                .where(PRODUCT.TENANT_ID.eq(transactions.tenant()))
                .and(condition)
                .forNoKeyUpdate()
                .fetchOptional()
                .map(row -> new Versioned<>(
                        CatalogMapping.product(
                                row, lists.variantsOf(List.of(row)).of(row)),
                        row.get(PRODUCT.VERSION)));
    }

    @Override
    public Optional<Versioned<Product>> look(ProductId id) {
        return looked(PRODUCT.PRODUCT_ID.eq(id.value()));
    }

    @Override
    public Optional<Versioned<Product>> look(Sku productSku) {
        return looked(PRODUCT.SKU.eq(productSku.value()));
    }

    // In one statement, so that the variants belong to the version.
    private Optional<Versioned<Product>> looked(Condition condition) {
        List<Record> rows = transactions
                .sql()
                .select(PRODUCT.fields())
                .select(VARIANT.fields())
                .from(PRODUCT)
                .leftJoin(VARIANT)
                .on(VARIANT.TENANT_ID.eq(transactions.tenant()))
                .and(VARIANT.PRODUCT_ID.eq(PRODUCT.PRODUCT_ID))
                .where(PRODUCT.TENANT_ID.eq(transactions.tenant()))
                .and(condition)
                .orderBy(VARIANT.POSITION)
                .fetch();
        List<Variant> variants = rows.stream()
                .filter(row -> row.get(VARIANT.VARIANT_ID) != null)
                .map(CatalogMapping::variant)
                .toList();
        return rows.stream()
                .findFirst()
                .map(row -> new Versioned<>(CatalogMapping.product(row, variants), row.get(PRODUCT.VERSION)));
    }

    @Override
    public Map<Sku, Offer> offers(Collection<Sku> variantSkus) {
        return loadOffers(variantSkus).get();
    }

    @Override
    public Deferred<Map<Sku, Offer>> loadOffers(Collection<Sku> variantSkus) {
        if (variantSkus.isEmpty()) {
            return Deferred.of(Map.of());
        }
        String tenant = transactions.tenant();
        return transactions.query(
                OFFERS,
                rows -> rows.stream()
                        .map(CatalogMapping::offer)
                        .collect(toMap(offer -> offer.variant().sku(), Function.identity())),
                tenant,
                tenant,
                variantSkus.stream().map(Sku::value).toArray(String[]::new));
    }

    @Override
    public boolean insert(Product product) {
        int inserted = transactions
                .sql()
                .insertInto(PRODUCT)
                .set(CatalogMapping.row(product))
                .set(PRODUCT.VERSION, 1L)
                .onConflict(PRODUCT.TENANT_ID, PRODUCT.SKU)
                .doNothing()
                .execute();
        if (inserted == 0) {
            return false;
        }
        writeVariants(product);
        return true;
    }

    @Override
    public void update(Versioned<Product> product) {
        Product changed = product.value();
        int updated = transactions
                .sql()
                .update(PRODUCT)
                .set(CatalogMapping.changes(changed))
                .set(PRODUCT.VERSION, product.version() + 1)
                .where(PRODUCT.TENANT_ID.eq(transactions.tenant()))
                .and(PRODUCT.PRODUCT_ID.eq(changed.id().value()))
                .and(PRODUCT.VERSION.eq(product.version()))
                .execute();
        if (updated == 0) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "product %s is no longer at version %d".formatted(changed.sku(), product.version()));
        }
        String[] kept =
                changed.variants().stream().map(variant -> variant.id().value()).toArray(String[]::new);
        transactions
                .sql()
                .deleteFrom(VARIANT)
                .where(VARIANT.TENANT_ID.eq(transactions.tenant()))
                .and(VARIANT.PRODUCT_ID.eq(changed.id().value()))
                .and(VARIANT.VARIANT_ID.ne(all(kept)))
                .execute();
        writeVariants(changed);
    }

    private void writeVariants(Product product) {
        List<Variant> variants = product.variants();
        if (variants.isEmpty()) {
            return;
        }
        List<Map<Field<?>, @Nullable Object>> rows = IntStream.range(0, variants.size())
                .mapToObj(position -> CatalogMapping.row(product, variants.get(position), position))
                .toList();
        InsertValuesStepN<Record> insert =
                transactions.sql().insertInto(VARIANT).columns(rows.get(0).keySet());
        for (Map<Field<?>, @Nullable Object> row : rows) {
            insert = insert.values(row.values());
        }
        try {
            int written = insert.onConflict(VARIANT.TENANT_ID, VARIANT.VARIANT_ID)
                    .doUpdate()
                    .set(Upserts.excluded(rows.get(0).keySet(), List.of(VARIANT.TENANT_ID, VARIANT.VARIANT_ID)))
                    .where(VARIANT.PRODUCT_ID.eq(product.id().value()))
                    .execute();
            if (written < rows.size()) {
                throw duplicate(product);
            }
        } catch (IntegrityConstraintViolationException refused) {
            throw Constraints.isBroken("variant_sku_key", refused) ? duplicate(product) : refused;
        }
    }

    private static Conflict duplicate(Product product) {
        return new Conflict(
                CatalogError.DUPLICATE_SKU,
                "a variant of product %s belongs to another product".formatted(product.sku()));
    }

    @Override
    public Slice<Product> list(FindProducts.Filter filter, int limit, @Nullable Position after) {
        return lists.products(filter, limit, after);
    }

    @Override
    public Slice<ListedVariant> variants(FindVariants.Filter filter, int limit, @Nullable Position after) {
        return lists.variants(filter, limit, after);
    }
}
