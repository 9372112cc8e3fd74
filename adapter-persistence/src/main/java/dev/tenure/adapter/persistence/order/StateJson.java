package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.constantOrNull;
import static dev.tenure.adapter.persistence.shared.Words.word;
import static dev.tenure.adapter.persistence.shared.Words.wordOrNull;

import dev.tenure.adapter.persistence.order.OrderJson.CancellationJson;
import dev.tenure.adapter.persistence.order.OrderJson.ClosureJson;
import dev.tenure.adapter.persistence.order.OrderJson.ExtensionJson;
import dev.tenure.adapter.persistence.order.OrderJson.PaymentJson;
import dev.tenure.adapter.persistence.order.OrderJson.ProfileJson;
import dev.tenure.adapter.persistence.order.OrderJson.RemarksJson;
import dev.tenure.adapter.persistence.order.OrderJson.UpgradeJson;
import dev.tenure.adapter.persistence.shared.AddressJson;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole order as JSON, as its first event contains it. */
record StateJson(
        String tenantId,
        String orderId,
        long version,
        String status,
        String type,
        @Nullable ExtensionJson extensionDetails,
        @Nullable UpgradeJson upgradeDetails,
        String customerId,
        ProfileJson customer,
        AddressJson billingAddress,
        @Nullable AddressJson shippingAddress,
        @Nullable String paymentTerms,
        @Nullable String billingGroupId,
        List<ItemJson> items,
        String currency,
        String taxMode,
        BigDecimal taxRatePercent,
        RemarksJson remarks,
        PaymentJson payment,
        @Nullable CancellationJson cancellation,
        @Nullable ClosureJson closure,
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {

    static StateJson of(OrderState state) {
        Buyer buyer = state.buyer();
        return new StateJson(
                state.tenantId().value(),
                state.id().value(),
                state.version(),
                word(state.status()),
                word(state.kind().type()),
                ExtensionJson.ofNullable(state.kind().extensionDetails()),
                UpgradeJson.ofNullable(state.kind().upgradeDetails()),
                buyer.customerId().value(),
                ProfileJson.of(buyer.profile()),
                AddressJson.of(buyer.billingAddress()),
                AddressJson.ofNullable(buyer.ownShippingAddress()),
                wordOrNull(buyer.paymentTerms()),
                buyer.billingGroupId(),
                state.items().stream().map(ItemJson::of).toList(),
                state.currency().getCurrencyCode(),
                word(state.tax().mode()),
                state.tax().ratePercent(),
                RemarksJson.of(state.remarks()),
                PaymentJson.of(state.payment()),
                CancellationJson.ofNullable(state.cancellation()),
                ClosureJson.ofNullable(state.closure()),
                state.createdAt(),
                state.updatedAt(),
                state.createdBy().value());
    }

    OrderState toState() {
        return new OrderState(
                new TenantId(tenantId),
                new OrderId(orderId),
                version,
                constant(OrderStatus.class, status),
                OrderJson.kind(type, extensionDetails, upgradeDetails, Currency.getInstance(currency)),
                new Buyer(
                        new CustomerId(customerId),
                        customer.toProfile(),
                        billingAddress.toAddress(),
                        shippingAddress == null ? null : shippingAddress.toAddress(),
                        constantOrNull(PaymentTerms.class, paymentTerms),
                        billingGroupId),
                items.stream().map(ItemJson::toItem).toList(),
                Currency.getInstance(currency),
                new TaxSettings(constant(TaxMode.class, taxMode), taxRatePercent),
                remarks.toRemarks(),
                payment.toPayment(),
                CancellationJson.toCancellation(cancellation),
                ClosureJson.toClosure(closure),
                createdAt,
                updatedAt,
                new Actor(createdBy));
    }
}
