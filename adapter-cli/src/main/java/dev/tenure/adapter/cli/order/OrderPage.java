package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Addresses;
import dev.tenure.adapter.cli.shared.Details;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.OrderTotals;
import dev.tenure.domain.order.RentalProgress;
import dev.tenure.domain.tenant.Tenant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders as people read them. */
public final class OrderPage {

    private OrderPage() {}

    /** The columns of a list. */
    static Table list() {
        return new Table(
                Table.column("ORDER"),
                Table.column("STATUS"),
                Table.elastic("CUSTOMER"),
                Table.number("UNITS"),
                Table.number("A MONTH"),
                Table.column("CREATED"));
    }

    static List<String> row(OrderView order, ZoneId zone) {
        return List.of(
                order.orderId(),
                EnumWords.word(order.status()),
                name(order.customer()),
                units(order.rentalProgress()),
                Spelling.money(order.totals().total()),
                Spelling.minute(order.createdAt(), zone));
    }

    /** The whole order. */
    public static String page(OrderView order, Tenant tenant) {
        ZoneId zone = tenant.settings().timeZone();
        CustomerProfile customer = order.customer();
        Details details = new Details()
                .with("Order", order.orderId())
                .with("Status", EnumWords.word(order.status()))
                .with("Handed over", units(order.rentalProgress()) + " units")
                .with("Type", EnumWords.word(order.kind().type()))
                .with("Customer", "%s (%s)".formatted(name(customer), EnumWords.word(customer.type())))
                .with("", joined(" ", customer.email().value(), customer.phone(), order.customerId()))
                .with("Billing", Addresses.line(order.billingAddress()))
                .with(
                        "Shipping",
                        order.shippingAddress().equals(order.billingAddress())
                                ? null
                                : Addresses.line(order.shippingAddress()))
                .with(
                        "Payment terms",
                        order.paymentTerms() == null
                                ? null
                                : EnumWords.word(order.paymentTerms()).replace('_', ' '))
                .with("Billing group", order.billingGroupId())
                .with("Payment", payment(order.payment()))
                .with("Created", at(order.createdAt(), zone) + " by " + order.createdBy())
                .with("Updated", at(order.updatedAt(), zone))
                .with("Cancelled", cancelled(order, zone))
                .with("Closed", closed(order, zone))
                .with("Shipped", shipped(order, zone))
                .with("Custom fields", customFields(order))
                .with("Notes", order.remarks().notes());
        return details + "\n" + items(order);
    }

    /** The items with their prices, and the totals. */
    public static String items(OrderView order) {
        return items(order.items(), order.totals());
    }

    static String items(List<OrderItem> ordered, OrderTotals totals) {
        Table items = new Table(
                Table.number("ITEM"),
                Table.elastic("SKU"),
                Table.elastic("PRODUCT"),
                Table.number("DONE"),
                Table.number("MONTHS"),
                Table.number("EACH"),
                Table.number("A MONTH"),
                Table.number("CONTRACT VALUE"));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            OrderItem item = ordered.get(i);
            rows.add(List.of(
                    String.valueOf(i),
                    item.sku().value(),
                    item.variant().title(),
                    "%d/%d".formatted(item.subscriptions().size(), item.quantity()),
                    String.valueOf(item.contractLength()),
                    Spelling.amount(item.price().unitPrice()),
                    Spelling.amount(item.lineTotal()),
                    Spelling.amount(item.contractValue())));
        }
        return items.rows(rows) + "\n" + totals(totals);
    }

    private static String totals(OrderTotals totals) {
        Table lines = new Table(Table.column(""), Table.number(""));
        return lines.rows(List.of(
                        List.of("Subtotal a month", Spelling.money(totals.subtotal())),
                        List.of("Tax a month", Spelling.money(totals.taxAmount())),
                        List.of("Total a month", Spelling.money(totals.total())),
                        List.of("Contract value, before tax", Spelling.money(totals.contractValue()))))
                .stripLeading();
    }

    private static String name(CustomerProfile customer) {
        return joined(", ", customer.fullName(), customer.company());
    }

    private static String units(RentalProgress progress) {
        return "%d/%d".formatted(progress.rentedDevices(), progress.totalDevices());
    }

    private static String at(java.time.Instant instant, ZoneId zone) {
        return Spelling.minute(instant, zone) + " " + zone;
    }

    private static @Nullable String payment(OrderPayment payment) {
        return payment.status() == OrderPayment.Status.PENDING
                ? null
                : joined(
                        ", ",
                        EnumWords.word(payment.status()),
                        payment.paidAmount() == null ? null : Spelling.money(payment.paidAmount()),
                        payment.transactionId());
    }

    private static @Nullable String cancelled(OrderView order, ZoneId zone) {
        return order.cancellation() == null
                ? null
                : joined(
                        ": ",
                        at(order.cancellation().at(), zone),
                        order.cancellation().reason());
    }

    private static @Nullable String closed(OrderView order, ZoneId zone) {
        return order.closure() == null
                ? null
                : "%s, %d units given up: %s"
                        .formatted(
                                at(order.closure().at(), zone),
                                order.closure().unitsGivenUp(),
                                order.closure().reason());
    }

    private static @Nullable String shipped(OrderView order, ZoneId zone) {
        return order.remarks().shipment() == null
                ? null
                : "%s, tracking number %s"
                        .formatted(
                                at(order.remarks().shipment().shippedAt(), zone),
                                order.remarks().shipment().trackingNumber());
    }

    private static @Nullable String customFields(OrderView order) {
        return order.remarks().customFields() == null
                ? null
                : order.remarks().customFields().values().entrySet().stream()
                        .map(field -> field.getKey() + " = " + field.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }
}
