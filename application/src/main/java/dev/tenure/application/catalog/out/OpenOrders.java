package dev.tenure.application.catalog.out;

import dev.tenure.domain.catalog.Sku;
import java.util.Collection;
import java.util.Set;

/** Tells the catalog which SKUs are in open orders of the transaction's tenant. */
@FunctionalInterface
public interface OpenOrders {

    /** The SKUs that are in an item of a pending, confirmed or partial order. */
    Set<Sku> of(Collection<Sku> variantSkus);
}
