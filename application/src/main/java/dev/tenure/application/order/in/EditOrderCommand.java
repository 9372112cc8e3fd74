package dev.tenure.application.order.in;

import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.shared.Change;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes of an order, field by field. Fields are named as on the wire, so that a violation's path is the client's
 * own.
 *
 * <p>Example: {@code EditOrderCommand.of("ord_1").notes("Ring twice").trackingNumber(null).build()} replaces the notes,
 * clears the tracking number and leaves all other fields as they are.
 *
 * @param billingAddress the changes of this address
 * @param shippingAddress the changes of the address that the order ships to; cleared, it is the billing address
 * @param items the full new list. A line is matched to an item by SKU, and by contract length if the SKU occurs more
 *     than once; overrides apply to added lines, and one that stays may repeat what it has
 * @param customFields the keys that change, of the top level; a key with null is removed. Cleared, all are removed
 * @param paymentTerms business customers only
 * @param billingGroupId business customers only
 * @param trackingNumber setting it records the shipment at this instant
 * @param status the new status, after the other changes
 */
public record EditOrderCommand(
        @NotBlank String orderId,
        Change<@NotNull @Valid CustomerEdit> customer,
        Change<@NotNull @Valid AddressEdit> billingAddress,
        Change<@Valid AddressEdit> shippingAddress,
        Change<@NotNull @Size(min = 1, max = Order.MAX_ITEMS) List<@NotNull @Valid ItemInput>> items,
        Change<Map<String, @Nullable Object>> customFields,
        Change<@Size(max = Text.NOTES) String> notes,
        Change<PaymentTerms> paymentTerms,
        Change<@Size(max = Text.LINE) String> billingGroupId,
        Change<@Size(max = Text.LINE) String> trackingNumber,
        Change<@NotNull NewStatus> status) {

    /** The new status of an order. */
    public enum NewStatus {
        CONFIRMED
    }

    /** The changes of the customer's details, on this order only. */
    public record CustomerEdit(
            Change<@NotBlank @Size(max = EmailAddress.MAX_LENGTH) @Email String> email,
            Change<@NotBlank @Size(max = Text.LINE) String> firstName,
            Change<@NotBlank @Size(max = Text.LINE) String> lastName,
            Change<@Size(max = Text.LINE) String> company,
            Change<@Size(max = Text.LINE) String> phone,
            Change<@NotNull CustomerType> customerType) {

        public CustomerEdit {
            // White space around an address does not make it a different mailbox.
            email = email.map(String::strip);
        }

        /** The profile after the changes. */
        public CustomerProfile after(CustomerProfile before) {
            return new CustomerProfile(
                    email.value() == null ? before.email() : new EmailAddress(email.value()),
                    firstName.afterRequired(before.firstName()),
                    lastName.afterRequired(before.lastName()),
                    company.after(before.company()),
                    phone.after(before.phone()),
                    customerType.afterRequired(before.type()));
        }
    }

    /** The changes of an address. */
    public record AddressEdit(
            Change<@NotBlank @Size(max = Text.LINE) String> contactName,
            Change<@Size(max = Text.LINE) String> company,
            Change<@Size(max = Text.LINE) String> buildingInfo,
            Change<@NotBlank @Size(max = Text.LINE) String> streetAddress,
            Change<@Size(max = Text.LINE) String> locality,
            Change<@NotBlank @Size(max = Text.LINE) String> city,
            Change<@Size(max = Text.LINE) String> adminArea,
            Change<@Size(max = Text.LINE) String> postalCode,
            Change<@NotBlank @Size(max = Text.LINE) String> country) {

        /** The address after the changes. */
        public Address after(Address before) {
            return new Address(
                    contactName.afterRequired(before.contactName()),
                    company.after(before.company()),
                    buildingInfo.after(before.buildingInfo()),
                    streetAddress.afterRequired(before.streetAddress()),
                    locality.after(before.locality()),
                    city.afterRequired(before.city()),
                    adminArea.after(before.adminArea()),
                    postalCode.after(before.postalCode()),
                    country.afterRequired(before.country()));
        }
    }

    /** An edit of this order that changes nothing yet. */
    public static Builder of(String orderId) {
        return new Builder(orderId);
    }

    /** Collects the changes; a field that is not set stays unchanged, and null clears it. */
    public static final class Builder {

        private final String orderId;
        private Change<CustomerEdit> customer = Change.unchanged();
        private Change<AddressEdit> billingAddress = Change.unchanged();
        private Change<AddressEdit> shippingAddress = Change.unchanged();
        private Change<List<ItemInput>> items = Change.unchanged();
        private Change<Map<String, @Nullable Object>> customFields = Change.unchanged();
        private Change<String> notes = Change.unchanged();
        private Change<PaymentTerms> paymentTerms = Change.unchanged();
        private Change<String> billingGroupId = Change.unchanged();
        private Change<String> trackingNumber = Change.unchanged();
        private Change<NewStatus> status = Change.unchanged();

        private Builder(String orderId) {
            this.orderId = orderId;
        }

        public Builder customer(CustomerEdit edit) {
            customer = Change.to(edit);
            return this;
        }

        public Builder billingAddress(AddressEdit edit) {
            billingAddress = Change.to(edit);
            return this;
        }

        public Builder shippingAddress(@Nullable AddressEdit edit) {
            shippingAddress = Change.to(edit);
            return this;
        }

        public Builder items(List<ItemInput> lines) {
            items = Change.to(lines);
            return this;
        }

        public Builder customFields(@Nullable Map<String, @Nullable Object> keys) {
            customFields = Change.to(keys);
            return this;
        }

        public Builder notes(@Nullable String text) {
            notes = Change.to(text);
            return this;
        }

        public Builder paymentTerms(@Nullable PaymentTerms terms) {
            paymentTerms = Change.to(terms);
            return this;
        }

        public Builder billingGroupId(@Nullable String group) {
            billingGroupId = Change.to(group);
            return this;
        }

        public Builder trackingNumber(@Nullable String number) {
            trackingNumber = Change.to(number);
            return this;
        }

        public Builder confirmed() {
            status = Change.to(NewStatus.CONFIRMED);
            return this;
        }

        public EditOrderCommand build() {
            return new EditOrderCommand(
                    orderId,
                    customer,
                    billingAddress,
                    shippingAddress,
                    items,
                    customFields,
                    notes,
                    paymentTerms,
                    billingGroupId,
                    trackingNumber,
                    status);
        }
    }
}
