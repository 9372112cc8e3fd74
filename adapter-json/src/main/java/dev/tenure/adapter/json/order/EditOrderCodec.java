package dev.tenure.adapter.json.order;

import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.EditOrderCommand.AddressEdit;
import dev.tenure.application.order.in.EditOrderCommand.CustomerEdit;
import dev.tenure.application.order.in.EditOrderCommand.NewStatus;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import org.jspecify.annotations.Nullable;

/** The body of an edit: absent fields stay, null clears. */
public final class EditOrderCodec {

    private EditOrderCodec() {}

    public static EditOrderCommand command(String orderId, JsonFields order) {
        return new EditOrderCommand(
                orderId,
                order.change("customer", name -> customer(order.object(name))),
                order.change("billingAddress", name -> address(order.object(name))),
                order.change("shippingAddress", name -> address(order.object(name))),
                order.change("items", name -> PlaceOrderCodec.items(order, name)),
                order.change("customFields", order::free),
                order.change("notes", order::text),
                order.change("paymentTerms", name -> order.oneOf(name, PaymentTerms.class)),
                order.change("billingGroupId", order::text),
                order.change("trackingNumber", order::text),
                order.change("status", name -> order.oneOf(name, NewStatus.class)));
    }

    private static @Nullable CustomerEdit customer(@Nullable JsonFields customer) {
        return customer == null
                ? null
                : new CustomerEdit(
                        customer.change("email", customer::text),
                        customer.change("firstName", customer::text),
                        customer.change("lastName", customer::text),
                        customer.change("company", customer::text),
                        customer.change("phone", customer::text),
                        customer.change("customerType", name -> customer.oneOf(name, CustomerType.class)));
    }

    private static @Nullable AddressEdit address(@Nullable JsonFields address) {
        return address == null
                ? null
                : new AddressEdit(
                        address.change("contactName", address::text),
                        address.change("company", address::text),
                        address.change("buildingInfo", address::text),
                        address.change("streetAddress", address::text),
                        address.change("locality", address::text),
                        address.change("city", address::text),
                        address.change("adminArea", address::text),
                        address.change("postalCode", address::text),
                        address.change("country", address::text));
    }
}
