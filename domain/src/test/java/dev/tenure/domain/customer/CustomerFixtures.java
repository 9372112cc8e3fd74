package dev.tenure.domain.customer;

import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static dev.tenure.domain.shared.SharedFixtures.shippingAddress;
import static dev.tenure.domain.shared.SharedFixtures.tenantId;

import dev.tenure.domain.shared.EmailAddress;

/** Two customers: Sarah, who orders for a business, and Peter, who orders for himself. */
public final class CustomerFixtures {

    private CustomerFixtures() {}

    public static CustomerId sarahsId() {
        return new CustomerId("cust_sarah");
    }

    public static CustomerId petersId() {
        return new CustomerId("cust_peter");
    }

    /** A business customer. */
    public static CustomerProfile sarah() {
        return new CustomerProfile(
                new EmailAddress("sarah@techcorp.example"),
                "Sarah",
                "Johnson",
                "TechCorp BV",
                "+31 20 111 1111",
                CustomerType.BUSINESS);
    }

    /** An individual. */
    public static CustomerProfile peter() {
        return new CustomerProfile(
                new EmailAddress("peter@home.example"),
                "Peter",
                "Smit",
                null,
                "+32 2 222 22 22",
                CustomerType.INDIVIDUAL);
    }

    /** Someone known by this e-mail address alone; an individual. */
    public static CustomerProfile someone(String email) {
        return new CustomerProfile(new EmailAddress(email), "First", "Last", null, null, CustomerType.INDIVIDUAL);
    }

    /** Sarah as a customer of the tenant. */
    public static Customer customer() {
        return customer(sarahsId(), sarah());
    }

    public static Customer customer(CustomerId id, CustomerProfile profile) {
        return new Customer(
                tenantId(), id, profile, billingAddress(), shippingAddress(), true, START, START.plusSeconds(2));
    }
}
