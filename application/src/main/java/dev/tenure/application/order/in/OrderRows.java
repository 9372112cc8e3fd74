package dev.tenure.application.order.in;

import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderTotals;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SubscriptionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders as rows of a table, one per item, each with the fields of its order. Amounts are plain decimals in the order's
 * currency, instants are UTC.
 *
 * <p>A text that a spreadsheet would read as a formula (it starts with {@code = + - @}, a tab or a carriage return) is
 * prefixed with an apostrophe, because such texts may come from anybody.
 */
public final class OrderRows {

    /** The names of the columns; new ones are added at the end. */
    public static final List<String> COLUMNS = List.of(
            "orderId",
            "status",
            "orderType",
            "createdAt",
            "updatedAt",
            "createdBy",
            "customerId",
            "email",
            "firstName",
            "lastName",
            "company",
            "phone",
            "customerType",
            "billingStreetAddress",
            "billingPostalCode",
            "billingCity",
            "billingCountry",
            "shippingStreetAddress",
            "shippingPostalCode",
            "shippingCity",
            "shippingCountry",
            "paymentTerms",
            "billingGroupId",
            "currency",
            "orderSubtotal",
            "orderTaxAmount",
            "orderTotal",
            "paymentStatus",
            "trackingNumber",
            "shippedAt",
            "cancelledAt",
            "closedAt",
            "notes",
            "itemIndex",
            "sku",
            "productName",
            "quantity",
            "contractLength",
            "unitPrice",
            "listPrice",
            "acquisitionCost",
            "rentedUnits",
            "rentalIds",
            "variantName");

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String FORMULA_BEGINS_WITH = "=+-@\t\r";

    private OrderRows() {}

    /** The rows of this order; an unknown value is empty. */
    public static List<List<String>> of(OrderView order) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < order.items().size(); i++) {
            List<String> row = new ArrayList<>(order(order));
            row.addAll(item(i, order.items().get(i)));
            rows.add(row);
        }
        return rows;
    }

    private static List<String> order(OrderView order) {
        CustomerProfile customer = order.customer();
        Address billing = order.billingAddress();
        Address shipping = order.shippingAddress();
        OrderTotals totals = order.totals();
        Remarks.Shipment shipment = order.remarks().shipment();
        return List.of(
                order.orderId(),
                word(order.status()),
                word(order.kind().type()),
                instant(order.createdAt()),
                instant(order.updatedAt()),
                text(order.createdBy().value()),
                order.customerId(),
                text(customer.email().value()),
                text(customer.firstName()),
                text(customer.lastName()),
                text(customer.company()),
                text(customer.phone()),
                word(customer.type()),
                text(billing.streetAddress()),
                text(billing.postalCode()),
                text(billing.city()),
                text(billing.country()),
                text(shipping.streetAddress()),
                text(shipping.postalCode()),
                text(shipping.city()),
                text(shipping.country()),
                word(order.paymentTerms()),
                text(order.billingGroupId()),
                totals.total().currency().getCurrencyCode(),
                money(totals.subtotal()),
                money(totals.taxAmount()),
                money(totals.total()),
                word(order.payment().status()),
                text(shipment == null ? null : shipment.trackingNumber()),
                instant(shipment == null ? null : shipment.shippedAt()),
                instant(
                        order.cancellation() == null
                                ? null
                                : order.cancellation().at()),
                instant(order.closure() == null ? null : order.closure().at()),
                text(order.remarks().notes()));
    }

    private static List<String> item(int index, OrderItem item) {
        return List.of(
                String.valueOf(index),
                text(item.sku().value()),
                text(item.variant().productName()),
                String.valueOf(item.quantity()),
                String.valueOf(item.contractLength()),
                money(item.price().unitPrice()),
                money(item.price().listPrice()),
                money(item.price().acquisitionCost()),
                String.valueOf(item.subscriptions().size()),
                item.subscriptions().stream().map(SubscriptionId::value).collect(Collectors.joining(" ")),
                text(item.variant().variantName()));
    }

    private static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return !text.isEmpty() && FORMULA_BEGINS_WITH.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String word(@Nullable Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
    }

    private static String money(@Nullable Money money) {
        return money == null ? "" : money.amount().toPlainString();
    }

    private static String instant(@Nullable Instant instant) {
        return instant == null ? "" : MILLISECONDS.format(instant);
    }
}
