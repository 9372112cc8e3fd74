package dev.tenure.application.order.in;

import dev.tenure.application.order.in.PlaceOrderCommand.CustomerInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ExtensionDetailsInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.order.in.PlaceOrderCommand.UpgradeDetailsInput;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.OrderType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders as clients ask for them: the two of the reference, and a builder for all others. */
public final class OrderCommands {

    public static final String MACBOOK = "MACBOOK-PRO-16-M3";
    public static final String IPAD = "IPAD-PRO-12-M2";
    public static final String MONITOR = "DELL-U2722D-MONITOR";

    private OrderCommands() {}

    /** John's order of one MacBook: only what is required. */
    public static PlaceOrderCommand minimal() {
        return anOrder().with(MACBOOK, 1).build();
    }

    /** Acme's order of five MacBooks for 24 months and three iPads for 12, with nearly all that a business can say. */
    public static PlaceOrderCommand complete() {
        return anOrder()
                .ofType(OrderType.STANDARD)
                .by(new CustomerInput(
                        "procurement@acmecorp.com",
                        "Sarah",
                        "Johnson",
                        "Acme Corporation",
                        "+31612345678",
                        CustomerType.BUSINESS))
                .billedTo(new AddressInput(
                        "Finance Department",
                        "Acme Corporation",
                        "Building A, 3rd Floor",
                        "456 Business Park",
                        null,
                        "Rotterdam",
                        null,
                        "3011 AA",
                        "Netherlands"))
                .shippedTo(new AddressInput(
                        "Sarah Johnson",
                        "Acme Corporation",
                        null,
                        "789 Office Plaza",
                        null,
                        "Amsterdam",
                        null,
                        "1012 AB",
                        "Netherlands"))
                .with(MACBOOK, 5, 24)
                .with(IPAD, 3, 12)
                .withFields(Map.of("purchaseOrderNumber", "PO-2025-001234", "costCenter", "IT-DEV-001"))
                .noting("Rush delivery requested - new employee onboarding")
                .build();
    }

    /** John's order, without items yet. */
    public static Builder anOrder() {
        return new Builder();
    }

    public static CustomerInput john() {
        return someone("john@example.com");
    }

    /** John under another e-mail address. */
    public static CustomerInput someone(String email) {
        return new CustomerInput(email, "John", "Smith", null, null, null);
    }

    /** A business under this e-mail address. */
    public static CustomerInput business(String email) {
        return new CustomerInput(email, "Sarah", "Johnson", "Acme", "+31 20 1", CustomerType.BUSINESS);
    }

    public static AddressInput address() {
        return address("123 Main Street");
    }

    /** An address with only what is required. */
    public static AddressInput address(String street) {
        return new AddressInput("John Smith", null, null, street, null, "Amsterdam", null, null, "Netherlands");
    }

    /** Builds a command; what is not said is as in the minimal one. */
    public static final class Builder {

        private @Nullable OrderType type;
        private @Nullable ExtensionDetailsInput extension;
        private @Nullable UpgradeDetailsInput upgrade;
        private CustomerInput customer = john();
        private @Nullable Map<String, @Nullable Object> fields;
        private AddressInput billing = address();
        private @Nullable AddressInput shipping;
        private final List<ItemInput> items = new ArrayList<>();
        private @Nullable String notes;
        private @Nullable PaymentTerms terms;
        private @Nullable String group;
        private boolean confirm;

        private Builder() {}

        public Builder ofType(OrderType orderType) {
            type = orderType;
            return this;
        }

        public Builder extending(ExtensionDetailsInput details) {
            extension = details;
            return this;
        }

        public Builder upgrading(UpgradeDetailsInput details) {
            upgrade = details;
            return this;
        }

        public Builder by(CustomerInput who) {
            customer = who;
            return this;
        }

        public Builder by(String email) {
            return by(someone(email));
        }

        public Builder withFields(Map<String, @Nullable Object> customFields) {
            fields = customFields;
            return this;
        }

        public Builder billedTo(AddressInput address) {
            billing = address;
            return this;
        }

        public Builder shippedTo(AddressInput address) {
            shipping = address;
            return this;
        }

        public Builder with(String sku, int quantity) {
            return with(new ItemInput(sku, quantity, null, null, null));
        }

        public Builder with(String sku, int quantity, int contractLength) {
            return with(new ItemInput(sku, quantity, contractLength, null, null));
        }

        public Builder with(ItemInput item) {
            items.add(item);
            return this;
        }

        public Builder noting(String text) {
            notes = text;
            return this;
        }

        public Builder payable(PaymentTerms paymentTerms) {
            terms = paymentTerms;
            return this;
        }

        public Builder inGroup(String billingGroupId) {
            group = billingGroupId;
            return this;
        }

        public Builder confirmed() {
            confirm = true;
            return this;
        }

        public PlaceOrderCommand build() {
            return new PlaceOrderCommand(
                    type, extension, upgrade, customer, fields, billing, shipping, items, notes, terms, group, confirm);
        }
    }
}
