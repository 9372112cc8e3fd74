package dev.tenure.application.catalog;

import dev.tenure.application.catalog.ProductImport.Row;
import dev.tenure.application.catalog.in.ChangeVariantStatus;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.out.CsvRows;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Loads, lists and changes the catalog. */
public final class CatalogService implements ImportProducts, FindProducts, ChangeVariantStatus {

    private final ProductRepository products;
    private final TenantRepository tenants;
    private final Transactions transactions;
    private final CsvRows csvRows;
    private final Cursors cursors;
    private final IdGenerator ids;
    private final Clock clock;

    public CatalogService(
            ProductRepository products,
            TenantRepository tenants,
            Transactions transactions,
            CsvRows csvRows,
            Cursors cursors,
            IdGenerator ids,
            Clock clock) {
        this.products = products;
        this.tenants = tenants;
        this.transactions = transactions;
        this.csvRows = csvRows;
        this.cursors = cursors;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Result importCsv(Caller caller, Reader csv) {
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
    // read.
    private void importRow(Caller caller, ProductImport progress, List<String> line, Currency currency) {
        progress.nextRow();
        try {
            Row row = progress.row(line, currency);
            // Counted when it is kept for good: a transaction that lost to another runs its work again.
            progress.kept(transactions.forTenant(caller.tenant(), () -> keep(caller.tenant(), row)));
        } catch (InvalidValue | Conflict refused) {
            progress.refused(line, refused.getMessage());
        }
    }

    private ProductImport.Kept keep(TenantId tenant, Row row) {
        Instant now = now();
        Optional<Versioned<Product>> found = products.findBySku(row.productSku());
        Optional<Variant> known = found.flatMap(read -> read.value().variant(row.variantSku()));
        Variant variant = row.variant(
                known.map(Variant::id).orElseGet(() -> new VariantId(ids.next("var"))),
                known.map(Variant::active).orElse(true));
        if (found.isPresent()) {
            Versioned<Product> read = found.get();
            Product described = read.value()
                    .described(row.productName(), row.specification(), row.category(), row.brand(), now)
                    .with(variant, now);
            products.update(read.with(described));
        } else {
            products.insert(row.product(tenant, new ProductId(ids.next("prod")), variant, now));
        }
        return new ProductImport.Kept(row.productSku(), found.isEmpty(), known.isEmpty());
    }

    @Override
    public Page<Product> list(Caller caller, Filter filter, PageRequest page) {
        Object query = List.of("products", caller.tenant(), filter);
        Position after = cursors.position(page, query);
        return transactions.forTenant(
                caller.tenant(), () -> cursors.page(products.list(filter, page.limit(), after), page.limit(), query));
    }

    @Override
    public Product change(Caller caller, String variantSku, boolean active) {
        return transactions.forTenant(caller.tenant(), () -> {
            Versioned<Product> read = sku(variantSku)
                    .flatMap(products::findByVariant)
                    .orElseThrow(() -> new NotFound("variant", variantSku));
            Variant variant = read.value().variant(new Sku(variantSku)).orElseThrow();
            if (variant.active() == active) {
                return read.value();
            }
            Product changed = read.value().with(variant.activated(active), now());
            products.update(read.with(changed));
            return changed;
        });
    }

    private Currency currency(Caller caller) {
        return transactions.forTenant(caller.tenant(), () -> tenants.find(caller.tenant())
                .orElseThrow(() -> new NotFound("tenant", caller.tenant().value()))
                .value()
                .settings()
                .currency());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<Sku> sku(String text) {
        try {
            return Optional.of(new Sku(text));
        } catch (InvalidValue malformed) {
            return Optional.empty();
        }
    }
}
