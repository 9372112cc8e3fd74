package dev.tenure.application.catalog;

import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import java.util.List;
import java.util.Optional;

/** Finds the product that an upsert or a row of a file changes, and the variant SKUs that are taken. */
public final class ProductsBySku {

    private final ProductRepository products;

    public ProductsBySku(ProductRepository products) {
        this.products = products;
    }

    /**
     * The product with this SKU, locked until the transaction ends, and whether another product has one of the variant
     * SKUs.
     */
    public Found find(Sku productSku, List<Sku> variantSkus) {
        Optional<Versioned<Product>> product = products.findBySku(productSku);
        Optional<String> taken = taken(variantSkus, product);
        if (product.isEmpty() && taken.isPresent()) {
            // Perhaps by this same product, which another transaction has inserted meanwhile.
            product = products.findBySku(productSku);
            taken = taken(variantSkus, product);
        }
        return new Found(product, taken);
    }

    private Optional<String> taken(List<Sku> variantSkus, Optional<Versioned<Product>> product) {
        Optional<ProductId> own = product.map(read -> read.value().id());
        List<String> taken = products.offers(variantSkus).values().stream()
                .filter(offer -> !own.equals(Optional.of(offer.productId())))
                .map(offer -> offer.variant().sku().value())
                .sorted()
                .toList();
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of("another product has the variant SKU " + String.join(", ", taken));
    }

    /** The product, if it exists, and why it can't have the variants, if so. */
    public record Found(Optional<Versioned<Product>> product, Optional<String> taken) {}
}
