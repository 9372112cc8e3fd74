package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.catalog.Product;
import org.jspecify.annotations.Nullable;

/** Lists the catalog, newest product first. */
@FunctionalInterface
public interface FindProducts {

    Page<Product> list(Caller caller, Filter filter, PageRequest page);

    /** Exact matches; null matches everything. */
    record Filter(
            @Nullable Boolean active,
            @Nullable String category,
            @Nullable String brand) {

        public static final Filter ALL = new Filter(null, null, null);
    }
}
