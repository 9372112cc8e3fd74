package dev.tenure.adapter.persistence.catalog;

import static dev.tenure.adapter.persistence.generated.Tables.PRODUCT;
import static dev.tenure.adapter.persistence.generated.Tables.VARIANT;
import static dev.tenure.adapter.persistence.shared.Words.word;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.quotedName;
import static org.jooq.impl.DSL.val;

import dev.tenure.adapter.persistence.search.Keyset;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Variant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Collation;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The lists of products and variants. */
final class ProductLists {

    private static final Keyset NEWEST_FIRST =
            Keyset.descending(List.of(Keyset.Key.instant(PRODUCT.CREATED_AT), Keyset.Key.text(PRODUCT.PRODUCT_ID)));

    // Ids grow with time.
    private static final Keyset NEWEST_VARIANT_FIRST = Keyset.descending(List.of(Keyset.Key.text(VARIANT.VARIANT_ID)));

    private static final Collation BYTES = collation(quotedName("C"));

    private final JooqTransactions transactions;

    ProductLists(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    Slice<Product> products(FindProducts.Filter filter, int limit, @Nullable Position after) {
        Slice<Record> page = NEWEST_FIRST.slice(
                transactions
                        .sql()
                        .selectFrom(PRODUCT)
                        .where(PRODUCT.TENANT_ID.eq(transactions.tenant()))
                        .and(equal(PRODUCT.ACTIVE, filter.active()))
                        .and(equal(PRODUCT.CATEGORY, filter.category()))
                        .and(equal(PRODUCT.BRAND, filter.brand()))
                        .and(called(filter.search())),
                limit,
                after,
                Function.identity());
        VariantsByProduct variants = variantsOf(page.rows());
        return new Slice<>(
                page.rows().stream()
                        .map(row -> CatalogMapping.product(row, variants.of(row)))
                        .toList(),
                page.next());
    }

    Slice<ListedVariant> variants(FindVariants.Filter filter, int limit, @Nullable Position after) {
        Grade grade = filter.grade();
        return NEWEST_VARIANT_FIRST.slice(
                transactions
                        .sql()
                        .select(VARIANT.fields())
                        .select(PRODUCT.SKU)
                        .from(VARIANT)
                        .join(PRODUCT)
                        .on(PRODUCT.TENANT_ID.eq(transactions.tenant()))
                        .and(PRODUCT.PRODUCT_ID.eq(VARIANT.PRODUCT_ID))
                        .where(VARIANT.TENANT_ID.eq(transactions.tenant()))
                        .and(equal(VARIANT.ACTIVE, filter.active()))
                        .and(equal(VARIANT.GRADE, grade == null ? null : word(grade)))
                        .and(filter.sku() == null ? noCondition() : contains(VARIANT.SKU, filter.sku()))
                        .and(equal(PRODUCT.SKU, filter.productSku()))
                        .and(equal(PRODUCT.CATEGORY, filter.category()))
                        .and(equal(PRODUCT.BRAND, filter.brand())),
                limit,
                after,
                CatalogMapping::listed);
    }

    /** The variants of these products, in their order. */
    VariantsByProduct variantsOf(List<? extends Record> products) {
        List<String> ids =
                products.stream().map(row -> row.get(PRODUCT.PRODUCT_ID)).toList();
        return new VariantsByProduct(transactions
                .sql()
                .selectFrom(VARIANT)
                .where(VARIANT.TENANT_ID.eq(transactions.tenant()))
                .and(VARIANT.PRODUCT_ID.eq(any(ids.toArray(String[]::new))))
                .orderBy(VARIANT.PRODUCT_ID, VARIANT.POSITION)
                .collect(groupingBy(row -> row.get(VARIANT.PRODUCT_ID), mapping(CatalogMapping::variant, toList()))));
    }

    private static Condition called(@Nullable String search) {
        return search == null
                ? noCondition()
                : or(
                        contains(PRODUCT.NAME, search),
                        contains(PRODUCT.SKU, search),
                        contains(PRODUCT.BRAND, search),
                        contains(PRODUCT.CATEGORY, search));
    }

    // Under this collation only the letters a to z have upper and lower case, in every database.
    private static Condition contains(Field<String> column, String part) {
        return position(lower(column.collate(BYTES)), lower(val(part).collate(BYTES)))
                .gt(0);
    }

    record VariantsByProduct(Map<String, List<Variant>> byProduct) {

        List<Variant> of(Record product) {
            return byProduct.getOrDefault(product.get(PRODUCT.PRODUCT_ID), List.of());
        }
    }

    private static <T> Condition equal(Field<T> column, @Nullable T value) {
        return value == null ? noCondition() : column.eq(value);
    }
}
