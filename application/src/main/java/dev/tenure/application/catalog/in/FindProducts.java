package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.shared.Permission;
import org.jspecify.annotations.Nullable;

/** Reads the catalog by product. */
public interface FindProducts {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.PRODUCTS_READ;

    /**
     * One product with all its variants.
     *
     * @throws NotFound when the tenant has no such product
     */
    Versioned<Product> one(Caller caller, ProductRef product);

    /** Newest product first, each with all its variants. */
    Page<Product> list(Caller caller, Filter filter, PageRequest page);

    /**
     * Exact matches; null matches everything.
     *
     * @param search a part of the name, SKU, brand or category; the letters a to z match in either case
     */
    record Filter(
            @Nullable Boolean active,
            @Nullable String category,
            @Nullable String brand,
            @Nullable String search) {

        public static final Filter ALL = new Filter(null, null, null, null);
    }
}
