package dev.tenure.application.order;

import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.Validated;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.order.ItemEdit;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.ItemPrice;
import dev.tenure.domain.pricing.Pricing;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.ContractLengths;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes items from a client's lines, with the current catalog. */
public record LinePricing(Map<Sku, Offer> offers, ContractLengths lengths, Currency currency) {

    /** The path of an error in this line of a command. */
    public static String path(int line) {
        return "items[" + line + "]";
    }

    /** The SKUs of these lines; omits a malformed one, which is reported when the line is read. */
    public static List<Sku> skus(List<ItemInput> lines) {
        FieldErrors reportedLater = new FieldErrors();
        return lines.stream()
                .flatMap(line -> reportedLater.at("", () -> new Sku(line.sku())).optional().stream())
                .distinct()
                .toList();
    }

    /**
     * The line as a value of the model. An invalid override is reported and omitted, so that the other fields are
     * checked, too.
     */
    public static Validated<ItemEdit> line(String path, ItemInput input, Currency currency, FieldErrors errors) {
        Validated<Sku> sku = errors.at(path + ".sku", () -> new Sku(input.sku()));
        Validated<@Nullable Money> listPrice =
                errors.at(path + ".listPriceOverride", () -> money(input.listPriceOverride(), currency));
        Validated<@Nullable Money> cost =
                errors.at(path + ".acquisitionCostOverride", () -> money(input.acquisitionCostOverride(), currency));
        Validated<CostOverrides> overrides = errors.at(
                path,
                () -> new CostOverrides(
                        listPrice.optional().orElse(null), cost.optional().orElse(null)));
        return errors.at(
                path,
                () -> new ItemEdit(
                        sku.get(), input.quantity(), input.contractLength(), overrides.orElse(CostOverrides.NONE)));
    }

    /** The item of the line at this path. */
    public Validated<OrderItem> item(String path, int number, Validated<ItemEdit> line, FieldErrors errors) {
        Validated<Offer> offer =
                errors.at(path + ".sku", () -> offer(line.get().sku()).requireOrderable());
        return item(path, number, line, offer, null, errors);
    }

    /**
     * As {@link #item} for what was ordered elsewhere: the variant need not be orderable any more.
     *
     * @param soldAt the price of a unit there; the catalog's, if null
     */
    public Validated<OrderItem> imported(
            String path, int number, Validated<ItemEdit> line, @Nullable BigDecimal soldAt, FieldErrors errors) {
        Validated<Offer> offer = errors.at(path + ".sku", () -> offer(line.get().sku()));
        return item(path, number, line, offer, soldAt, errors);
    }

    private Validated<OrderItem> item(
            String path,
            int number,
            Validated<ItemEdit> line,
            Validated<Offer> offer,
            @Nullable BigDecimal soldAt,
            FieldErrors errors) {
        Validated<Integer> months = errors.at(
                path + ".contractLength",
                () -> months(line.get().contractLength(), offer.get().variant(), soldAt));
        return errors.at(
                path,
                () -> OrderItem.of(
                        number,
                        offer.get(),
                        line.get().quantity(),
                        months.get(),
                        price(line.get(), offer.get().variant(), months.get(), soldAt)));
    }

    private int months(@Nullable Integer given, Variant variant, @Nullable BigDecimal soldAt) {
        return soldAt == null
                ? Pricing.contractLength(given, variant, lengths)
                : Pricing.importedLength(given, variant, lengths);
    }

    private ItemPrice price(ItemEdit line, Variant variant, int months, @Nullable BigDecimal soldAt) {
        return soldAt == null
                ? Pricing.price(variant, months, line.overrides(), currency)
                : Pricing.imported(variant, new Money(soldAt, currency), line.overrides());
    }

    private Offer offer(Sku sku) {
        Offer offer = offers.get(sku);
        if (offer == null) {
            throw new InvalidValue(CatalogError.VARIANT_NOT_FOUND, "no variant has the SKU " + sku);
        }
        return offer;
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, Currency currency) {
        return amount == null ? null : new Money(amount, currency);
    }
}
