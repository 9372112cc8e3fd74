package dev.tenure.adapter.persistence.order;

import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.catalog.VariantSnapshot;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.Cancellation;
import dev.tenure.domain.order.ExtensionDetails;
import dev.tenure.domain.order.Fulfilment;
import dev.tenure.domain.order.ItemPlace;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderKind;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.order.StatusMove;
import dev.tenure.domain.order.UpgradeDetails;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.ItemPrice;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.pricing.PriceStep;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.Recorded;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Facts of every kind with values that a store may find hard to keep. */
final class RandomFacts {

    private static final List<String> HARD_TEXTS = List.of(
            "plain",
            "Zoë 🚲",
            "\"quoted\" \\ back",
            "null",
            "true",
            "007",
            "1e5",
            "line\nbreak\ttab",
            "{\"a\":1}",
            "%_'--");

    private final Random random;
    private final boolean older;

    RandomFacts(Random random) {
        this(random, false);
    }

    private RandomFacts(Random random, boolean older) {
        this.random = random;
        this.older = older;
    }

    /** Facts as releases stored them that recorded neither moves of the status nor places of items. */
    static RandomFacts older(Random random) {
        return new RandomFacts(random, true);
    }

    List<OrderFact> oneOfEachKind() {
        return List.of(
                new OrderFact.Placed(state()),
                new OrderFact.Confirmed(recorded(this::move)),
                new OrderFact.Cancelled(perhaps(this::text), recorded(this::move)),
                new OrderFact.Closed(text(), random.nextInt(1000), recorded(this::move)),
                new OrderFact.UnitFulfilled(
                        new Fulfilment(
                                random.nextInt(200),
                                new SubscriptionId(id("sub")),
                                new SerialNumber(text()),
                                LocalDate.of(2000 + random.nextInt(100), 1, 1).plusDays(random.nextInt(365))),
                        recorded(this::place)),
                new OrderFact.ItemAdded(item(1, currency()), recorded(this::place)),
                new OrderFact.ItemRemoved(item(2, currency()), recorded(this::place)),
                new OrderFact.ItemQuantityChanged(
                        random.nextInt(9), random.nextInt(99), random.nextInt(99), recorded(this::place)),
                new OrderFact.CustomerEdited(
                        new CustomerId(id("cust")), profile(), new CustomerId(id("cust")), profile()),
                new OrderFact.AddressesEdited(address(), perhaps(this::address), address(), perhaps(this::address)),
                new OrderFact.BillingEdited(
                        perhaps(() -> one(PaymentTerms.values())),
                        perhaps(this::text),
                        perhaps(() -> one(PaymentTerms.values())),
                        perhaps(this::text)),
                new OrderFact.NotesReplaced(perhaps(this::text), perhaps(this::text)),
                new OrderFact.CustomFieldsReplaced(perhaps(this::customFields), perhaps(this::customFields)),
                new OrderFact.TrackingSet(perhaps(this::shipment), perhaps(this::shipment)),
                new OrderFact.PaymentRecorded(payment(), payment()));
    }

    private StatusMove move() {
        return new StatusMove(one(OrderStatus.values()), one(OrderStatus.values()));
    }

    private ItemPlace place() {
        return new ItemPlace(random.nextInt(200), random.nextInt(99), move());
    }

    private OrderState state() {
        Currency currency = currency();
        boolean business = random.nextBoolean();
        CustomerProfile profile = business ? profile(CustomerType.BUSINESS) : profile(CustomerType.INDIVIDUAL);
        boolean cancelled = random.nextBoolean();
        return new OrderState(
                new TenantId(id("tenant")),
                new OrderId(id("ord")),
                1 + random.nextInt(1000),
                cancelled ? OrderStatus.CANCELLED : OrderStatus.PENDING,
                new OrderKind(
                        one(OrderType.values()),
                        new ExtensionDetails(
                                recorded(id("ord"), OrderId::new),
                                1 + random.nextInt(36),
                                recorded("2025-01-31", LocalDate::parse),
                                recorded("2025-08-31", LocalDate::parse),
                                perhaps(this::text)),
                        new UpgradeDetails(
                                text(),
                                new SerialNumber(text()),
                                Recorded.read(
                                        BigDecimal.valueOf(random.nextLong(100_000_000_000L), random.nextInt(5))
                                                .toPlainString(),
                                        amount -> Money.of(amount, currency)),
                                recorded(id("sub"), SubscriptionId::new),
                                perhaps(this::text))),
                new Buyer(
                        new CustomerId(id("cust")),
                        profile,
                        address(),
                        perhaps(this::address),
                        business ? perhaps(() -> one(PaymentTerms.values())) : null,
                        business ? perhaps(this::text) : null),
                List.of(item(1, currency), item(2, currency)),
                currency,
                new TaxSettings(one(TaxMode.values()), BigDecimal.valueOf(random.nextInt(1_000_001), 4)),
                new Remarks(perhaps(this::text), perhaps(this::customFields), perhaps(this::shipment)),
                payment(),
                cancelled ? new Cancellation(instant(), perhaps(this::text)) : null,
                null,
                instant(),
                instant(),
                new Actor(text()));
    }

    private OrderItem item(int number, Currency currency) {
        List<PriceStep> trace = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            trace.add(new PriceStep(
                    one(PriceStep.Subject.values()), id("rule"), perhaps(this::decimal), decimal(), text()));
        }
        return new OrderItem(
                number,
                new VariantSnapshot(
                        new ProductId(id("prod")),
                        new VariantId(id("var")),
                        new Sku(text()),
                        text(),
                        older ? null : perhaps(this::text),
                        perhaps(() -> new ImageUrl("https://images.example.com/" + random.nextInt() + "?a=b%20c"))),
                1 + random.nextInt(9),
                1 + random.nextInt(120),
                new ItemPrice(
                        money(currency),
                        perhaps(() -> money(currency)),
                        perhaps(() -> money(currency)),
                        one(ListPriceSource.values()),
                        perhaps(() -> money(currency)),
                        one(AcquisitionCostSource.values()),
                        new CostOverrides(perhaps(() -> money(currency)), perhaps(() -> money(currency))),
                        trace),
                List.of());
    }

    private CustomerProfile profile() {
        return profile(one(CustomerType.values()));
    }

    private CustomerProfile profile(CustomerType type) {
        return new CustomerProfile(
                new EmailAddress("Name%d@Example.com".formatted(random.nextInt(1000))),
                text(),
                text(),
                perhaps(this::text),
                perhaps(this::text),
                type);
    }

    private Address address() {
        return new Address(
                text(),
                perhaps(this::text),
                perhaps(this::text),
                text(),
                perhaps(this::text),
                text(),
                perhaps(this::text),
                perhaps(this::text),
                text());
    }

    private OrderPayment payment() {
        return new OrderPayment(
                one(OrderPayment.Status.values()),
                perhaps(() -> one(OrderPayment.Method.values())),
                perhaps(this::text),
                perhaps(() -> money(currency())),
                random.nextBoolean());
    }

    private Remarks.Shipment shipment() {
        return new Remarks.Shipment(text(), instant());
    }

    private CustomFields customFields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            fields.put(text() + i, value(3));
        }
        return CustomFields.of(fields);
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> text();
            case 3 -> decimal();
            case 4 -> random.nextLong();
            case 5 -> {
                List<@Nullable Object> list = new ArrayList<>();
                list.add(value(depth - 1));
                list.add(value(depth - 1));
                yield list;
            }
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                map.put(text(), value(depth - 1));
                yield map;
            }
        };
    }

    private Money money(Currency currency) {
        return new Money(
                BigDecimal.valueOf(random.nextInt(1_000_000_000), currency.getDefaultFractionDigits()), currency);
    }

    // Any number of digits on either side of the point, trailing zeros too.
    private BigDecimal decimal() {
        return new BigDecimal(new BigInteger(random.nextInt(150), random), random.nextInt(30) - 5);
    }

    private Currency currency() {
        return Currency.getInstance(one("EUR", "USD", "JPY", "KWD"));
    }

    private Instant instant() {
        return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
    }

    private String text() {
        return HARD_TEXTS.get(random.nextInt(HARD_TEXTS.size())) + random.nextInt(100);
    }

    private String id(String prefix) {
        return prefix + "_" + Long.toString(random.nextLong(Long.MAX_VALUE), 36);
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T recorded(Supplier<T> value) {
        return older ? null : perhaps(value);
    }

    private <T> @Nullable T perhaps(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    /** Such a value, or a text of an earlier release that is none. */
    private <T> Recorded<T> recorded(String value, Function<String, T> reader) {
        return Recorded.read(random.nextBoolean() ? value : text(), reader);
    }
}
