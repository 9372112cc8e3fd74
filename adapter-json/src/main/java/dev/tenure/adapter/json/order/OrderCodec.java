package dev.tenure.adapter.json.order;

import dev.tenure.adapter.json.catalog.VariantSnapshotCodec;
import dev.tenure.adapter.json.shared.AddressCodec;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.SortDirection;
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
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.SubscriptionId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders, and the words for sorting them. */
public final class OrderCodec {

    /** The sort fields of lists of orders. */
    public static final Map<String, Sort> SORTS = sorts();

    /** The sort directions. */
    public static final Map<String, SortDirection> DIRECTIONS = directions();

    private OrderCodec() {}

    /** The response to a change of an order. */
    public static JsonObject changed(String message, OrderView order) {
        return new JsonObject()
                .flag("success", true)
                .text("message", message)
                .text("orderId", order.orderId())
                .object("order", order(order));
    }

    public static JsonObject order(OrderView order) {
        Remarks remarks = order.remarks();
        CustomFields customFields = remarks.customFields();
        Remarks.Shipment shipment = remarks.shipment();
        return new JsonObject()
                .text("orderId", order.orderId())
                .text("tenantId", order.tenantId())
                .word("status", order.status())
                .word("orderType", order.kind().type())
                .object("customer", customer(order.customerId(), order.customer()))
                .object("billingAddress", AddressCodec.address(order.billingAddress()))
                .object("shippingAddress", AddressCodec.address(order.shippingAddress()))
                .objects("items", order.items().stream().map(OrderCodec::item).toList())
                .object("totals", totals(order.totals()))
                .object("payment", payment(order.payment()))
                .word("paymentTerms", order.paymentTerms())
                .free("customFields", customFields == null ? null : customFields.values())
                .object("rentalProgress", progress(order.rentalProgress()))
                .texts("rentalIds", ids(order.subscriptions()))
                .text("billingGroupId", order.billingGroupId())
                .text("trackingNumber", shipment == null ? null : shipment.trackingNumber())
                .instant("shippedAt", shipment == null ? null : shipment.shippedAt())
                .instant("createdAt", order.createdAt())
                .instant("updatedAt", order.updatedAt())
                .text("createdBy", order.createdBy().value())
                .text("notes", remarks.notes())
                .object("cancellation", cancellation(order.cancellation()))
                .object("closure", closure(order.closure()))
                .object("extensionDetails", extension(order.kind().extensionDetails()))
                .object("upgradeDetails", upgrade(order.kind().upgradeDetails()));
    }

    private static @Nullable JsonObject cancellation(@Nullable Cancellation cancellation) {
        return cancellation == null
                ? null
                : new JsonObject().instant("cancelledAt", cancellation.at()).text("reason", cancellation.reason());
    }

    private static @Nullable JsonObject closure(@Nullable Closure closure) {
        return closure == null
                ? null
                : new JsonObject()
                        .instant("closedAt", closure.at())
                        .text("reason", closure.reason())
                        .number("unitsGivenUp", closure.unitsGivenUp());
    }

    private static JsonObject customer(String customerId, CustomerProfile profile) {
        return new JsonObject()
                .text("customerId", customerId)
                .text("email", profile.email().value())
                .text("firstName", profile.firstName())
                .text("lastName", profile.lastName())
                .text("company", profile.company())
                .text("phone", profile.phone())
                .word("customerType", profile.type());
    }

    public static JsonObject item(OrderItem item) {
        return line(item).texts("rentalIds", ids(item.subscriptions())).word("rentalStatus", item.rentalStatus());
    }

    /** An item without its progress. */
    public static JsonObject line(OrderItem item) {
        ItemPrice price = item.price();
        return VariantSnapshotCodec.write(item.variant(), new JsonObject())
                .number("quantity", item.quantity())
                .money("unitPrice", price.unitPrice())
                .number("contractLength", item.contractLength())
                .money("listPrice", price.listPrice())
                .word("listPriceSource", price.listPriceSource())
                .money("acquisitionCost", price.acquisitionCost())
                .word("acquisitionCostSource", price.acquisitionCostSource())
                .money("listPriceOverride", price.overrides().listPrice())
                .money("acquisitionCostOverride", price.overrides().acquisitionCost())
                .flag("usedListPriceAsAcquisition", price.acquisitionCostSource() == AcquisitionCostSource.LIST_PRICE);
    }

    public static JsonObject totals(OrderTotals totals) {
        return new JsonObject()
                .money("subtotal", totals.subtotal())
                .money("taxAmount", totals.taxAmount())
                .money("total", totals.total())
                .text("currency", totals.total().currency().getCurrencyCode())
                .number("totalDevices", totals.totalDevices());
    }

    private static JsonObject payment(OrderPayment payment) {
        return new JsonObject()
                .word("status", payment.status())
                .word("method", payment.method())
                .text("transactionId", payment.transactionId())
                .money("paidAmount", payment.paidAmount())
                .flag("manuallyMarked", payment.manuallyMarked());
    }

    private static JsonObject progress(RentalProgress progress) {
        return new JsonObject()
                .number("totalDevices", progress.totalDevices())
                .number("rentedDevices", progress.rentedDevices());
    }

    private static @Nullable JsonObject extension(@Nullable ExtensionDetails details) {
        return details == null
                ? null
                : new JsonObject()
                        .text("originalOrderId", details.originalOrderId().text())
                        .number("extensionMonths", details.extensionMonths())
                        .text("previousEndDate", details.previousEndDate().text())
                        .text("newEndDate", details.newEndDate().text())
                        .text("reason", details.reason());
    }

    private static @Nullable JsonObject upgrade(@Nullable UpgradeDetails details) {
        return details == null
                ? null
                : new JsonObject()
                        .text("previousDevice", details.previousDevice())
                        .text(
                                "previousSerialNumber",
                                details.previousSerialNumber().value())
                        .decimal(
                                "previousMonthlyAmount",
                                new BigDecimal(details.previousMonthlyAmount().text()))
                        .text("previousRentalId", details.previousRentalId().text())
                        .text("upgradeReason", details.upgradeReason());
    }

    private static List<String> ids(List<SubscriptionId> subscriptions) {
        return subscriptions.stream().map(SubscriptionId::value).toList();
    }

    private static Map<String, Sort> sorts() {
        Map<String, Sort> sorts = new LinkedHashMap<>();
        sorts.put("createdAt", Sort.CREATED_AT);
        sorts.put("updatedAt", Sort.UPDATED_AT);
        sorts.put("orderId", Sort.ORDER_ID);
        sorts.put("status", Sort.STATUS);
        sorts.put("totals.total", Sort.TOTAL);
        return sorts;
    }

    private static Map<String, SortDirection> directions() {
        Map<String, SortDirection> directions = new LinkedHashMap<>();
        directions.put("asc", SortDirection.ASC);
        directions.put("desc", SortDirection.DESC);
        return directions;
    }
}
