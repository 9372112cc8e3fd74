package dev.tenure.application.order;

import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.order.ItemEdit;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.Pricing;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.ContractLengths;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes items of the lines that a client writes, by the catalog as it is now. */
record LinePricing(Map<Sku, Offer> offers, ContractLengths lengths, Currency currency) {

    /** The line in the words of the model. An unusable override is noted and left out, so that the rest is still looked at. */
    static Optional<ItemEdit> line(String path, ItemInput input, Currency currency, FieldErrors errors) {
        CostOverrides overrides = overrides(path, input, currency, errors);
        return errors.at(path + ".sku", () -> new Sku(input.sku()))
                .map(sku -> new ItemEdit(sku, input.quantity(), input.contractLength(), overrides));
    }

    /** The item that the line at this path becomes, by the catalog as it is now; nothing when the model refuses it. */
    Optional<OrderItem> item(String path, int number, ItemEdit line, FieldErrors errors) {
        return errors.at(path + ".sku", () -> offer(line.sku()).requireOrderable())
                .flatMap(offer -> byCatalog(path, number, line, offer, errors));
    }

    /**
     * As {@link #item} for what was ordered elsewhere: the variant need not be orderable any more, and the price is that of then, or
     * the catalog's where that is not known.
     */
    Optional<OrderItem> imported(
            String path, int number, ItemEdit line, @Nullable BigDecimal unitPrice, FieldErrors errors) {
        Optional<Offer> offer = errors.at(path + ".sku", () -> offer(line.sku()));
        if (unitPrice == null) {
            return offer.flatMap(known -> byCatalog(path, number, line, known, errors));
        }
        return offer.flatMap(known -> errors.at(
                        path + ".contractLength",
                        () -> Pricing.takenOverLength(line.contractLength(), known.variant(), lengths))
                .flatMap(months -> errors.at(
                        path,
                        () -> OrderItem.of(
                                number,
                                known,
                                line.quantity(),
                                months,
                                Pricing.imported(known.variant(), new Money(unitPrice, currency), line.overrides())))));
    }

    private Optional<OrderItem> byCatalog(String path, int number, ItemEdit line, Offer offer, FieldErrors errors) {
        return errors.at(
                        path + ".contractLength",
                        () -> Pricing.contractLength(line.contractLength(), offer.variant(), lengths))
                .flatMap(months -> errors.at(
                        path,
                        () -> OrderItem.of(
                                number,
                                offer,
                                line.quantity(),
                                months,
                                Pricing.price(offer.variant(), months, line.overrides(), currency))));
    }

    private Offer offer(Sku sku) {
        Offer offer = offers.get(sku);
        if (offer == null) {
            throw new InvalidValue(CatalogError.VARIANT_NOT_FOUND, "no variant has the SKU " + sku);
        }
        return offer;
    }

    private static CostOverrides overrides(String path, ItemInput input, Currency currency, FieldErrors errors) {
        Money listPrice = money(path + ".listPriceOverride", input.listPriceOverride(), currency, errors);
        Money cost = money(path + ".acquisitionCostOverride", input.acquisitionCostOverride(), currency, errors);
        return errors.at(path, () -> new CostOverrides(listPrice, cost)).orElse(CostOverrides.NONE);
    }

    private static @Nullable Money money(
            String path, @Nullable BigDecimal amount, Currency currency, FieldErrors errors) {
        return Optional.ofNullable(amount)
                .flatMap(given -> errors.at(path, () -> new Money(given, currency)))
                .orElse(null);
    }
}
