package dev.tenure.application.catalog.upsert;

import dev.tenure.application.catalog.OpenOrderCheck;
import dev.tenure.application.catalog.ProductsBySku;
import dev.tenure.application.catalog.in.UpsertProduct;
import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.Validated;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.batch.Result;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Product;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates a product, or changes the one with its SKU. */
public final class UpsertProductService implements UpsertProduct {

    private final ProductRepository products;
    private final ProductsBySku productsBySku;
    private final OpenOrderCheck openOrders;
    private final CurrentSettings currentSettings;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final IdGenerator ids;
    private final Clock clock;

    public UpsertProductService(
            ProductRepository products,
            OpenOrders openOrders,
            TenantRepository tenants,
            Transactions transactions,
            CommandChecks checks,
            IdGenerator ids,
            Clock clock) {
        this.products = products;
        this.productsBySku = new ProductsBySku(products);
        this.openOrders = new OpenOrderCheck(openOrders);
        this.currentSettings = new CurrentSettings(tenants);
        this.transactions = transactions;
        this.checks = checks;
        this.ids = ids;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    @Override
    public Result upsert(Caller caller, UpsertProductCommand command) {
        caller.require(UpsertProduct.PERMISSION);
        List<FieldError> violations = checks.violations(command);
        return transactions.forTenant(caller.tenant(), () -> {
            ProductDraft draft = ProductDraft.of(
                    command, violations, currentSettings.of(caller).currency());
            ProductsBySku.Found found = productsBySku.find(draft.sku(), draft.skus());
            found.taken().ifPresent(taken -> {
                throw new Conflict(CatalogError.DUPLICATE_SKU, taken);
            });
            if (found.product().isEmpty()) {
                Product created = withStatus(draft.created(caller.tenant(), ids, now()), command.status());
                if (products.insert(created)) {
                    return result(new Versioned<>(created, 1), draft, Optional.empty());
                }
            }
            // If another transaction inserted it concurrently, it exists now.
            Versioned<Product> read =
                    found.product().or(() -> products.findBySku(draft.sku())).orElseThrow();
            return change(read, draft, command.status());
        });
    }

    private Result change(Versioned<Product> read, ProductDraft draft, UpsertProductCommand.@Nullable Status status) {
        Product next = withStatus(applied(draft, read.value()), status);
        if (read.value().active() && !next.active()) {
            openOrders.requireNone(CatalogError.PRODUCT_HAS_ACTIVE_ORDERS, next, next.variants());
        }
        return result(products.updateIfChanged(read, next), draft, Optional.of(read.value()));
    }

    private Product applied(ProductDraft draft, Product product) {
        FieldErrors errors = new FieldErrors();
        Validated<Product> applied = errors.at("variants", () -> draft.appliedTo(product, ids, now()));
        return errors.result(applied::get);
    }

    private Product withStatus(Product product, UpsertProductCommand.@Nullable Status status) {
        if (status == null) {
            return product;
        }
        return status == UpsertProductCommand.Status.ACTIVE ? product.reactivated(now()) : product.discontinued(now());
    }

    private static Result result(Versioned<Product> now, ProductDraft draft, Optional<Product> before) {
        return new Result(
                now,
                before.isEmpty(),
                draft.skus().stream()
                        .map(sku -> new VariantResult(
                                sku, before.flatMap(was -> was.variant(sku)).isEmpty()))
                        .toList());
    }

    private Instant now() {
        return clock.instant();
    }
}
