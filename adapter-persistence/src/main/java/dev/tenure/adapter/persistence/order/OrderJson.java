package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.constantOrNull;
import static dev.tenure.adapter.persistence.shared.Words.word;
import static dev.tenure.adapter.persistence.shared.Words.wordOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.persistence.shared.AddressJson;
import dev.tenure.adapter.persistence.shared.MoneyText;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.Cancellation;
import dev.tenure.domain.order.Closure;
import dev.tenure.domain.order.ExtensionDetails;
import dev.tenure.domain.order.Fulfilment;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderKind;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.order.UpgradeDetails;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.ItemPrice;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.pricing.PriceStep;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of an order inside JSON, as the row and the events both hold them. */
final class OrderJson {

    private OrderJson() {}

    record ExtensionJson(
            String originalOrderId,
            int extensionMonths,
            String previousEndDate,
            String newEndDate,
            @Nullable String reason) {

        static @Nullable ExtensionJson ofNullable(@Nullable ExtensionDetails details) {
            return details == null
                    ? null
                    : new ExtensionJson(
                            details.originalOrderId(),
                            details.extensionMonths(),
                            details.previousEndDate(),
                            details.newEndDate(),
                            details.reason());
        }

        ExtensionDetails toDetails() {
            return new ExtensionDetails(originalOrderId, extensionMonths, previousEndDate, newEndDate, reason);
        }
    }

    record UpgradeJson(
            String previousDevice,
            String previousSerialNumber,
            BigDecimal previousMonthlyAmount,
            String previousRentalId,
            @Nullable String upgradeReason) {

        static @Nullable UpgradeJson ofNullable(@Nullable UpgradeDetails details) {
            return details == null
                    ? null
                    : new UpgradeJson(
                            details.previousDevice(),
                            details.previousSerialNumber(),
                            details.previousMonthlyAmount(),
                            details.previousRentalId(),
                            details.upgradeReason());
        }

        UpgradeDetails toDetails() {
            return new UpgradeDetails(
                    previousDevice, previousSerialNumber, previousMonthlyAmount, previousRentalId, upgradeReason);
        }
    }

    record ProfileJson(
            String email,
            String firstName,
            String lastName,
            @Nullable String company,
            @Nullable String phone,
            String type) {

        static ProfileJson of(CustomerProfile profile) {
            return new ProfileJson(
                    profile.email().value(),
                    profile.firstName(),
                    profile.lastName(),
                    profile.company(),
                    profile.phone(),
                    word(profile.type()));
        }

        CustomerProfile toProfile() {
            return new CustomerProfile(
                    new EmailAddress(email), firstName, lastName, company, phone, constant(CustomerType.class, type));
        }
    }

    record ItemJson(
            int number,
            String productId,
            String variantId,
            String sku,
            String productName,
            @Nullable String imageUrl,
            int quantity,
            int contractLength,
            PriceJson price,
            List<String> subscriptions) {

        static ItemJson of(OrderItem item) {
            return new ItemJson(
                    item.number(),
                    item.productId().value(),
                    item.variantId().value(),
                    item.sku().value(),
                    item.productName(),
                    item.imageUrl() == null ? null : item.imageUrl().value(),
                    item.quantity(),
                    item.contractLength(),
                    PriceJson.of(item.price()),
                    item.subscriptions().stream().map(SubscriptionId::value).toList());
        }

        OrderItem toItem() {
            return new OrderItem(
                    number,
                    new ProductId(productId),
                    new VariantId(variantId),
                    new Sku(sku),
                    productName,
                    imageUrl == null ? null : new ImageUrl(imageUrl),
                    quantity,
                    contractLength,
                    price.toPrice(),
                    subscriptions.stream().map(SubscriptionId::new).toList());
        }
    }

    record PriceJson(
            String unitPrice,
            @Nullable String setupFee,
            @Nullable String listPrice,
            String listPriceSource,
            @Nullable String acquisitionCost,
            String acquisitionCostSource,
            @Nullable String listPriceOverride,
            @Nullable String acquisitionCostOverride,
            List<StepJson> trace) {

        static PriceJson of(ItemPrice price) {
            return new PriceJson(
                    MoneyText.write(price.unitPrice()),
                    MoneyText.writeOrNull(price.setupFee()),
                    MoneyText.writeOrNull(price.listPrice()),
                    word(price.listPriceSource()),
                    MoneyText.writeOrNull(price.acquisitionCost()),
                    word(price.acquisitionCostSource()),
                    MoneyText.writeOrNull(price.overrides().listPrice()),
                    MoneyText.writeOrNull(price.overrides().acquisitionCost()),
                    price.trace().stream().map(StepJson::of).toList());
        }

        ItemPrice toPrice() {
            return new ItemPrice(
                    MoneyText.read(unitPrice),
                    MoneyText.readOrNull(setupFee),
                    MoneyText.readOrNull(listPrice),
                    constant(ListPriceSource.class, listPriceSource),
                    MoneyText.readOrNull(acquisitionCost),
                    constant(AcquisitionCostSource.class, acquisitionCostSource),
                    new CostOverrides(
                            MoneyText.readOrNull(listPriceOverride), MoneyText.readOrNull(acquisitionCostOverride)),
                    trace.stream().map(StepJson::toStep).toList());
        }
    }

    record StepJson(String subject, String rule, @Nullable BigDecimal before, BigDecimal after, String reason) {

        static StepJson of(PriceStep step) {
            return new StepJson(word(step.subject()), step.rule(), step.before(), step.after(), step.reason());
        }

        PriceStep toStep() {
            return new PriceStep(constant(PriceStep.Subject.class, subject), rule, before, after, reason);
        }
    }

    record RemarksJson(
            @Nullable String notes,
            @Nullable JsonNode customFields,
            @Nullable ShipmentJson shipment) {

        static RemarksJson of(Remarks remarks) {
            return new RemarksJson(
                    remarks.notes(),
                    CustomFieldsMapping.toJson(remarks.customFields()),
                    ShipmentJson.ofNullable(remarks.shipment()));
        }

        Remarks toRemarks() {
            return new Remarks(notes, CustomFieldsMapping.fromJson(customFields), ShipmentJson.toShipment(shipment));
        }
    }

    record ShipmentJson(String trackingNumber, Instant shippedAt) {

        static @Nullable ShipmentJson ofNullable(Remarks.@Nullable Shipment shipment) {
            return shipment == null ? null : new ShipmentJson(shipment.trackingNumber(), shipment.shippedAt());
        }

        static Remarks.@Nullable Shipment toShipment(@Nullable ShipmentJson json) {
            return json == null ? null : new Remarks.Shipment(json.trackingNumber, json.shippedAt);
        }
    }

    record PaymentJson(
            String status,
            @Nullable String method,
            @Nullable String transactionId,
            @Nullable String paidAmount,
            boolean manuallyMarked) {

        static PaymentJson of(OrderPayment payment) {
            return new PaymentJson(
                    word(payment.status()),
                    wordOrNull(payment.method()),
                    payment.transactionId(),
                    MoneyText.writeOrNull(payment.paidAmount()),
                    payment.manuallyMarked());
        }

        OrderPayment toPayment() {
            return new OrderPayment(
                    constant(OrderPayment.Status.class, status),
                    constantOrNull(OrderPayment.Method.class, method),
                    transactionId,
                    MoneyText.readOrNull(paidAmount),
                    manuallyMarked);
        }
    }

    record CancellationJson(Instant at, @Nullable String reason) {

        static @Nullable CancellationJson ofNullable(@Nullable Cancellation fact) {
            return fact == null ? null : new CancellationJson(fact.at(), fact.reason());
        }

        static @Nullable Cancellation toCancellation(@Nullable CancellationJson json) {
            return json == null ? null : new Cancellation(json.at, json.reason);
        }
    }

    record ClosureJson(Instant at, String reason, int unitsGivenUp) {

        static @Nullable ClosureJson ofNullable(@Nullable Closure fact) {
            return fact == null ? null : new ClosureJson(fact.at(), fact.reason(), fact.unitsGivenUp());
        }

        static @Nullable Closure toClosure(@Nullable ClosureJson json) {
            return json == null ? null : new Closure(json.at, json.reason, json.unitsGivenUp);
        }
    }

    record FulfilmentJson(int itemNumber, String subscriptionId, String serialNumber, LocalDate startDate) {

        static FulfilmentJson of(Fulfilment fulfilment) {
            return new FulfilmentJson(
                    fulfilment.itemNumber(),
                    fulfilment.subscriptionId().value(),
                    fulfilment.serialNumber().value(),
                    fulfilment.startDate());
        }

        Fulfilment toFulfilment() {
            return new Fulfilment(
                    itemNumber, new SubscriptionId(subscriptionId), new SerialNumber(serialNumber), startDate);
        }
    }

    /** A whole order, as its first event holds it. */
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

        static StateJson of(Order.State state) {
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

        Order.State toState() {
            return new Order.State(
                    new TenantId(tenantId),
                    new OrderId(orderId),
                    version,
                    constant(OrderStatus.class, status),
                    kind(type, extensionDetails, upgradeDetails),
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

    static OrderKind kind(String type, @Nullable ExtensionJson extension, @Nullable UpgradeJson upgrade) {
        return new OrderKind(
                constant(OrderType.class, type),
                extension == null ? null : extension.toDetails(),
                upgrade == null ? null : upgrade.toDetails());
    }
}
