package dev.tenure.application.catalog.load;

import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.domain.catalog.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the rows that an import saved and lists those it skipped. */
final class LoadReport {

    private final Set<Sku> productsSeen = new HashSet<>();
    private final List<ImportProducts.RowError> errors = new ArrayList<>();
    private int rows;
    private int productsCreated;
    private int productsUpdated;
    private int variantsCreated;
    private int variantsUpdated;

    boolean isFull() {
        return rows >= ImportProducts.MAX_ROWS;
    }

    void nextRow() {
        rows++;
    }

    /** The current row was saved. */
    void stored(Sku product, boolean newProduct, boolean newVariant) {
        if (productsSeen.add(product)) {
            if (newProduct) {
                productsCreated++;
            } else {
                productsUpdated++;
            }
        }
        if (newVariant) {
            variantsCreated++;
        } else {
            variantsUpdated++;
        }
    }

    /** The current row was skipped. */
    void refused(@Nullable String variantSku, @Nullable String why) {
        errors.add(new ImportProducts.RowError(rows, variantSku, why == null ? "refused" : why));
    }

    /** The next row and all after it were skipped. */
    void refusedTheRest(@Nullable String why) {
        nextRow();
        refused(null, why + "; this row and those after it were left out");
    }

    ImportProducts.Result result() {
        return new ImportProducts.Result(
                rows, productsCreated, productsUpdated, variantsCreated, variantsUpdated, errors);
    }
}
