package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Addresses;
import dev.tenure.adapter.cli.shared.JsonObject;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.order.Cancellation;
import dev.tenure.domain.order.Closure;
import dev.tenure.domain.order.ExtensionDetails;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.OrderTotals;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.order.RentalProgress;
import dev.tenure.domain.order.UpgradeDetails;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.ItemPrice;
import dev.tenure.domain.shared.SubscriptionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order in the shape of the HTTP API. */
public final class OrderMapping {

    private OrderMapping() {}

    public static JsonObject json(OrderView order) {
        Remarks remarks = order.remarks();
        Remarks.Shipment shipment = remarks.shipment();
        return new JsonObject()
                .with("orderId", order.orderId())
                .with("tenantId", order.tenantId())
                .with("status", order.status())
                .with("orderType", order.kind().type())
                .with("extensionDetails", extension(order.kind().extensionDetails()))
                .with("upgradeDetails", upgrade(order.kind().upgradeDetails()))
                .with("customer", customer(order.customerId(), order.customer()))
                .with("billingAddress", Addresses.json(order.billingAddress()))
                .with("shippingAddress", Addresses.json(order.shippingAddress()))
                .with("paymentTerms", order.paymentTerms())
                .with("billingGroupId", order.billingGroupId())
                .with("items", order.items().stream().map(OrderMapping::item).toList())
                .with("totals", totals(order.totals()))
                .with("payment", payment(order.payment()))
                .with(
                        "customFields",
                        remarks.customFields() == null
                                ? null
                                : remarks.customFields().values())
                .with("rentalProgress", progress(order.rentalProgress()))
                .with("rentalIds", ids(order.subscriptions()))
                .with("trackingNumber", shipment == null ? null : shipment.trackingNumber())
                .with("shippedAt", shipment == null ? null : shipment.shippedAt())
                .with("cancellation", cancellation(order.cancellation()))
                .with("closure", closure(order.closure()))
                .with("notes", remarks.notes())
                .with("createdAt", order.createdAt())
                .with("updatedAt", order.updatedAt())
                .with("createdBy", order.createdBy().value());
    }

    /** What a change of the order answers. */
    static JsonObject changed(String message, OrderView order) {
        return new JsonObject()
                .with("success", true)
                .with("message", message)
                .with("orderId", order.orderId())
                .with("order", json(order));
    }

    private static JsonObject customer(String id, CustomerProfile profile) {
        return new JsonObject()
                .with("customerId", id)
                .with("email", profile.email().value())
                .with("firstName", profile.firstName())
                .with("lastName", profile.lastName())
                .with("company", profile.company())
                .with("phone", profile.phone())
                .with("customerType", profile.type());
    }

    static JsonObject item(OrderItem item) {
        return line(item).with("rentalIds", ids(item.subscriptions())).with("rentalStatus", item.rentalStatus());
    }

    /** An item without what becomes of it. */
    static JsonObject line(OrderItem item) {
        ItemPrice price = item.price();
        return new JsonObject()
                .with("productId", item.productId().value())
                .with(
                        "productImageUrl",
                        item.imageUrl() == null ? null : item.imageUrl().toString())
                .with("variantId", item.variantId().value())
                .with("sku", item.sku().value())
                .with("productName", item.productName())
                .with("quantity", item.quantity())
                .with("unitPrice", price.unitPrice())
                .with("contractLength", item.contractLength())
                .with("listPrice", price.listPrice())
                .with("listPriceSource", price.listPriceSource())
                .with("acquisitionCost", price.acquisitionCost())
                .with("acquisitionCostSource", price.acquisitionCostSource())
                .with("listPriceOverride", price.overrides().listPrice())
                .with("acquisitionCostOverride", price.overrides().acquisitionCost())
                .with("usedListPriceAsAcquisition", price.acquisitionCostSource() == AcquisitionCostSource.LIST_PRICE);
    }

    static JsonObject totals(OrderTotals totals) {
        return new JsonObject()
                .with("subtotal", totals.subtotal())
                .with("taxAmount", totals.taxAmount())
                .with("total", totals.total())
                .with("currency", totals.total().currency().getCurrencyCode())
                .with("totalDevices", totals.totalDevices());
    }

    private static JsonObject payment(OrderPayment payment) {
        return new JsonObject()
                .with("status", payment.status())
                .with("method", payment.method())
                .with("transactionId", payment.transactionId())
                .with("paidAmount", payment.paidAmount())
                .with("manuallyMarked", payment.manuallyMarked());
    }

    private static JsonObject progress(RentalProgress progress) {
        return new JsonObject()
                .with("totalDevices", progress.totalDevices())
                .with("rentedDevices", progress.rentedDevices());
    }

    private static List<String> ids(List<SubscriptionId> subscriptions) {
        return subscriptions.stream().map(SubscriptionId::value).toList();
    }

    private static @Nullable JsonObject cancellation(@Nullable Cancellation cancellation) {
        return cancellation == null
                ? null
                : new JsonObject().with("cancelledAt", cancellation.at()).with("reason", cancellation.reason());
    }

    private static @Nullable JsonObject closure(@Nullable Closure closure) {
        return closure == null
                ? null
                : new JsonObject()
                        .with("closedAt", closure.at())
                        .with("reason", closure.reason())
                        .with("unitsGivenUp", closure.unitsGivenUp());
    }

    private static @Nullable JsonObject extension(@Nullable ExtensionDetails details) {
        return details == null
                ? null
                : new JsonObject()
                        .with("originalOrderId", details.originalOrderId())
                        .with("extensionMonths", details.extensionMonths())
                        .with("previousEndDate", details.previousEndDate())
                        .with("newEndDate", details.newEndDate())
                        .with("reason", details.reason());
    }

    private static @Nullable JsonObject upgrade(@Nullable UpgradeDetails details) {
        return details == null
                ? null
                : new JsonObject()
                        .with("previousDevice", details.previousDevice())
                        .with("previousSerialNumber", details.previousSerialNumber())
                        .with("previousMonthlyAmount", details.previousMonthlyAmount())
                        .with("previousRentalId", details.previousRentalId())
                        .with("upgradeReason", details.upgradeReason());
    }
}
