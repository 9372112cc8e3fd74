package dev.tenure.application.catalog.out;

import dev.tenure.domain.catalog.Sku;
import java.util.Collection;
import java.util.Set;

/** What the catalog has to know of the orders of the transaction's tenant: which SKUs are still wanted. */
@FunctionalInterface
public interface OpenOrders {

    /** Those of the SKUs that an item of a pending, confirmed or partial order has. */
    Set<Sku> of(Collection<Sku> variantSkus);
}
