package dev.tenure.application.catalog;

import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.shared.InvalidValue;
import java.util.Optional;
import java.util.function.Function;

/** Finds a product by a caller's reference. */
public final class ProductsByRef {

    private final ProductRepository products;

    public ProductsByRef(ProductRepository products) {
        this.products = products;
    }

    /** The product, locked against other writers until the transaction ends. */
    public Optional<Versioned<Product>> find(ProductRef product) {
        if (product instanceof ProductRef.ById named) {
            return wellFormed(named.id(), ProductId::new).flatMap(products::find);
        }
        if (product instanceof ProductRef.BySku named) {
            return wellFormed(named.sku(), Sku::new).flatMap(products::findBySku);
        }
        if (product instanceof ProductRef.ByVariantId named) {
            return wellFormed(named.id(), VariantId::new).flatMap(products::findByVariant);
        }
        return wellFormed(((ProductRef.ByVariantSku) product).sku(), Sku::new).flatMap(products::findByVariant);
    }

    /**
     * As {@link #find}.
     *
     * @throws dev.tenure.application.shared.NotFound when there is no such product
     */
    public Versioned<Product> get(ProductRef product) {
        return find(product).orElseThrow(product::notFound);
    }

    /** The product as it is now. Only a reference by variant locks it. */
    public Optional<Versioned<Product>> look(ProductRef product) {
        if (product instanceof ProductRef.ById named) {
            return wellFormed(named.id(), ProductId::new).flatMap(products::look);
        }
        if (product instanceof ProductRef.BySku named) {
            return wellFormed(named.sku(), Sku::new).flatMap(products::look);
        }
        return find(product);
    }

    private static <T> Optional<T> wellFormed(String text, Function<String, T> name) {
        try {
            return Optional.of(name.apply(text));
        } catch (InvalidValue malformed) {
            return Optional.empty();
        }
    }
}
