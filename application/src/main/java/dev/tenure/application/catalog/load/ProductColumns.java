package dev.tenure.application.catalog.load;

import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The columns of a catalog file by name; parses lines to rows. */
final class ProductColumns {

    private static final List<String> REQUIRED_COLUMNS = List.of(
            "product name",
            "product sku",
            "category",
            "brand",
            "specification",
            "grade",
            "color",
            "variant sku",
            "list price",
            "acquisition cost");

    /** The contract length, in months, of each price column. */
    static final Map<String, Integer> PRICES =
            new TreeMap<>(Map.of("6mo_price", 6, "12mo_price", 12, "24mo_price", 24, "36mo_price", 36));

    private static final int LONGEST_NUMBER = 30;

    private final Map<String, Integer> columns = new TreeMap<>();

    /** @throws InvalidCommand {@code VALIDATION_ERROR} when a documented column is missing */
    ProductColumns(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        List<String> missing = new ArrayList<>(REQUIRED_COLUMNS);
        missing.addAll(PRICES.keySet());
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw new InvalidCommand(
                    SharedError.VALIDATION_ERROR,
                    List.of(new FieldError(
                            "header",
                            "required",
                            "the first line must name the columns; missing: " + String.join(", ", missing))));
        }
    }

    /** @throws InvalidValue when a cell is missing or invalid; the message names the column */
    ProductRow row(List<String> line, Currency currency) {
        Sku variantSku = new Sku(Text.required("Variant SKU", cell(line, "variant sku"), Text.LINE));
        List<PricingTier> tiers = new ArrayList<>();
        PRICES.forEach((column, months) -> {
            Money price = money(line, column, currency);
            if (price != null) {
                tiers.add(PricingTier.of(months, price));
            }
        });
        if (tiers.isEmpty()) {
            throw new InvalidValue(CatalogError.INVALID_PRICING, "at least one of the price columns must be filled");
        }
        return new ProductRow(
                new Sku(Text.required("Product SKU", cell(line, "product sku"), Text.LINE)),
                Text.required("Product Name", cell(line, "product name"), Text.LINE),
                Text.required("Specification", cell(line, "specification"), Text.NOTES),
                Text.required("Category", cell(line, "category"), Text.LINE),
                Text.required("Brand", cell(line, "brand"), Text.LINE),
                variantSku,
                grade(cell(line, "grade")),
                Text.optional("Color", cell(line, "color"), Text.LINE),
                requiredMoney(line, "list price", currency),
                requiredMoney(line, "acquisition cost", currency),
                tiers);
    }

    /** The text of the variant SKU in the line; null if it is missing. */
    @Nullable
    String variantSku(List<String> line) {
        String sku = cell(line, "variant sku");
        return sku.isEmpty() ? null : sku;
    }

    private String cell(List<String> line, String column) {
        Integer index = columns.get(column);
        return index == null || index >= line.size() ? "" : line.get(index).strip();
    }

    private Money requiredMoney(List<String> line, String column, Currency currency) {
        Money money = money(line, column, currency);
        if (money == null) {
            throw new InvalidValue(SharedError.VALIDATION_ERROR, column + " must not be blank");
        }
        return money;
    }

    private @Nullable Money money(List<String> line, String column, Currency currency) {
        String cell = cell(line, column);
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.length() > LONGEST_NUMBER) {
            throw new InvalidValue(
                    CatalogError.INVALID_PRICING,
                    "%s must be a number of at most %d characters".formatted(column, LONGEST_NUMBER));
        }
        try {
            Money money = new Money(new BigDecimal(cell), currency);
            if (!money.isNegative()) {
                return money;
            }
        } catch (NumberFormatException notANumber) {
            // Throws the exception below.
        } catch (InvalidValue refused) {
            throw new InvalidValue(refused.code(), column + ": " + refused.getMessage());
        }
        throw new InvalidValue(
                CatalogError.INVALID_PRICING,
                "%s must be a number of at least 0 such as 89.00, not %s".formatted(column, cell));
    }

    private static Grade grade(String cell) {
        if (cell.isEmpty()) {
            return Grade.A;
        }
        try {
            return Grade.valueOf(cell.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "grade must be A, B, C, D or E" + (cell.length() > LONGEST_NUMBER ? "" : ", not " + cell));
        }
    }
}
