package dev.tenure.adapter.cli.catalog;

import dev.tenure.adapter.cli.shared.Details;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.shared.Money;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Products and variants as a terminal shows them. */
final class ProductPage {

    private ProductPage() {}

    /** The whole product: a line for each price of each variant. */
    static String page(Product product, ZoneId zone) {
        Details details = new Details()
                .with("Product", product.sku())
                .with("", product.id())
                .with("Status", product.active() ? "active" : "discontinued")
                .with("Name", product.name())
                .with("Brand", product.brand())
                .with("Category", product.category())
                .with("Specification", product.specification())
                .with("Description", product.description())
                .with(
                        "Images",
                        product.images().isEmpty()
                                ? null
                                : product.images().stream().map(ImageUrl::value).collect(Collectors.joining("\n")))
                .with("Created", Spelling.minute(product.createdAt(), zone))
                .with("Updated", Spelling.minute(product.updatedAt(), zone));
        Table prices = new Table(
                Table.column("VARIANT SKU"),
                Table.column("GRADE"),
                Table.column("STATUS"),
                Table.number("MONTHS"),
                Table.number("A MONTH"),
                Table.number("SET-UP FEE"),
                Table.elastic("DISCOUNT"));
        List<List<String>> rows = new ArrayList<>();
        product.variants().forEach(variant -> rows.addAll(rows(variant)));
        return details + (rows.isEmpty() ? "" : "\n" + prices.rows(rows));
    }

    private static List<List<String>> rows(Variant variant) {
        List<List<String>> rows = new ArrayList<>();
        for (PricingTier tier : variant.tiers()) {
            boolean first = rows.isEmpty();
            rows.add(List.of(
                    first ? variant.sku().value() : "",
                    first ? variant.grade().name() : "",
                    first ? status(variant) : "",
                    String.valueOf(tier.contractLength()),
                    Spelling.amount(tier.monthlyPrice()),
                    amount(tier.setupFee()),
                    discount(tier.discount())));
        }
        return rows.isEmpty()
                ? List.of(List.of(variant.sku().value(), variant.grade().name(), status(variant), "-", "-", "-", "-"))
                : rows;
    }

    private static String discount(@Nullable Discount discount) {
        if (discount == null) {
            return "-";
        }
        String value = discount.value().toPlainString() + (discount.type() == Discount.Type.PERCENTAGE ? " %" : "");
        return discount.description() == null ? value : value + ", " + discount.description();
    }

    /** The columns of a list of variants. */
    static Table variants() {
        return new Table(
                Table.column("VARIANT SKU"),
                Table.elastic("VARIANT"),
                Table.column("PRODUCT SKU"),
                Table.column("GRADE"),
                Table.column("STATUS"),
                Table.number("LIST PRICE"),
                Table.number("FROM A MONTH"));
    }

    static List<String> row(ListedVariant listed) {
        Variant variant = listed.variant();
        return List.of(
                variant.sku().value(),
                variant.name(),
                listed.productSku().value(),
                variant.grade().name(),
                status(variant),
                amount(variant.listPrice()),
                amount(variant.tiers().stream()
                        .map(PricingTier::monthlyPrice)
                        .min(Money::compareTo)
                        .orElse(null)));
    }

    private static String status(Variant variant) {
        return variant.active() ? "active" : "inactive";
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "-" : Spelling.amount(money);
    }
}
