package dev.tenure.application.subscription.in;

import dev.tenure.domain.shared.Text;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The unit that becomes a subscription.
 *
 * @param customerId if given, must be the order's
 * @param itemIndex the index of the item in the order's list, from 0; without it and {@code sku} the asset's SKU
 *     decides, or the only item with an open unit
 * @param sku the item's SKU: its first item with an open unit
 * @param startDate the first day, in the tenant's time zone; today, if null
 * @param contractLength if given, must be the item's
 * @param billingGroupId business customers only; the order's, if null
 */
public record CreateSubscriptionCommand(
        @NotBlank String orderId,
        @NotBlank @Size(max = Text.LINE) String assetSerialNumber,
        @Nullable String customerId,
        @Min(0) @Nullable Integer itemIndex,
        @Nullable String sku,
        @Nullable LocalDate startDate,
        @Nullable Integer contractLength,
        @Size(max = Text.LINE) @Nullable String billingGroupId,
        @Size(max = Text.NOTES) @Nullable String notes) {}
