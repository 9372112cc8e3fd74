package dev.tenure.application.order.in;

import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Cancellation;
import dev.tenure.domain.order.Closure;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderKind;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderTotals;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.order.RentalProgress;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.SubscriptionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as clients see it: its state and derived values. */
public record OrderView(
        String orderId,
        String tenantId,
        long version,
        OrderStatus status,
        OrderKind kind,
        String customerId,
        CustomerProfile customer,
        Address billingAddress,
        Address shippingAddress,
        @Nullable PaymentTerms paymentTerms,
        @Nullable String billingGroupId,
        List<OrderItem> items,
        OrderTotals totals,
        RentalProgress rentalProgress,
        List<SubscriptionId> subscriptions,
        OrderPayment payment,
        Remarks remarks,
        @Nullable Cancellation cancellation,
        @Nullable Closure closure,
        Instant createdAt,
        Instant updatedAt,
        Actor createdBy) {

    public static OrderView of(OrderState state) {
        return new OrderView(
                state.id().value(),
                state.tenantId().value(),
                state.version(),
                state.status(),
                state.kind(),
                state.buyer().customerId().value(),
                state.buyer().profile(),
                state.buyer().billingAddress(),
                state.buyer().shippingAddress(),
                state.buyer().paymentTerms(),
                state.buyer().billingGroupId(),
                state.items(),
                state.totals(),
                state.rentalProgress(),
                state.subscriptions(),
                state.payment(),
                state.remarks(),
                state.cancellation(),
                state.closure(),
                state.createdAt(),
                state.updatedAt(),
                state.createdBy());
    }
}
