package dev.tenure.adapter.json.order;

import static dev.tenure.adapter.json.shared.CommandReader.checkedLater;

import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.application.order.in.AddressInput;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.CustomerInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ExtensionDetailsInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.order.in.PlaceOrderCommand.UpgradeDetailsInput;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a new order. */
public final class PlaceOrderCodec {

    private PlaceOrderCodec() {}

    public static PlaceOrderCommand command(JsonFields order) {
        return new PlaceOrderCommand(
                order.oneOf("orderType", OrderType.class),
                extension(order.object("extensionDetails")),
                upgrade(order.object("upgradeDetails")),
                checkedLater(customer(order.object("customer"))),
                order.free("customFields"),
                checkedLater(address(order.object("billingAddress"))),
                address(order.object("shippingAddress")),
                checkedLater(items(order, "items")),
                order.text("notes"),
                order.oneOf("paymentTerms", PaymentTerms.class),
                order.text("billingGroupId"),
                order.flag("confirm"));
    }

    private static @Nullable CustomerInput customer(@Nullable JsonFields customer) {
        return customer == null
                ? null
                : new CustomerInput(
                        checkedLater(customer.text("email")),
                        checkedLater(customer.text("firstName")),
                        checkedLater(customer.text("lastName")),
                        customer.text("company"),
                        customer.text("phone"),
                        customer.oneOf("customerType", CustomerType.class));
    }

    private static @Nullable AddressInput address(@Nullable JsonFields address) {
        return address == null
                ? null
                : new AddressInput(
                        checkedLater(address.text("contactName")),
                        address.text("company"),
                        address.text("buildingInfo"),
                        checkedLater(address.text("streetAddress")),
                        address.text("locality"),
                        checkedLater(address.text("city")),
                        address.text("adminArea"),
                        address.text("postalCode"),
                        checkedLater(address.text("country")));
    }

    public static @Nullable List<ItemInput> items(JsonFields order, String name) {
        List<@Nullable JsonFields> items = order.objects(name, Order.MAX_ITEMS);
        if (items == null) {
            return null;
        }
        List<ItemInput> inputs = new ArrayList<>();
        for (JsonFields item : items) {
            inputs.add(checkedLater(item == null ? null : item(item)));
        }
        return inputs;
    }

    private static ItemInput item(JsonFields item) {
        return new ItemInput(
                checkedLater(item.text("sku")),
                checkedLater(item.integer("quantity")),
                item.integer("contractLength"),
                item.decimal("listPriceOverride"),
                item.decimal("acquisitionCostOverride"));
    }

    private static @Nullable ExtensionDetailsInput extension(@Nullable JsonFields details) {
        return details == null
                ? null
                : new ExtensionDetailsInput(
                        checkedLater(details.text("originalOrderId")),
                        checkedLater(details.integer("extensionMonths")),
                        checkedLater(details.date("previousEndDate")),
                        checkedLater(details.date("newEndDate")),
                        details.text("reason"));
    }

    private static @Nullable UpgradeDetailsInput upgrade(@Nullable JsonFields details) {
        return details == null
                ? null
                : new UpgradeDetailsInput(
                        checkedLater(details.text("previousDevice")),
                        checkedLater(details.text("previousSerialNumber")),
                        checkedLater(details.decimal("previousMonthlyAmount")),
                        checkedLater(details.text("previousRentalId")),
                        details.text("upgradeReason"));
    }
}
