package dev.tenure.adapter.rest.subscription;

import static dev.tenure.adapter.rest.shared.CommandReading.checkedLater;

import dev.tenure.adapter.rest.shared.JsonFields;
import dev.tenure.adapter.rest.shared.JsonObject;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionStatus;
import java.util.Locale;

/** Subscriptions as the wire shows them, and the body and query that ask for them. */
final class SubscriptionMapping {

    // An amount given by hand was given on the order, and a rental has a word for that.
    private static final String GIVEN_ON_THE_ORDER = "order_override";

    private SubscriptionMapping() {}

    /** {@code orderItemIndex} and {@code serialNumber} are other spellings that the reference uses in its examples. */
    static CreateSubscriptionCommand command(JsonFields unit) {
        return new CreateSubscriptionCommand(
                checkedLater(unit.text("orderId")),
                checkedLater(unit.text(unit.has("assetSerialNumber") ? "assetSerialNumber" : spelling(unit))),
                unit.text("customerId"),
                unit.integer(unit.has("itemIndex") ? "itemIndex" : "orderItemIndex"),
                unit.text("sku"),
                unit.date("startDate"),
                unit.integer("contractLength"),
                unit.text("billingGroupId"),
                unit.text("notes"));
    }

    private static String spelling(JsonFields unit) {
        return unit.has("serialNumber") ? "serialNumber" : "assetSerialNumber";
    }

    static FindSubscriptions.Filter filter(QueryParameters parameters) {
        return new FindSubscriptions.Filter(
                parameters.oneOf("status", SubscriptionStatus.class),
                parameters.text("customerId"),
                parameters.text("orderId"),
                parameters.text("serialNumber"));
    }

    static JsonObject rental(Subscription rental) {
        return new JsonObject()
                .text("rentalId", rental.id().value())
                .text("tenantId", rental.tenantId().value())
                .text("assetSerialNumber", rental.serialNumber().value())
                .text("customerId", rental.customerId().value())
                .text("productId", rental.productId().value())
                .text("variantId", rental.variantId().value())
                .text("sku", rental.sku().value())
                .text("productName", rental.productName())
                .text(
                        "productImageUrl",
                        rental.imageUrl() == null ? null : rental.imageUrl().toString())
                .money("monthlyAmount", rental.monthlyAmount())
                .text("currency", rental.monthlyAmount().currency().getCurrencyCode())
                .word("status", rental.status())
                .number("originalContractLength", rental.period().months())
                .number("contractLength", rental.period().months())
                .date("startDate", rental.period().start())
                .date("endDate", rental.period().end())
                .text("orderId", rental.orderId().value())
                .text("billingGroupId", rental.billingGroupId())
                .text("customerEmail", rental.customerEmail())
                .text("customerName", rental.customerName())
                .money("listPrice", rental.listPrice())
                .text(
                        "listPriceSource",
                        rental.listPriceSource() == ListPriceSource.MANUAL
                                ? GIVEN_ON_THE_ORDER
                                : word(rental.listPriceSource()))
                .money("acquisitionCost", rental.acquisitionCost())
                .text(
                        "acquisitionCostSource",
                        rental.acquisitionCostSource() == AcquisitionCostSource.MANUAL
                                ? GIVEN_ON_THE_ORDER
                                : word(rental.acquisitionCostSource()))
                .text("notes", rental.notes())
                .instant("createdAt", rental.createdAt())
                .instant("updatedAt", rental.updatedAt())
                .text("createdBy", rental.createdBy().value());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
