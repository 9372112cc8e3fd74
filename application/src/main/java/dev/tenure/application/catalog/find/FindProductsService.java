package dev.tenure.application.catalog.find;

import dev.tenure.application.catalog.ProductsByRef;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.catalog.Product;
import java.util.List;

/** Reads products and variants, one by one and page by page. */
public final class FindProductsService implements FindProducts, FindVariants {

    private final ProductRepository products;
    private final ProductsByRef productsByRef;
    private final Transactions transactions;
    private final Cursors cursors;

    public FindProductsService(ProductRepository products, Transactions transactions, Cursors cursors) {
        this.products = products;
        this.productsByRef = new ProductsByRef(products);
        this.transactions = transactions;
        this.cursors = cursors;
    }

    @Override
    public Versioned<Product> one(Caller caller, ProductRef product) {
        caller.require(FindProducts.PERMISSION);
        return transactions.forTenant(
                caller.tenant(), () -> productsByRef.look(product).orElseThrow(product::notFound));
    }

    @Override
    public Page<Product> list(Caller caller, FindProducts.Filter filter, PageRequest page) {
        caller.require(FindProducts.PERMISSION);
        Object query = List.of("products", caller.tenant(), filter);
        Position after = cursors.position(page, query);
        return transactions.forTenant(
                caller.tenant(), () -> cursors.page(products.list(filter, page.limit(), after), page.limit(), query));
    }

    @Override
    public Page<ListedVariant> list(Caller caller, FindVariants.Filter filter, PageRequest page) {
        caller.require(FindVariants.PERMISSION);
        Object query = List.of("variants", caller.tenant(), filter);
        Position after = cursors.position(page, query);
        return transactions.forTenant(
                caller.tenant(),
                () -> cursors.page(products.variants(filter, page.limit(), after), page.limit(), query));
    }
}
