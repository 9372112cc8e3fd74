package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.catalog.Product;

/** Makes a variant orderable or not. Orders that were placed already are not touched. */
@FunctionalInterface
public interface ChangeVariantStatus {

    /**
     * The product with the variant changed.
     *
     * @throws NotFound when no variant has this SKU
     */
    Product change(Caller caller, String variantSku, boolean active);
}
