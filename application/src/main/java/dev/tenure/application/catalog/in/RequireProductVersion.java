package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.domain.shared.Permission;

/**
 * Ties a change to the version of the product that it builds on; a variant has the version of its product. Called in the transaction
 * of the change and before it: the product is then held until that ends, so nobody comes in between.
 */
@FunctionalInterface
public interface RequireProductVersion {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    /**
     * @throws NotFound when the tenant has no such product
     * @throws VersionMismatch {@code VERSION_MISMATCH}, with the current version; with none, when a SKU names no product, which an
     *     upsert would make
     */
    void require(Caller caller, ProductRef product, VersionCondition condition);
}
