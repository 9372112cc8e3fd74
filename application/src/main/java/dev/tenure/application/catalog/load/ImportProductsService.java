package dev.tenure.application.catalog.load;

import dev.tenure.application.catalog.ProductsBySku;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.out.CsvRows;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import java.io.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Imports a CSV file row by row. */
public final class ImportProductsService implements ImportProducts {

    private final ProductRepository products;
    private final ProductsBySku productsBySku;
    private final CurrentSettings currentSettings;
    private final Transactions transactions;
    private final CsvRows csvRows;
    private final IdGenerator ids;
    private final Clock clock;

    public ImportProductsService(
            ProductRepository products,
            TenantRepository tenants,
            Transactions transactions,
            CsvRows csvRows,
            IdGenerator ids,
            Clock clock) {
        this.products = products;
        this.productsBySku = new ProductsBySku(products);
        this.currentSettings = new CurrentSettings(tenants);
        this.transactions = transactions;
        this.csvRows = csvRows;
        this.ids = ids;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    @Override
    public Result importCsv(Caller caller, Reader csv) {
        caller.require(ImportProducts.PERMISSION);
        Currency currency = transactions.forTenant(
                caller.tenant(), () -> currentSettings.of(caller).currency());
        try (Stream<List<String>> rows = csvRows.read(csv)) {
            Iterator<List<String>> lines = rows.iterator();
            ProductColumns columns = new ProductColumns(lines.hasNext() ? lines.next() : List.of());
            LoadReport report = new LoadReport();
            try {
                while (lines.hasNext()) {
                    List<String> line = lines.next();
                    requireRoom(report);
                    load(caller.tenant(), line, columns, currency, report);
                }
            } catch (InvalidValue unreadable) {
                report.refusedTheRest(unreadable.getMessage());
            }
            return report.result();
        }
    }

    private static void requireRoom(LoadReport report) {
        if (report.isFull()) {
            throw new InvalidValue(SharedError.VALIDATION_ERROR, "a file has at most %d rows".formatted(MAX_ROWS));
        }
    }

    // Each row has its own transaction: a refused row does not affect others, and no lock is held while reading. A dry
    // run is one transaction, which a failure would end, so a refusal is a return value.
    private void load(
            TenantId tenant, List<String> line, ProductColumns columns, Currency currency, LoadReport report) {
        report.nextRow();
        try {
            ProductRow row = columns.row(line, currency);
            // Counts after the commit, because a transaction that lost a conflict runs its work again.
            transactions.forTenant(tenant, () -> store(tenant, row, report)).run();
        } catch (InvalidValue | Conflict refused) {
            report.refused(columns.variantSku(line), refused.getMessage());
        }
    }

    private Runnable store(TenantId tenant, ProductRow row, LoadReport report) {
        ProductsBySku.Found found = productsBySku.find(row.productSku(), List.of(row.variantSku()));
        if (found.taken().isPresent()) {
            return () -> report.refused(row.variantSku().value(), found.taken().get());
        }
        if (found.product().isEmpty() && products.insert(row.created(tenant, ids, now()))) {
            return () -> report.stored(row.productSku(), true, true);
        }
        Versioned<Product> read =
                found.product().or(() -> products.findBySku(row.productSku())).orElseThrow();
        boolean newVariant = read.value().variant(row.variantSku()).isEmpty();
        try {
            products.updateIfChanged(read, row.appliedTo(read.value(), ids, now()));
        } catch (InvalidValue refused) {
            return () -> report.refused(row.variantSku().value(), refused.getMessage());
        }
        return () -> report.stored(row.productSku(), false, newVariant);
    }

    private Instant now() {
        return clock.instant();
    }
}
