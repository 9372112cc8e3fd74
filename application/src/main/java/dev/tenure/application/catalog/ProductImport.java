package dev.tenure.application.catalog;

import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run of a catalog import: the columns of this file, what was kept, what was left out. */
final class ProductImport {

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

    private static final Map<String, Integer> PRICE_COLUMNS =
            new TreeMap<>(Map.of("6mo_price", 6, "12mo_price", 12, "24mo_price", 24, "36mo_price", 36));

    private static final int LONGEST_NUMBER = 30;

    private final Map<String, Integer> columns = new TreeMap<>();
    private final Set<Sku> productsSeen = new HashSet<>();
    private final List<ImportProducts.RowError> errors = new ArrayList<>();
    private int rows;
    private int productsCreated;
    private int productsUpdated;
    private int variantsCreated;
    private int variantsUpdated;

    /** @throws InvalidCommand {@code VALIDATION_ERROR} when a documented column is missing */
    ProductImport(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        List<String> missing = new ArrayList<>(REQUIRED_COLUMNS);
        missing.addAll(PRICE_COLUMNS.keySet());
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

    boolean isFull() {
        return rows >= ImportProducts.MAX_ROWS;
    }

    void nextRow() {
        rows++;
    }

    void kept(Kept kept) {
        if (productsSeen.add(kept.productSku())) {
            if (kept.newProduct()) {
                productsCreated++;
            } else {
                productsUpdated++;
            }
        }
        if (kept.newVariant()) {
            variantsCreated++;
        } else {
            variantsUpdated++;
        }
    }

    /** Notes a row that was left out. */
    void refused(List<String> line, @Nullable String why) {
        String sku = cell(line, "variant sku");
        errors.add(new ImportProducts.RowError(rows, sku.isEmpty() ? null : sku, why == null ? "refused" : why));
    }

    /** Leaves out this row and what would follow it. */
    void refuseTheRest(@Nullable String why) {
        nextRow();
        refused(List.of(), why + "; this row and those after it were left out");
    }

    ImportProducts.Result result() {
        return new ImportProducts.Result(
                rows, productsCreated, productsUpdated, variantsCreated, variantsUpdated, errors);
    }

    /** @throws InvalidValue when a cell is missing or unusable; the message names the column */
    Row row(List<String> line, Currency currency) {
        Sku variantSku = new Sku(Text.required("Variant SKU", cell(line, "variant sku"), Text.LINE));
        List<PricingTier> tiers = new ArrayList<>();
        PRICE_COLUMNS.forEach((column, months) -> {
            Money price = money(line, column, currency);
            if (price != null) {
                tiers.add(PricingTier.of(months, price));
            }
        });
        if (tiers.isEmpty()) {
            throw new InvalidValue(CatalogError.INVALID_PRICING, "at least one of the price columns must be filled");
        }
        return new Row(
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
            // Falls through to the one refusal.
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

    /** What keeping a row changed. */
    record Kept(Sku productSku, boolean newProduct, boolean newVariant) {}

    /** A row that can be kept. */
    record Row(
            Sku productSku,
            String productName,
            String specification,
            String category,
            String brand,
            Sku variantSku,
            Grade grade,
            @Nullable String color,
            Money listPrice,
            Money acquisitionCost,
            List<PricingTier> tiers) {

        Product created(TenantId tenant, IdGenerator ids, Instant now) {
            return new Product(
                    tenant,
                    new ProductId(ids.next("prod")),
                    productSku,
                    productName,
                    specification,
                    category,
                    brand,
                    null,
                    List.of(),
                    List.of(variant(ids, now)),
                    true,
                    now,
                    now);
        }

        /** The product with the row in it; what the file has no column for stays. Untouched, where nothing is different. */
        Product appliedTo(Product product, IdGenerator ids, Instant now) {
            Variant variant = product.variant(variantSku)
                    .map(known -> appliedTo(product, known, now))
                    .orElseGet(() -> variant(ids, now));
            Product next = product.described(productName, specification, category, brand, product.updatedAt());
            for (Variant other : product.variants()) {
                next = next.with(renamed(product, other, now), product.updatedAt());
            }
            next = next.with(variant, product.updatedAt());
            return next.equals(product) ? product : next.touched(now);
        }

        // A variant that is called like its product and colour goes on being called so.
        private Variant renamed(Product product, Variant known, Instant now) {
            return known.name().equals(named(product.name(), known.colorName()))
                    ? known.named(named(productName, known.colorName()), now)
                    : known;
        }

        private Variant variant(IdGenerator ids, Instant now) {
            return new Variant(
                    new VariantId(ids.next("var")),
                    variantSku,
                    named(productName, color),
                    grade,
                    null,
                    color,
                    List.of(),
                    listPrice,
                    acquisitionCost,
                    tiers,
                    true,
                    now,
                    now);
        }

        private Variant appliedTo(Product product, Variant known, Instant now) {
            boolean calledLikeProduct = known.name().equals(named(product.name(), known.colorName()));
            Variant next = new Variant(
                    known.id(),
                    known.sku(),
                    calledLikeProduct ? named(productName, color) : known.name(),
                    grade,
                    known.condition(),
                    color,
                    known.images(),
                    listPrice,
                    acquisitionCost,
                    tiersAfter(known),
                    known.active(),
                    known.createdAt(),
                    known.updatedAt());
            return next.equals(known) ? known : next.touched(now);
        }

        // A column is the price of its length; set-up fees, discounts and other lengths have none.
        private List<PricingTier> tiersAfter(Variant known) {
            List<PricingTier> after = new ArrayList<>();
            for (PricingTier tier : known.tiers()) {
                if (!PRICE_COLUMNS.containsValue(tier.contractLength())) {
                    after.add(tier);
                }
            }
            for (PricingTier tier : tiers) {
                after.add(known.tier(tier.contractLength())
                        .map(was -> was.costing(tier.monthlyPrice()))
                        .orElse(tier));
            }
            return after;
        }

        private static String named(String productName, @Nullable String color) {
            return cut(color == null ? productName : productName + " " + color);
        }

        // Never inside a surrogate pair: half a character is no text.
        private static String cut(String name) {
            if (name.length() <= Text.LINE) {
                return name;
            }
            return name.substring(0, Character.isHighSurrogate(name.charAt(Text.LINE - 1)) ? Text.LINE - 1 : Text.LINE);
        }
    }
}
