package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.domain.shared.Permission;

/**
 * Checks that a product is at the version that a change expects; a variant has the version of its product. It is called
 * in the transaction of the change, before it, and locks the product until the transaction ends.
 */
@FunctionalInterface
public interface RequireProductVersion {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    /**
     * @throws NotFound when the tenant has no such product
     * @throws VersionMismatch {@code VERSION_MISMATCH}, with the current version; without one when no product has the
     *     SKU, because an upsert would create it
     */
    void require(Caller caller, ProductRef product, VersionCondition condition);
}
