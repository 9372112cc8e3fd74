package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.Permission;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports the catalog from CSV. One row is one variant; product and variant are found by SKU or created. The header has
 * the columns {@code Product Name, Product SKU, Category, Brand, Specification, Grade, Color, Variant SKU, List Price,
 * Acquisition Cost, 6mo_Price, 12mo_Price, 24mo_Price, 36mo_Price}; grade (default A), colour and prices may be empty,
 * but a row needs at least one price. An empty price removes the tier of that length. Values without a column do not
 * change: description, images, condition, a variant's own name, set-up fees, discounts, and tiers of other lengths.
 *
 * <p>A refused row is reported and skipped, the others are saved; rows after the first {@value #MAX_ROWS} are skipped,
 * too. The file is read as a stream.
 */
@FunctionalInterface
public interface ImportProducts {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    int MAX_ROWS = 10_000;

    /** @throws InvalidCommand {@code VALIDATION_ERROR} when the header is not the documented one; nothing was saved */
    Result importCsv(Caller caller, Reader csv);

    /** The result. Row 1 is the first after the header. */
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

    /** A skipped row, and why. */
    record RowError(int row, @Nullable String sku, String error) {}
}
