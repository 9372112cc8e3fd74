package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.RuleViolated;

/**
 * Takes a product out of what can be ordered, and makes all its variants inactive. Orders and subscriptions that are there go on.
 * An upsert with the status active brings the product back; its variants then come back one by one.
 */
@FunctionalInterface
public interface DiscontinueProduct {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    /**
     * The discontinued product; as it was, when it is that already.
     *
     * @param force whether open orders are no reason to refuse
     * @throws NotFound when there is no such product
     * @throws RuleViolated {@code PRODUCT_HAS_ACTIVE_ORDERS} when a pending, confirmed or partial order has one of its variants
     */
    Versioned<Product> discontinue(Caller caller, ProductRef product, boolean force);
}
