package dev.tenure.domain.customer;

import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.TenantId;
import java.time.Instant;

/**
 * A customer of one tenant, known by e-mail address: orders with the same address (in any case) belong to the same
 * customer. The first order creates it, and later ones update it: an empty company or phone is filled in, the last
 * addresses are replaced, and other values are never overwritten.
 */
public record Customer(
        TenantId tenantId,
        CustomerId id,
        CustomerProfile profile,
        Address lastBillingAddress,
        Address lastShippingAddress,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {

    /** The customer after one more order; the same object if that order has no new data. */
    public Customer afterOrder(CustomerProfile said, Address billing, Address shipping, Instant now) {
        CustomerProfile learned = new CustomerProfile(
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                profile.company() == null ? said.company() : profile.company(),
                profile.phone() == null ? said.phone() : profile.phone(),
                profile.type());
        boolean nothingNew = active
                && learned.equals(profile)
                && billing.equals(lastBillingAddress)
                && shipping.equals(lastShippingAddress);
        return nothingNew ? this : new Customer(tenantId, id, learned, billing, shipping, true, createdAt, now);
    }
}
