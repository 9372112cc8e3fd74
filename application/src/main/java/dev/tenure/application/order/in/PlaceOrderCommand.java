package dev.tenure.application.order.in;

import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client's order. Fields have the names of the API, so that the path of a violation is the client's own.
 *
 * @param orderType standard, if null; an extension needs {@code extensionDetails}, an upgrade {@code upgradeDetails}
 * @param shippingAddress the billing address, if null
 * @param customFields any JSON: text, numbers, booleans, null, lists and maps
 * @param paymentTerms business customers only
 * @param billingGroupId business customers only
 * @param confirm whether to save the order as confirmed, for example one taken by phone
 */
public record PlaceOrderCommand(
        @Nullable OrderType orderType,
        @Valid @Nullable ExtensionDetailsInput extensionDetails,
        @Valid @Nullable UpgradeDetailsInput upgradeDetails,
        @NotNull @Valid CustomerInput customer,
        @Nullable Map<String, @Nullable Object> customFields,
        @NotNull @Valid AddressInput billingAddress,
        @Valid @Nullable AddressInput shippingAddress,
        @NotNull @Size(min = 1, max = Order.MAX_ITEMS) List<@NotNull @Valid ItemInput> items,
        @Size(max = Text.NOTES) @Nullable String notes,
        @Nullable PaymentTerms paymentTerms,
        @Size(max = Text.LINE) @Nullable String billingGroupId,
        boolean confirm) {

    /** The customer. */
    public record CustomerInput(
            @NotBlank @Size(max = EmailAddress.MAX_LENGTH) @Email
            String email,

            @NotBlank @Size(max = Text.LINE) String firstName,
            @NotBlank @Size(max = Text.LINE) String lastName,
            @Size(max = Text.LINE) @Nullable String company,
            @Size(max = Text.LINE) @Nullable String phone,
            @Nullable CustomerType customerType) {

        public CustomerProfile toProfile() {
            return new CustomerProfile(
                    new EmailAddress(email),
                    firstName,
                    lastName,
                    company,
                    phone,
                    customerType == null ? CustomerType.INDIVIDUAL : customerType);
        }

        public CustomerInput {
            // White space around an address does not make it a different mailbox; the check reports an absent one.
            email = email == null ? email : email.strip();
        }
    }

    /**
     * A line: {@code quantity} units of the variant with this SKU.
     *
     * @param contractLength in months; if null the tenant's default, or the variant's only one
     * @param listPriceOverride overrides the retail price of a unit, in the tenant's currency
     * @param acquisitionCostOverride overrides the cost of a unit, in the tenant's currency
     */
    public record ItemInput(
            @NotBlank @Size(max = Text.LINE) String sku,
            @NotNull @Min(1) @Max(OrderItem.MAX_QUANTITY) Integer quantity,
            @Nullable Integer contractLength,
            @PositiveOrZero @Nullable BigDecimal listPriceOverride,
            @PositiveOrZero @Nullable BigDecimal acquisitionCostOverride) {}

    /** The extended contract of an extension order. */
    public record ExtensionDetailsInput(
            @NotBlank @Size(max = Text.LINE) String originalOrderId,
            @NotNull @Min(1) Integer extensionMonths,
            @NotNull LocalDate previousEndDate,
            @NotNull LocalDate newEndDate,
            @Size(max = Text.REASON) @Nullable String reason) {}

    /** The replaced device of an upgrade order. */
    public record UpgradeDetailsInput(
            @NotBlank @Size(max = Text.LINE) String previousDevice,
            @NotBlank @Size(max = Text.LINE) String previousSerialNumber,
            @NotNull BigDecimal previousMonthlyAmount,
            @NotBlank @Size(max = Text.LINE) String previousRentalId,
            @Size(max = Text.REASON) @Nullable String upgradeReason) {}
}
