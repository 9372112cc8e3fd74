package dev.tenure.application.contract;

import static dev.tenure.domain.customer.CustomerFixtures.peter;
import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarah;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.businessBuyer;
import static dev.tenure.domain.order.OrderFixtures.catalogPrices;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.order.OrderFixtures.line;
import static dev.tenure.domain.order.OrderFixtures.unit;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.JPY;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static dev.tenure.domain.shared.SharedFixtures.shippingAddress;
import static dev.tenure.domain.shared.SharedFixtures.stamp;

import dev.tenure.domain.catalog.CatalogFixtures;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.catalog.VariantSnapshot;
import dev.tenure.domain.customer.CustomerFixtures;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.ExtensionDetails;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderKind;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.order.Placement;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.order.UpgradeDetails;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.ItemPrice;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.pricing.PriceStep;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Orders that a store may find hard to keep: with everything filled, with nothing, the largest, and whole lives. */
final class OrderStories {

    /** Text that breaks naive quoting, matching and encoding. */
    static final String ODD_TEXT =
            "Zoë 🚲 \"quoted\" 'single' \\ back\\slash 100% _under {brace} <tag> & \n new line; -- ü";

    private OrderStories() {}

    /** Just placed, with every optional part that a new order can have. */
    static Order fullest(TenantId tenant, String id) {
        return Order.place(
                new Placement(
                        tenant,
                        new OrderId(id),
                        new OrderKind(
                                OrderType.UPGRADE,
                                new ExtensionDetails(
                                        new OrderId("ord_original"),
                                        7,
                                        LocalDate.parse("2025-01-31"),
                                        LocalDate.parse("2025-08-31"),
                                        "still good"),
                                new UpgradeDetails(
                                        "Phone of 2021",
                                        new SerialNumber("SN-OLD"),
                                        Money.of("12.75", EUR),
                                        new SubscriptionId("sub_old"),
                                        "too slow")),
                        businessBuyer(),
                        List.of(fullestItem(), plainestItem(2, Money.of("31.01", EUR))),
                        EUR,
                        new TaxSettings(TaxMode.INCLUSIVE, new BigDecimal("19.1234")),
                        new Remarks(ODD_TEXT, CustomFields.of(oddFields()), null)),
                stamp(0));
    }

    /** Just placed, with no optional part, in a currency without decimals. */
    static Order plainest(TenantId tenant, String id) {
        Address address = new Address("Contact", null, null, "Street 1", null, "City", null, null, "Country");
        return Order.place(
                new Placement(
                        tenant,
                        new OrderId(id),
                        OrderKind.STANDARD,
                        new Buyer(
                                petersId(), CustomerFixtures.someone("peter@home.example"), address, null, null, null),
                        List.of(plainestItem(1, Money.of("1500", JPY))),
                        JPY,
                        TaxSettings.NONE,
                        Remarks.NONE),
                new Stamp(START, new Actor("cli:ann"), null));
    }

    /** Just placed, every limit reached. */
    static Order largest(TenantId tenant, String id) {
        List<OrderItem> items = new ArrayList<>();
        for (int number = 1; number <= Order.MAX_ITEMS; number++) {
            items.add(item("SKU-" + number).times(OrderItem.MAX_QUANTITY).numbered(number));
        }
        Placement small = anOrder().of(tenant).withId(id).placement();
        return Order.place(
                new Placement(
                        tenant,
                        small.id(),
                        small.kind(),
                        small.buyer(),
                        items,
                        EUR,
                        small.tax(),
                        new Remarks(
                                "n".repeat(Text.NOTES),
                                CustomFields.of(Map.of("k", "v".repeat(CustomFields.MAX_SIZE - 100))),
                                null)),
                stamp(0));
    }

    /**
     * What can happen to {@link #fullest}, step by step, ending with the rest given up. Every kind of fact but one
     * occurs.
     */
    static List<UnaryOperator<Order>> stepsToClosure() {
        return List.of(
                order -> order.confirm(stamp(1)),
                order -> order.editBilling(null, null, stamp(2)),
                order -> order.editCustomer(petersId(), peter(), stamp(3)),
                order -> order.editCustomer(sarahsId(), sarah(), stamp(4)),
                order -> order.editBilling(PaymentTerms.NET_30, "group_2", stamp(5)),
                order -> order.editAddresses(shippingAddress(), null, stamp(6)),
                order -> order.editAddresses(billingAddress(), shippingAddress(), stamp(7)),
                order -> order.editItems(
                        List.of(line("FULL-SKU", 4, 24), line(CatalogFixtures.IPAD, 3, 36)), catalogPrices(), stamp(8)),
                order -> order.replaceNotes(ODD_TEXT + " again", stamp(9)),
                order -> order.replaceNotes(null, stamp(10)),
                order -> order.replaceNotes("Leave it with the neighbours", stamp(11)),
                order -> order.replaceCustomFields(null, stamp(12)),
                order -> order.replaceCustomFields(CustomFields.of(oddFields()), stamp(13)),
                order -> order.track("3S-FIRST", stamp(14)),
                order -> order.track(null, stamp(15)),
                order -> order.track("3S-SECOND", stamp(16)),
                order -> order.recordPayment(
                        new OrderPayment(OrderPayment.Status.FAILED, OrderPayment.Method.STRIPE, "pi_1", null, false),
                        stamp(17)),
                order -> order.recordPayment(
                        new OrderPayment(
                                OrderPayment.Status.PAID, OrderPayment.Method.MANUAL, "pi_2", eur("452.10"), true),
                        stamp(18)),
                order -> order.fulfil(unit(1, 1), true, stamp(19)),
                order -> order.fulfil(unit(3, 1), true, stamp(20)),
                order -> order.close(
                        "the rest is \"out of stock\"", new Stamp(stamp(21).at(), new Actor("cli:bob"), null)));
    }

    private static OrderItem fullestItem() {
        return new OrderItem(
                1,
                new VariantSnapshot(
                        new ProductId("prod_full"),
                        new VariantId("var_full"),
                        new Sku("FULL-SKU"),
                        "Laptop of 16\"",
                        "Grün, 36 \"GB\"",
                        new ImageUrl("https://images.example.com/a%20b.png?width=1&height=2")),
                2,
                24,
                new ItemPrice(
                        eur("77.88"),
                        eur("49.03"),
                        eur("2799.01"),
                        ListPriceSource.MANUAL,
                        eur("2350.02"),
                        AcquisitionCostSource.MANUAL,
                        new CostOverrides(eur("2799.01"), eur("2350.02")),
                        List.of(
                                step(PriceStep.Subject.UNIT_PRICE, "tier", null, "89.00", "24 months"),
                                step(
                                        PriceStep.Subject.UNIT_PRICE,
                                        "percentage_discount",
                                        "89.00",
                                        "77.87500",
                                        "12.5 %"),
                                step(PriceStep.Subject.UNIT_PRICE, "rounding", "77.87500", "77.88", "half up"),
                                step(PriceStep.Subject.LIST_PRICE, "list_price_override", "2500.10", "2799.01", "hand"),
                                step(PriceStep.Subject.ACQUISITION_COST, "cost", null, "2350.02", "given by hand"),
                                step(PriceStep.Subject.TAX, "exclusive_tax", "1.10", "1.331", "tax"))),
                List.of());
    }

    private static OrderItem plainestItem(int number, Money unitPrice) {
        return new OrderItem(
                number,
                new VariantSnapshot(
                        new ProductId("prod_plain"),
                        new VariantId("var_plain"),
                        new Sku("PLAIN-SKU"),
                        "Plain product",
                        null,
                        null),
                1,
                7,
                new ItemPrice(
                        unitPrice,
                        null,
                        null,
                        ListPriceSource.UNKNOWN,
                        null,
                        AcquisitionCostSource.UNKNOWN,
                        CostOverrides.NONE,
                        List.of()),
                List.of());
    }

    private static PriceStep step(
            PriceStep.Subject subject, String rule, @Nullable String before, String after, String reason) {
        return new PriceStep(
                subject, rule, before == null ? null : new BigDecimal(before), new BigDecimal(after), reason);
    }

    private static Map<String, @Nullable Object> oddFields() {
        Map<String, @Nullable Object> nested = new LinkedHashMap<>();
        nested.put("nothing", null);
        nested.put("list", Arrays.asList(1, null, "two", List.of(), Map.of("deep", true)));
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("purchaseOrderNumber", "PO-2025-001234");
        fields.put("", "the empty key");
        fields.put("odd \"key\" 🚲", ODD_TEXT);
        fields.put("number that looks like text", "00123");
        fields.put("large", new BigDecimal("12345678901234567890.123456789"));
        fields.put("small", new BigDecimal("-0.0000000001"));
        fields.put("no", false);
        fields.put("nested", nested);
        return fields;
    }
}
