package dev.tenure.application.catalog.status;

import dev.tenure.application.catalog.OpenOrderCheck;
import dev.tenure.application.catalog.ProductsByRef;
import dev.tenure.application.catalog.in.ChangeVariantStatus;
import dev.tenure.application.catalog.in.DiscontinueProduct;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Variant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Discontinues products, and makes variants active or inactive. */
public final class ProductStatusService implements DiscontinueProduct, ChangeVariantStatus {

    private final ProductRepository products;
    private final ProductsByRef productsByRef;
    private final OpenOrderCheck openOrders;
    private final Transactions transactions;
    private final Clock clock;

    public ProductStatusService(
            ProductRepository products, OpenOrders openOrders, Transactions transactions, Clock clock) {
        this.products = products;
        this.productsByRef = new ProductsByRef(products);
        this.openOrders = new OpenOrderCheck(openOrders);
        this.transactions = transactions;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    @Override
    public Versioned<Product> discontinue(Caller caller, ProductRef product, boolean force) {
        caller.require(DiscontinueProduct.PERMISSION);
        return transactions.forTenant(caller.tenant(), () -> {
            Versioned<Product> read = productsByRef.get(product);
            Product discontinued = read.value().discontinued(clock.instant());
            if (!force && !discontinued.equals(read.value())) {
                openOrders.requireNone(
                        CatalogError.PRODUCT_HAS_ACTIVE_ORDERS,
                        discontinued,
                        read.value().variants());
            }
            return products.updateIfChanged(read, discontinued);
        });
    }

    @Override
    public Versioned<Product> change(Caller caller, ProductRef.OfVariant named, boolean active, boolean force) {
        caller.require(ChangeVariantStatus.PERMISSION);
        return transactions.forTenant(caller.tenant(), () -> {
            Versioned<Product> read = productsByRef.get(named);
            Variant variant = named.in(read.value()).orElseThrow(named::notFound);
            if (variant.active() == active) {
                return read;
            }
            if (!active && !force) {
                openOrders.requireNone(CatalogError.VARIANT_IN_USE, read.value(), List.of(variant));
            }
            Instant now = clock.instant();
            return products.updateIfChanged(read, read.value().with(variant.activated(active, now), now));
        });
    }
}
