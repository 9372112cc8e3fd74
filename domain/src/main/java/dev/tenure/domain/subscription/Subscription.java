package dev.tenure.domain.subscription;

import dev.tenure.domain.catalog.VariantSnapshot;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of an order in use: one asset, one customer, one contract. It has what the order captured (price, product,
 * customer name and e-mail address), so later changes of the catalog or the customer do not affect it.
 */
public record Subscription(
        TenantId tenantId,
        SubscriptionId id,
        OrderId orderId,
        int itemNumber,
        CustomerId customerId,
        String customerEmail,
        String customerName,
        SerialNumber serialNumber,
        VariantSnapshot variant,
        Money monthlyAmount,
        ContractPeriod period,
        SubscriptionStatus status,
        @Nullable String billingGroupId,
        @Nullable Money listPrice,
        ListPriceSource listPriceSource,
        @Nullable Money acquisitionCost,
        AcquisitionCostSource acquisitionCostSource,
        @Nullable String notes,
        Instant createdAt,
        Instant updatedAt,
        Actor createdBy) {

    public Subscription {
        billingGroupId = Text.optional("billingGroupId", billingGroupId, Text.LINE);
        notes = Text.optional("notes", notes, Text.NOTES);
    }

    /**
     * The subscription that a unit of this item becomes on {@code start}; in the order's billing group unless another
     * is given.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when a billing group is given for an individual, or a text is too
     *     long
     */
    public static Subscription start(
            OrderState order,
            OrderItem item,
            SubscriptionId id,
            SerialNumber serialNumber,
            LocalDate start,
            @Nullable String billingGroupId,
            @Nullable String notes,
            Stamp stamp) {
        String own = Buyer.billingGroupOf(order.buyer().profile(), billingGroupId);
        return new Subscription(
                order.tenantId(),
                id,
                order.id(),
                item.number(),
                order.buyer().customerId(),
                order.buyer().profile().email().value(),
                order.buyer().profile().fullName(),
                serialNumber,
                item.variant(),
                item.price().unitPrice(),
                new ContractPeriod(start, item.contractLength()),
                SubscriptionStatus.ACTIVE,
                own == null ? order.buyer().billingGroupId() : own,
                item.price().listPrice(),
                item.price().listPriceSource(),
                item.price().acquisitionCost(),
                item.price().acquisitionCostSource(),
                notes,
                stamp.at(),
                stamp.at(),
                stamp.by());
    }

    /** The monthly sum of these, at least one and all in one currency: EUR 89.00 and EUR 59.00 are EUR 148.00. */
    public static Money monthlyAmountOf(List<Subscription> subscriptions) {
        return subscriptions.stream()
                .map(Subscription::monthlyAmount)
                .reduce(Money::plus)
                .orElseThrow();
    }
}
