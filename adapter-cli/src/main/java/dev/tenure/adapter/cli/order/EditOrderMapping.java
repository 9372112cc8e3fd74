package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Json;
import dev.tenure.adapter.cli.shared.JsonFields;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.EditOrderCommand.AddressEdit;
import dev.tenure.application.order.in.EditOrderCommand.CustomerEdit;
import dev.tenure.application.order.in.EditOrderCommand.NewStatus;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;

/** The body of {@code PATCH /v1/orders/{orderId}} as a command. */
final class EditOrderMapping {

    private EditOrderMapping() {}

    /** @throws InvalidCommand {@code VALIDATION_ERROR} naming every field of the wrong type */
    static EditOrderCommand command(String orderId, byte[] body) {
        JsonFields order = JsonFields.of(Json.parse(body));
        EditOrderCommand command = new EditOrderCommand(
                orderId,
                order.change("customer", name -> order.object(name, EditOrderMapping::customer)),
                order.change("billingAddress", name -> order.object(name, EditOrderMapping::address)),
                order.change("shippingAddress", name -> order.object(name, EditOrderMapping::address)),
                order.change("items", name -> order.objects(name, PlaceOrderMapping::item)),
                order.change("customFields", order::free),
                order.change("notes", order::text),
                order.change("paymentTerms", name -> order.word(name, PaymentTerms.values())),
                order.change("billingGroupId", order::text),
                order.change("trackingNumber", order::text),
                order.change("status", name -> order.word(name, NewStatus.values())));
        order.throwIfAny();
        return command;
    }

    private static CustomerEdit customer(JsonFields customer) {
        return new CustomerEdit(
                customer.change("email", customer::text),
                customer.change("firstName", customer::text),
                customer.change("lastName", customer::text),
                customer.change("company", customer::text),
                customer.change("phone", customer::text),
                customer.change("customerType", name -> customer.word(name, CustomerType.values())));
    }

    private static AddressEdit address(JsonFields address) {
        return new AddressEdit(
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
