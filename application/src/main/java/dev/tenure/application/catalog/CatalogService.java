package dev.tenure.application.catalog;

import dev.tenure.application.catalog.ProductImport.Row;
import dev.tenure.application.catalog.in.ChangeVariantStatus;
import dev.tenure.application.catalog.in.DiscontinueProduct;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.catalog.in.RequireProductVersion;
import dev.tenure.application.catalog.in.UpsertProduct;
import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.catalog.out.CsvRows;
import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads, lists and changes the catalog. */
public final class CatalogService
        implements ImportProducts,
                UpsertProduct,
                FindProducts,
                FindVariants,
                DiscontinueProduct,
                ChangeVariantStatus,
                RequireProductVersion {

    private final ProductRepository products;
    private final OpenOrders openOrders;
    private final CurrentSettings currentSettings;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final CsvRows csvRows;
    private final Cursors cursors;
    private final IdGenerator ids;
    private final Clock clock;

    public CatalogService(
            ProductRepository products,
            OpenOrders openOrders,
            TenantRepository tenants,
            Transactions transactions,
            CommandChecks checks,
            CsvRows csvRows,
            Cursors cursors,
            IdGenerator ids,
            Clock clock) {
        this.products = products;
        this.openOrders = openOrders;
        this.currentSettings = new CurrentSettings(tenants);
        this.transactions = transactions;
        this.checks = checks;
        this.csvRows = csvRows;
        this.cursors = cursors;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public ImportProducts.Result importCsv(Caller caller, Reader csv) {
        caller.require(ImportProducts.PERMISSION);
        Currency currency = currency(caller);
        try (Stream<List<String>> rows = csvRows.read(csv)) {
            Iterator<List<String>> lines = rows.iterator();
            ProductImport progress = new ProductImport(lines.hasNext() ? lines.next() : List.of());
            try {
                while (lines.hasNext()) {
                    importNext(caller, progress, lines.next(), currency);
                }
            } catch (InvalidValue unreadable) {
                progress.refuseTheRest(unreadable.getMessage());
            }
            return progress.result();
        }
    }

    private void importNext(Caller caller, ProductImport progress, List<String> line, Currency currency) {
        if (progress.isFull()) {
            throw new InvalidValue(SharedError.VALIDATION_ERROR, "a file has at most %d rows".formatted(MAX_ROWS));
        }
        importRow(caller, progress, line, currency);
    }

    // A row is a transaction of its own: a refused one takes nothing with it, and no lock is held while the next is
    // read. In a dry run all rows are one transaction, which a failure would end: so what refuses a row comes out of it
    // as a value.
    private void importRow(Caller caller, ProductImport progress, List<String> line, Currency currency) {
        progress.nextRow();
        try {
            Row row = progress.row(line, currency);
            // Counted when it is kept for good: a transaction that lost to another runs its work again.
            transactions
                    .forTenant(caller.tenant(), () -> keep(caller.tenant(), row, line, progress))
                    .run();
        } catch (InvalidValue | Conflict refused) {
            progress.refused(line, refused.getMessage());
        }
    }

    private Runnable keep(TenantId tenant, Row row, List<String> line, ProductImport progress) {
        Place place = place(row.productSku(), List.of(row.variantSku()));
        if (place.taken().isPresent()) {
            return () -> progress.refused(line, place.taken().get());
        }
        Optional<Versioned<Product>> found = place.product();
        if (found.isEmpty() && products.insert(row.created(tenant, ids, now()))) {
            return () -> progress.kept(new ProductImport.Kept(row.productSku(), true, true));
        }
        Versioned<Product> read =
                found.or(() -> products.findBySku(row.productSku())).orElseThrow();
        boolean known = read.value().variant(row.variantSku()).isPresent();
        try {
            written(read, row.appliedTo(read.value(), ids, now()));
        } catch (InvalidValue refused) {
            return () -> progress.refused(line, refused.getMessage());
        }
        return () -> progress.kept(new ProductImport.Kept(row.productSku(), false, !known));
    }

    @Override
    public UpsertProduct.Result upsert(Caller caller, UpsertProductCommand command) {
        caller.require(UpsertProduct.PERMISSION);
        List<FieldError> violations = checks.violations(command);
        return transactions.forTenant(caller.tenant(), () -> {
            ProductDraft draft = ProductDraft.of(command, violations, currency(caller));
            Place place = place(draft.sku(), draft.skus());
            place.taken().ifPresent(taken -> {
                throw new Conflict(CatalogError.DUPLICATE_SKU, taken);
            });
            Optional<Versioned<Product>> found = place.product();
            if (found.isEmpty()) {
                Product created = withStatus(draft.created(caller.tenant(), ids, now()), command.status());
                if (products.insert(created)) {
                    return result(new Versioned<>(created, 1), draft, Optional.empty());
                }
            }
            // Where it was made in this moment, it is there now.
            Versioned<Product> read =
                    found.or(() -> products.findBySku(draft.sku())).orElseThrow();
            Product next = withStatus(applied(draft, read.value()), command.status());
            if (read.value().active() && !next.active()) {
                requireNotWanted(CatalogError.PRODUCT_HAS_ACTIVE_ORDERS, next, next.variants());
            }
            return result(written(read, next), draft, Optional.of(read.value()));
        });
    }

    private Product applied(ProductDraft draft, Product product) {
        FieldErrors errors = new FieldErrors();
        Optional<Product> applied = errors.at("variants", () -> draft.appliedTo(product, ids, now()));
        errors.throwIfAny();
        return applied.orElseThrow();
    }

    private Product withStatus(Product product, UpsertProductCommand.@Nullable Status status) {
        if (status == null) {
            return product;
        }
        return status == UpsertProductCommand.Status.ACTIVE ? product.reactivated(now()) : product.discontinued(now());
    }

    private static UpsertProduct.Result result(Versioned<Product> now, ProductDraft draft, Optional<Product> before) {
        return new UpsertProduct.Result(
                now,
                before.isEmpty(),
                draft.skus().stream()
                        .map(sku -> new VariantResult(
                                sku, before.flatMap(was -> was.variant(sku)).isEmpty()))
                        .toList());
    }

    /** Where a product is to be kept: in the place of the one there is, if any, unless another has one of its variants. */
    private Place place(Sku productSku, List<Sku> variantSkus) {
        Optional<Versioned<Product>> found = products.findBySku(productSku);
        Optional<String> taken = takenByOthers(variantSkus, found);
        if (found.isEmpty() && taken.isPresent()) {
            // Perhaps by this very product, which somebody made in between.
            found = products.findBySku(productSku);
            taken = takenByOthers(variantSkus, found);
        }
        return new Place(found, taken);
    }

    private record Place(Optional<Versioned<Product>> product, Optional<String> taken) {}

    /** Says which of the variant SKUs belong to another product than this, or than a new one. */
    private Optional<String> takenByOthers(List<Sku> variantSkus, Optional<Versioned<Product>> product) {
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

    @Override
    public Versioned<Product> one(Caller caller, ProductRef product) {
        caller.require(FindProducts.PERMISSION);
        return transactions.forTenant(caller.tenant(), () -> looked(product).orElseThrow(product::notFound));
    }

    private Optional<Versioned<Product>> looked(ProductRef product) {
        if (product instanceof ProductRef.ById named) {
            return wellFormed(named.id(), ProductId::new).flatMap(products::look);
        }
        if (product instanceof ProductRef.BySku named) {
            return wellFormed(named.sku(), Sku::new).flatMap(products::look);
        }
        return found(product);
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

    @Override
    public Versioned<Product> discontinue(Caller caller, ProductRef product, boolean force) {
        caller.require(DiscontinueProduct.PERMISSION);
        return transactions.forTenant(caller.tenant(), () -> {
            Versioned<Product> read = held(product);
            Product discontinued = read.value().discontinued(now());
            if (!force && !discontinued.equals(read.value())) {
                requireNotWanted(
                        CatalogError.PRODUCT_HAS_ACTIVE_ORDERS,
                        discontinued,
                        read.value().variants());
            }
            return written(read, discontinued);
        });
    }

    @Override
    public Versioned<Product> change(Caller caller, ProductRef.OfVariant named, boolean active, boolean force) {
        caller.require(ChangeVariantStatus.PERMISSION);
        return transactions.forTenant(caller.tenant(), () -> {
            Versioned<Product> read = held(named);
            Variant variant = named.in(read.value()).orElseThrow(named::notFound);
            if (variant.active() == active) {
                return read;
            }
            if (!active && !force) {
                requireNotWanted(CatalogError.VARIANT_IN_USE, read.value(), List.of(variant));
            }
            Instant now = now();
            return written(read, read.value().with(variant.activated(active, now), now));
        });
    }

    private void requireNotWanted(CatalogError error, Product product, List<Variant> variants) {
        List<String> wanted = openOrders.of(variants.stream().map(Variant::sku).toList()).stream()
                .map(Sku::value)
                .sorted()
                .toList();
        if (!wanted.isEmpty()) {
            throw new RuleViolated(
                    error,
                    "orders that are pending, confirmed or partial have %s of product %s"
                            .formatted(String.join(", ", wanted), product.sku()),
                    Map.of("skus", wanted));
        }
    }

    @Override
    public void require(Caller caller, ProductRef product, VersionCondition condition) {
        caller.require(RequireProductVersion.PERMISSION);
        transactions.forTenant(caller.tenant(), () -> {
            Optional<Versioned<Product>> found = found(product);
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

    private Versioned<Product> held(ProductRef product) {
        return found(product).orElseThrow(product::notFound);
    }

    private Optional<Versioned<Product>> found(ProductRef product) {
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

    /** The product as changed, written if it was. */
    private Versioned<Product> written(Versioned<Product> read, Product changed) {
        if (changed.equals(read.value())) {
            return read;
        }
        products.update(read.with(changed));
        return new Versioned<>(changed, read.version() + 1);
    }

    private Currency currency(Caller caller) {
        return transactions.forTenant(
                caller.tenant(), () -> currentSettings.of(caller).currency());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> Optional<T> wellFormed(String text, Function<String, T> name) {
        try {
            return Optional.of(name.apply(text));
        } catch (InvalidValue malformed) {
            return Optional.empty();
        }
    }
}
