package dev.tenure.application.contract;

import dev.tenure.domain.customer.Customer;

/** Customers as the contracts change them. */
final class Customers {

    private Customers() {}

    static Customer inactive(Customer customer) {
        return new Customer(
                customer.tenantId(),
                customer.id(),
                customer.profile(),
                customer.lastBillingAddress(),
                customer.lastShippingAddress(),
                false,
                customer.createdAt(),
                customer.updatedAt().plusSeconds(60));
    }
}
