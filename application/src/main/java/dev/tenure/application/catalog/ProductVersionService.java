package dev.tenure.application.catalog;

import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.catalog.in.RequireProductVersion;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.catalog.Product;
import java.util.List;
import java.util.Optional;

/** Compares the expected version of a change with the current one. */
public final class ProductVersionService implements RequireProductVersion {

    private final ProductsByRef products;
    private final Transactions transactions;

    public ProductVersionService(ProductRepository products, Transactions transactions) {
        this.products = new ProductsByRef(products);
        this.transactions = transactions;
    }

    @Override
    public void require(Caller caller, ProductRef product, VersionCondition condition) {
        caller.require(RequireProductVersion.PERMISSION);
        transactions.forTenant(caller.tenant(), () -> {
            Optional<Versioned<Product>> found = products.find(product);
            if (found.isEmpty() && product instanceof ProductRef.BySku) {
                throw VersionMismatch.ofNothing();
            }
            Versioned<Product> read = found.orElseThrow(product::notFound);
            if (!condition.allows(read.version())) {
                throw VersionMismatch.at("product " + read.value().sku(), read.version(), List.of());
            }
            return read.version();
        });
    }
}
