package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.RuleViolated;

/**
 * Makes a product and all its variants not orderable. Existing orders and subscriptions continue. An upsert with the
 * status active restores the product; its variants are then activated one by one.
 */
@FunctionalInterface
public interface DiscontinueProduct {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    /**
     * The discontinued product; unchanged if it is discontinued already.
     *
     * @param force whether to ignore open orders
     * @throws NotFound when there is no such product
     * @throws RuleViolated {@code PRODUCT_HAS_ACTIVE_ORDERS} when a pending, confirmed or partial order contains one of
     *     its variants
     */
    Versioned<Product> discontinue(Caller caller, ProductRef product, boolean force);
}
