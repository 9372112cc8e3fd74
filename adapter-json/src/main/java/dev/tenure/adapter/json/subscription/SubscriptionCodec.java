package dev.tenure.adapter.json.subscription;

import static dev.tenure.adapter.json.shared.CommandReader.checkedLater;

import dev.tenure.adapter.json.catalog.VariantSnapshotCodec;
import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.subscription.Subscription;
import java.util.Locale;

/** The JSON of subscriptions, and the body and query of their requests. */
public final class SubscriptionCodec {

    // A manual amount was given with the order; the rental calls that source differently.
    private static final String GIVEN_ON_THE_ORDER = "order_override";

    private SubscriptionCodec() {}

    /** {@code orderItemIndex} and {@code serialNumber} are other names that the reference uses in its examples. */
    public static CreateSubscriptionCommand command(JsonFields unit) {
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

    /** The response to a change of a subscription. */
    public static JsonObject changed(String message, Subscription rental) {
        return new JsonObject()
                .flag("success", true)
                .text("message", message)
                .text("rentalId", rental.id().value())
                .object("rental", rental(rental));
    }

    public static JsonObject rental(Subscription rental) {
        JsonObject object = new JsonObject()
                .text("rentalId", rental.id().value())
                .text("tenantId", rental.tenantId().value())
                .text("assetSerialNumber", rental.serialNumber().value())
                .text("customerId", rental.customerId().value());
        return VariantSnapshotCodec.write(rental.variant(), object)
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
