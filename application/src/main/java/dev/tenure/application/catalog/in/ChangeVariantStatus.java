package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.RuleViolated;

/** Makes a variant orderable or not. Orders that were placed already are not touched. */
@FunctionalInterface
public interface ChangeVariantStatus {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    /**
     * The product with the variant changed; as it was, when the variant is like that already.
     *
     * @param force whether open orders are no reason to refuse
     * @throws NotFound when there is no such variant
     * @throws RuleViolated {@code VARIANT_IN_USE} when a pending, confirmed or partial order has a variant that is to be inactive
     */
    Versioned<Product> change(Caller caller, ProductRef.OfVariant variant, boolean active, boolean force);
}
