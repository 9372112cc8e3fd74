package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.RuleViolated;

/** Makes a variant orderable or not. Existing orders do not change. */
@FunctionalInterface
public interface ChangeVariantStatus {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    /**
     * The product with the changed variant; unchanged if the variant has this status already.
     *
     * @param force whether to ignore open orders
     * @throws NotFound when there is no such variant
     * @throws RuleViolated {@code VARIANT_IN_USE} when a pending, confirmed or partial order contains a variant that is
     *     to become inactive
     */
    Versioned<Product> change(Caller caller, ProductRef.OfVariant variant, boolean active, boolean force);
}
