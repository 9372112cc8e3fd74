package dev.tenure.application.catalog;

import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.shared.RuleViolated;
import java.util.List;
import java.util.Map;

/** Protects variants in open orders. */
public final class OpenOrderCheck {

    private final OpenOrders openOrders;

    public OpenOrderCheck(OpenOrders openOrders) {
        this.openOrders = openOrders;
    }

    /** @throws RuleViolated with this code when a pending, confirmed or partial order contains one of the variants */
    public void requireNone(CatalogError error, Product product, List<Variant> variants) {
        List<String> ordered = openOrders.of(variants.stream().map(Variant::sku).toList()).stream()
                .map(Sku::value)
                .sorted()
                .toList();
        if (!ordered.isEmpty()) {
            throw new RuleViolated(
                    error,
                    "orders that are pending, confirmed or partial have %s of product %s"
                            .formatted(String.join(", ", ordered), product.sku()),
                    Map.of("skus", ordered));
        }
    }
}
