package dev.tenure.domain.order;

import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * The customer of an order at the time of ordering: id and profile, billing and shipping address, and a business's
 * payment terms and billing group. Without a shipping address the order ships to the billing address.
 */
public record Buyer(
        CustomerId customerId,
        CustomerProfile profile,
        Address billingAddress,
        @Nullable Address ownShippingAddress,
        @Nullable PaymentTerms paymentTerms,
        @Nullable String billingGroupId) {

    /** @throws InvalidValue {@code VALIDATION_ERROR} when an individual has payment terms or a billing group */
    public Buyer {
        paymentTerms = paymentTermsOf(profile, paymentTerms);
        billingGroupId = billingGroupOf(profile, billingGroupId);
    }

    /**
     * The payment terms, checked for this type of customer.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when an individual would pay later than immediately
     */
    public static @Nullable PaymentTerms paymentTermsOf(CustomerProfile profile, @Nullable PaymentTerms terms) {
        if (terms != null && terms != PaymentTerms.IMMEDIATE) {
            requireBusiness(profile, "paymentTerms");
        }
        return terms;
    }

    /**
     * The billing group, checked for this type of customer; blank means none.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when it is too long, or the customer is an individual
     */
    public static @Nullable String billingGroupOf(CustomerProfile profile, @Nullable String billingGroupId) {
        String group = Text.optional("billingGroupId", billingGroupId, Text.LINE);
        if (group != null) {
            requireBusiness(profile, "billingGroupId");
        }
        return group;
    }

    private static void requireBusiness(CustomerProfile profile, String field) {
        if (profile.type() != CustomerType.BUSINESS) {
            throw InvalidValue.of(
                    field, "payment terms and a billing group are for business customers; this one is an individual");
        }
    }

    public Address shippingAddress() {
        return ownShippingAddress == null ? billingAddress : ownShippingAddress;
    }

    /** The same buyer with this customer id. */
    public Buyer identifiedAs(CustomerId id) {
        return with(id, profile);
    }

    Buyer with(CustomerId id, CustomerProfile newProfile) {
        return new Buyer(id, newProfile, billingAddress, ownShippingAddress, paymentTerms, billingGroupId);
    }

    Buyer withAddresses(Address billing, @Nullable Address shipping) {
        return new Buyer(customerId, profile, billing, shipping, paymentTerms, billingGroupId);
    }

    Buyer withBilling(@Nullable PaymentTerms terms, @Nullable String group) {
        return new Buyer(customerId, profile, billingAddress, ownShippingAddress, terms, group);
    }
}
