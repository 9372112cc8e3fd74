package dev.tenure.adapter.cli.customer;

import dev.tenure.adapter.cli.shared.Addresses;
import dev.tenure.adapter.cli.shared.JsonObject;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerProfile;

/** Customers as on the wire. */
final class CustomerMapping {

    private CustomerMapping() {}

    static JsonObject json(CustomerView view) {
        Customer customer = view.customer();
        CustomerProfile profile = customer.profile();
        return new JsonObject()
                .with("customerId", customer.id().value())
                .with("tenantId", customer.tenantId().value())
                .with("email", profile.email().value())
                .with("firstName", profile.firstName())
                .with("lastName", profile.lastName())
                .with("company", profile.company())
                .with("phone", profile.phone())
                .with("customerType", profile.type())
                .with("totalOrders", view.totalOrders())
                .with("totalDevicesRented", view.devicesRented())
                .with("totalMonthlyRevenue", view.monthlyRevenue())
                .with("currency", view.monthlyRevenue().currency().getCurrencyCode())
                .with("status", status(customer))
                .with("lastBillingAddress", Addresses.json(customer.lastBillingAddress()))
                .with("lastShippingAddress", Addresses.json(customer.lastShippingAddress()))
                .with("createdAt", customer.createdAt())
                .with("updatedAt", customer.updatedAt());
    }

    static CustomerStatus status(Customer customer) {
        return customer.active() ? CustomerStatus.ACTIVE : CustomerStatus.INACTIVE;
    }
}
