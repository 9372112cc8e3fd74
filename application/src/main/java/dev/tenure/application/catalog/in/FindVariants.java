package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.TenantId;
import org.jspecify.annotations.Nullable;

/** Lists the catalog by variant, newest first. */
@FunctionalInterface
public interface FindVariants {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.PRODUCTS_READ;

    /** The limit of a page of this list, higher than that of others. */
    int MAX_LIMIT = 5000;

    Page<ListedVariant> list(Caller caller, Filter filter, PageRequest page);

    /** A variant and its product. */
    record ListedVariant(TenantId tenantId, ProductId productId, Sku productSku, Variant variant) {

        public static ListedVariant of(Product product, Variant variant) {
            return new ListedVariant(product.tenantId(), product.id(), product.sku(), variant);
        }
    }

    /**
     * Null matches everything.
     *
     * @param active whether the variant is active; its product may be discontinued nevertheless
     * @param productSku exact
     * @param sku a part of the variant's SKU; the letters a to z match in either case
     * @param category of the product, exact
     * @param brand of the product, exact
     */
    record Filter(
            @Nullable Boolean active,
            @Nullable String productSku,
            @Nullable String sku,
            @Nullable Grade grade,
            @Nullable String category,
            @Nullable String brand) {

        public static final Filter ALL = new Filter(null, null, null, null, null, null);
    }
}
