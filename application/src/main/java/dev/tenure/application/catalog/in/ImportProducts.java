package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.Permission;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the catalog from CSV. One row is one variant; the product is found by its SKU or made, the variant too. The header has the
 * columns {@code Product Name, Product SKU, Category, Brand, Specification, Grade, Color, Variant SKU, List Price, Acquisition Cost,
 * 6mo_Price, 12mo_Price, 24mo_Price, 36mo_Price}; grade (default A), colour and the prices may be empty, and a row needs at least
 * one price. An empty price takes the tier of that length away. What the file has no column for stays as it is: description, pictures,
 * condition, a variant's own name, set-up fees, discounts, and tiers of other lengths.
 *
 * <p>A bad row is reported and left out, the others are kept; so is what comes after {@value #MAX_ROWS} rows. The file is read as a
 * stream.
 */
@FunctionalInterface
public interface ImportProducts {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    int MAX_ROWS = 10_000;

    /** @throws InvalidCommand {@code VALIDATION_ERROR} when the header is not the documented one; nothing was kept */
    Result importCsv(Caller caller, Reader csv);

    /** What came of it. Row 1 is the first after the header. */
    record Result(
            int totalRows,
            int productsCreated,
            int productsUpdated,
            int variantsCreated,
            int variantsUpdated,
            List<RowError> errors) {

        public Result {
            errors = List.copyOf(errors);
        }
    }

    /** A row that was left out, and why. */
    record RowError(int row, @Nullable String sku, String error) {}
}
