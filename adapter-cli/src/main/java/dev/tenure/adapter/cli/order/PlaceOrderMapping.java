package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Json;
import dev.tenure.adapter.cli.shared.JsonFields;
import dev.tenure.application.order.in.AddressInput;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.CustomerInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ExtensionDetailsInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.order.in.PlaceOrderCommand.UpgradeDetailsInput;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.OrderType;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/orders} as a command. */
public final class PlaceOrderMapping {

    private PlaceOrderMapping() {}

    /** @throws InvalidCommand {@code VALIDATION_ERROR} naming every field of the wrong type */
    static PlaceOrderCommand command(byte[] body) {
        JsonFields order = JsonFields.of(Json.parse(body));
        PlaceOrderCommand command = command(order);
        order.throwIfAny();
        return command;
    }

    /** The command, as far as these fields could be read. */
    public static PlaceOrderCommand command(JsonFields order) {
        return new PlaceOrderCommand(
                order.word("orderType", OrderType.values()),
                order.object("extensionDetails", PlaceOrderMapping::extension),
                order.object("upgradeDetails", PlaceOrderMapping::upgrade),
                unchecked(order.object("customer", PlaceOrderMapping::customer)),
                order.free("customFields"),
                unchecked(order.object("billingAddress", PlaceOrderMapping::address)),
                order.object("shippingAddress", PlaceOrderMapping::address),
                unchecked(order.objects("items", PlaceOrderMapping::item)),
                order.text("notes"),
                order.word("paymentTerms", PaymentTerms.values()),
                order.text("billingGroupId"),
                Boolean.TRUE.equals(order.truth("confirm")));
    }

    private static CustomerInput customer(JsonFields customer) {
        return new CustomerInput(
                unchecked(customer.text("email")),
                unchecked(customer.text("firstName")),
                unchecked(customer.text("lastName")),
                customer.text("company"),
                customer.text("phone"),
                customer.word("customerType", CustomerType.values()));
    }

    private static AddressInput address(JsonFields address) {
        return new AddressInput(
                unchecked(address.text("contactName")),
                address.text("company"),
                address.text("buildingInfo"),
                unchecked(address.text("streetAddress")),
                address.text("locality"),
                unchecked(address.text("city")),
                address.text("adminArea"),
                address.text("postalCode"),
                unchecked(address.text("country")));
    }

    static ItemInput item(JsonFields item) {
        return new ItemInput(
                unchecked(item.text("sku")),
                unchecked(item.integer("quantity")),
                item.integer("contractLength"),
                item.decimal("listPriceOverride"),
                item.decimal("acquisitionCostOverride"));
    }

    private static ExtensionDetailsInput extension(JsonFields details) {
        return new ExtensionDetailsInput(
                unchecked(details.text("originalOrderId")),
                unchecked(details.integer("extensionMonths")),
                unchecked(details.text("previousEndDate")),
                unchecked(details.text("newEndDate")),
                details.text("reason"));
    }

    private static UpgradeDetailsInput upgrade(JsonFields details) {
        return new UpgradeDetailsInput(
                unchecked(details.text("previousDevice")),
                unchecked(details.text("previousSerialNumber")),
                unchecked(details.decimal("previousMonthlyAmount")),
                unchecked(details.text("previousRentalId")),
                details.text("upgradeReason"));
    }

    /** The value, missing or not: what is missing is for the use case to complain about, together with everything else. */
    @SuppressWarnings("NullAway")
    public static <T> T unchecked(@Nullable T value) {
        return value;
    }
}
