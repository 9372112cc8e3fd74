package dev.tenure.domain.order;

import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.catalog.CatalogFixtures.aVariant;
import static dev.tenure.domain.customer.CustomerFixtures.peter;
import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarah;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static dev.tenure.domain.shared.SharedFixtures.shippingAddress;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static dev.tenure.domain.shared.SharedFixtures.tenantId;
import static dev.tenure.domain.tenant.TenantFixtures.taxOnTop;

import dev.tenure.domain.catalog.CatalogFixtures;
import dev.tenure.domain.catalog.CatalogFixtures.VariantBuilder;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.Pricing;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TaxSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders that read aloud: {@code anOrder().with(item("MACBOOK-PRO-16-M3").times(3).for_(24, MONTHS)).confirmed()}. What
 * is not said is Sarah's order for her business in euro, 21 % tax on top: two laptops for 24 months at 89.00. The
 * orders hold the events of their whole life in {@code changes()}, a minute apart; {@link #loaded} gives them as a
 * store would.
 */
public final class OrderFixtures {

    private OrderFixtures() {}

    public static OrderBuilder anOrder() {
        return new OrderBuilder();
    }

    /** One unit of a variant of the catalog for 24 months. */
    public static ItemBuilder item(String sku) {
        return new ItemBuilder(sku);
    }

    /** The order as it comes from a store: nothing has changed yet. */
    public static Order loaded(Order order) {
        return Order.restore(order.state());
    }

    /** A business's order: Sarah's, with terms, a billing group and an address of its own to ship to. */
    public static Buyer businessBuyer() {
        return new Buyer(sarahsId(), sarah(), billingAddress(), shippingAddress(), PaymentTerms.NET_14, "group_1");
    }

    /** An individual's order: Peter's, shipped to the billing address. */
    public static Buyer individualBuyer() {
        return new Buyer(petersId(), peter(), billingAddress(), null, null, null);
    }

    /** The hand-over of one unit of this item; its subscription and asset are named after both numbers. */
    public static Fulfilment unit(int itemNumber, int unit) {
        return new Fulfilment(
                itemNumber,
                new SubscriptionId("sub_%d_%d".formatted(itemNumber, unit)),
                new SerialNumber("SN-%d-%d".formatted(itemNumber, unit)),
                LocalDate.of(2025, 4, unit % 28 + 1));
    }

    /** A line of an edit that names its contract length. */
    public static ItemEdit line(String sku, int quantity, int contractLength) {
        return new ItemEdit(new Sku(sku), quantity, contractLength);
    }

    /** A line of an edit that names no contract length. */
    public static ItemEdit line(String sku, int quantity) {
        return new ItemEdit(new Sku(sku), quantity, null);
    }

    /** Prices added lines by the catalog of the fixtures; 24 months where the line names none. */
    public static NewItems catalogPrices() {
        return (number, line) -> {
            Integer length = line.contractLength();
            return item(line.sku().value())
                    .times(line.quantity())
                    .for_(length == null ? 24 : length, ChronoUnit.MONTHS)
                    .numbered(number);
        };
    }

    /** Builds an item of an order. */
    public static final class ItemBuilder {

        private VariantBuilder variant;
        private int quantity = 1;
        private int months = 24;
        private CostOverrides overrides = CostOverrides.NONE;
        private @Nullable String monthlyPrice;

        private ItemBuilder(String sku) {
            this.variant = aVariant(sku);
        }

        public ItemBuilder times(int units) {
            quantity = units;
            return this;
        }

        /** {@code for_(24, MONTHS)} or {@code for_(2, YEARS)}. */
        public ItemBuilder for_(int length, ChronoUnit unit) {
            months = switch (unit) {
                case MONTHS -> length;
                case YEARS -> 12 * length;
                default -> throw new IllegalArgumentException("a contract is for months or years, not " + unit);
            };
            return this;
        }

        /** The monthly price of a unit in place of the catalog's. */
        public ItemBuilder at(String price) {
            monthlyPrice = price;
            return this;
        }

        public ItemBuilder in(Currency currency) {
            variant = variant.in(currency);
            return this;
        }

        public ItemBuilder overriding(CostOverrides given) {
            overrides = given;
            return this;
        }

        /** The item under this number. */
        public OrderItem numbered(int number) {
            if (monthlyPrice != null) {
                variant = variant.costing(monthlyPrice, months);
            }
            Variant built = variant.build();
            Offer offer = CatalogFixtures.offer(built);
            Currency currency = built.tiers().get(0).monthlyPrice().currency();
            return OrderItem.of(number, offer, quantity, months, Pricing.price(built, months, overrides, currency));
        }
    }

    /** Builds an order and takes it to where a test needs it. */
    public static final class OrderBuilder {

        private TenantId tenantId = tenantId();
        private OrderId id = new OrderId("ord_1");
        private OrderKind kind = OrderKind.STANDARD;
        private Buyer buyer = businessBuyer();
        private final List<ItemBuilder> items = new ArrayList<>();
        private Currency currency = EUR;
        private TaxSettings tax = taxOnTop("21");
        private @Nullable String notes;
        private @Nullable CustomFields customFields;
        private int minute;

        private OrderBuilder() {}

        public OrderBuilder of(TenantId tenant) {
            tenantId = tenant;
            return this;
        }

        public OrderBuilder withId(String orderId) {
            id = new OrderId(orderId);
            return this;
        }

        public OrderBuilder ofKind(OrderKind orderKind) {
            kind = orderKind;
            return this;
        }

        public OrderBuilder by(Buyer who) {
            buyer = who;
            return this;
        }

        /** One more item, or the first; its number is its place. */
        public OrderBuilder with(ItemBuilder item) {
            items.add(item);
            return this;
        }

        /** The currency of the order and of all its items. */
        public OrderBuilder in(Currency other) {
            currency = other;
            return this;
        }

        public OrderBuilder taxed(TaxSettings settings) {
            tax = settings;
            return this;
        }

        public OrderBuilder noting(String text) {
            notes = text;
            return this;
        }

        public OrderBuilder withCustomFields(CustomFields fields) {
            customFields = fields;
            return this;
        }

        /** Placed so many minutes after the start of the fixtures, instead of at it. */
        public OrderBuilder placedAtMinute(int minutes) {
            minute = minutes;
            return this;
        }

        public Placement placement() {
            List<ItemBuilder> lines = items.isEmpty() ? List.of(item(MACBOOK).times(2)) : items;
            List<OrderItem> numbered = new ArrayList<>();
            for (ItemBuilder line : lines) {
                numbered.add(line.in(currency).numbered(numbered.size() + 1));
            }
            return new Placement(
                    tenantId, id, kind, buyer, numbered, currency, tax, new Remarks(notes, customFields, null));
        }

        /** As it was placed. */
        public Order pending() {
            return Order.place(placement(), stamp(minute));
        }

        public Order confirmed() {
            Order order = pending();
            return order.confirm(next(order));
        }

        /** Placed, and its first unit handed over; the order needs two units or more. */
        public Order partial() {
            return partial(1);
        }

        /** Placed, and so many units handed over, the items in order. */
        public Order partial(int units) {
            return handOver(pending(), units);
        }

        /** Placed, and every unit handed over. */
        public Order fulfilled() {
            Order order = pending();
            return handOver(order, order.state().rentalProgress().totalDevices());
        }

        /** Placed, one unit handed over, the rest given up. */
        public Order closed() {
            Order order = partial();
            return order.close("no longer needed", next(order));
        }

        public Order cancelled() {
            Order order = pending();
            return order.cancel("customer withdrew", next(order));
        }

        /** The order in this status, by the shortest way there. */
        public Order in(OrderStatus status) {
            return switch (status) {
                case PENDING -> pending();
                case CONFIRMED -> confirmed();
                case PARTIAL -> partial();
                case FULFILLED -> fulfilled();
                case CANCELLED -> cancelled();
            };
        }

        private static Order handOver(Order placed, int units) {
            Order order = placed;
            for (int i = 0; i < units; i++) {
                OrderItem open = order.state().items().stream()
                        .filter(item -> item.openUnits() > 0)
                        .findFirst()
                        .orElseThrow();
                Fulfilment unit = unit(open.number(), open.subscriptions().size() + 1);
                order = order.fulfil(unit, false, next(order));
            }
            return order;
        }

        private static Stamp next(Order order) {
            return stamp(
                    (int) Duration.between(START, order.state().updatedAt()).toMinutes() + 1);
        }
    }
}
