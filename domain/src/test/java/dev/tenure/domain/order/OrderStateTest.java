package dev.tenure.domain.order;

import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.businessBuyer;
import static dev.tenure.domain.order.OrderFixtures.individualBuyer;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.order.OrderFixtures.unit;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.USD;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static dev.tenure.domain.tenant.TenantFixtures.taxIncluded;
import static dev.tenure.domain.tenant.TenantFixtures.taxOnTop;
import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.Recorded;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.tenant.TaxSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderStateTest {

    @Nested
    class Agreement {

        private final Cancellation cancellation = new Cancellation(START, "withdrawn");

        @ParameterizedTest
        @EnumSource
        void a_state_that_commands_left_is_restored_as_it_is(OrderStatus status) {
            var state = anOrder().in(status).state();

            assertThat(Order.restore(state).state()).isEqualTo(state);
            assertThat(anOrder().closed().state()).isEqualTo(anOrder().closed().state());
        }

        @ParameterizedTest
        @CsvSource({
            "0, PENDING",
            "0, CONFIRMED",
            "1, PARTIAL",
            "3, FULFILLED",
        })
        void a_status_that_fits_the_units_is_accepted(int rented, OrderStatus status) {
            assertThat(state(status, rented, null, null).status()).isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({
            "1, PENDING",
            "3, PENDING",
            "1, CONFIRMED",
            "3, CONFIRMED",
            "0, PARTIAL",
            "3, PARTIAL",
            "0, FULFILLED",
            "2, FULFILLED",
        })
        void another_status_is_refused(int rented, OrderStatus status) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> state(status, rented, null, null))
                    .withMessageContaining("can't be %s with %d of 3 units rented", status, rented);
        }

        @Test
        void a_cancelled_order_has_a_cancellation_and_no_subscription() {
            assertThat(state(OrderStatus.CANCELLED, 0, cancellation, null).cancellation())
                    .isEqualTo(cancellation);
            refused(() -> state(OrderStatus.CANCELLED, 0, null, null));
            refused(() -> state(OrderStatus.CANCELLED, 1, cancellation, null));
            refused(() -> state(OrderStatus.CANCELLED, 0, cancellation, closureOf(3)));
        }

        @ParameterizedTest
        @CsvSource({"PENDING, 0", "CONFIRMED, 0", "PARTIAL, 1", "FULFILLED, 3"})
        void no_other_order_has_a_cancellation(OrderStatus status, int rented) {
            refused(() -> state(status, rented, cancellation, null));
        }

        @Test
        void a_closed_order_is_fulfilled_and_has_given_up_what_is_open() {
            assertThat(state(OrderStatus.FULFILLED, 1, null, closureOf(2)).closure())
                    .isEqualTo(closureOf(2));
            refused(() -> state(OrderStatus.FULFILLED, 1, null, closureOf(1)));
            refused(() -> state(OrderStatus.FULFILLED, 3, null, closureOf(1)));
            refused(() -> state(OrderStatus.FULFILLED, 0, null, closureOf(3)));
        }

        @ParameterizedTest
        @CsvSource({"PENDING, 0", "CONFIRMED, 0", "PARTIAL, 1"})
        void no_other_order_has_a_closure(OrderStatus status, int rented) {
            refused(() -> state(status, rented, null, closureOf(3 - rented)));
        }

        @Test
        void a_closure_gives_up_something() {
            assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> closureOf(0));
        }

        @Test
        void items_have_numbers_of_their_own_and_there_is_one_at_least() {
            var twice = List.of(item("A").numbered(1), item("B").numbered(1));

            refused(() -> state(OrderStatus.PENDING, twice, null, null));
            refused(() -> state(OrderStatus.PENDING, List.of(), null, null));
        }

        private Closure closureOf(int units) {
            return new Closure(START, "given up", units);
        }

        private static void refused(ThrowingCallable act) {
            assertThatIllegalArgumentException().isThrownBy(act);
        }

        /** An order of three units, so many of them rented. */
        private static OrderState state(
                OrderStatus status, int rented, @Nullable Cancellation cancellation, @Nullable Closure closure) {
            var item = item(MACBOOK).times(3).numbered(1);
            for (int i = 1; i <= rented; i++) {
                item = item.withSubscription(new SubscriptionId("sub_" + i));
            }
            return state(status, List.of(item), cancellation, closure);
        }

        private static OrderState state(
                OrderStatus status,
                List<OrderItem> items,
                @Nullable Cancellation cancellation,
                @Nullable Closure closure) {
            var placed = anOrder().pending().state();
            return new OrderState(
                    placed.tenantId(),
                    placed.id(),
                    2,
                    status,
                    placed.kind(),
                    placed.buyer(),
                    items,
                    placed.currency(),
                    placed.tax(),
                    placed.remarks(),
                    placed.payment(),
                    cancellation,
                    closure,
                    placed.createdAt(),
                    placed.updatedAt(),
                    placed.createdBy());
        }
    }

    @Nested
    class Totals {

        private final OrderFixtures.OrderBuilder laptopsAndTablets = anOrder()
                .with(item(MACBOOK).times(5).for_(24, MONTHS))
                .with(item(IPAD).times(3).for_(12, MONTHS));

        @Test
        void the_worked_example_holds() {
            var totals =
                    laptopsAndTablets.taxed(taxOnTop("21")).pending().state().totals();

            assertThat(totals)
                    .isEqualTo(new OrderTotals(eur("622.00"), eur("130.62"), eur("752.62"), 8, eur("12804.00")));
        }

        @Test
        void tax_that_is_included_is_taken_out_and_not_added() {
            var totals =
                    laptopsAndTablets.taxed(taxIncluded("21")).pending().state().totals();

            assertThat(totals.subtotal()).isEqualTo(eur("622.00"));
            assertThat(totals.taxAmount()).isEqualTo(eur("107.95")); // 77.23 + 30.72
            assertThat(totals.total()).isEqualTo(eur("622.00"));
        }

        @Test
        void without_tax_the_total_is_the_subtotal() {
            var totals =
                    laptopsAndTablets.taxed(TaxSettings.NONE).pending().state().totals();

            assertThat(totals.taxAmount()).isEqualTo(eur("0.00"));
            assertThat(totals.total()).isEqualTo(totals.subtotal());
        }

        @Test
        void tax_is_rounded_per_line_and_then_summed() {
            var order = anOrder()
                    .taxed(taxOnTop("21"))
                    .with(item("A").at("0.03"))
                    .with(item("B").at("0.03"))
                    .with(item("C").at("0.03"))
                    .pending();

            // 0.0063 a line is 0.01; 21 % of the sum of 0.09 would be 0.02
            assertThat(order.state().totals().taxAmount()).isEqualTo(eur("0.03"));
        }

        @Test
        void units_given_up_still_count() {
            assertThat(anOrder().closed().state().totals())
                    .isEqualTo(anOrder().pending().state().totals());
        }

        @Test
        void the_worked_examples_of_a_line_hold() {
            var line = item(MACBOOK).times(5).for_(24, MONTHS).numbered(1);

            assertThat(line.lineTotal()).isEqualTo(eur("445.00"));
            assertThat(line.contractValue()).isEqualTo(eur("10680.00"));
        }
    }

    @Nested
    class Limits {

        @Test
        void an_order_has_1_to_200_items() {
            assertThat(placement(items(200), EUR).items()).hasSize(200);
            refused(() -> placement(items(201), EUR), "an order has 1 to 200 items, not 201");
            refused(() -> placement(List.of(), EUR), "an order has 1 to 200 items, not 0");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 10_000})
        void a_quantity_is_1_to_10000(int quantity) {
            assertThat(item("A").times(quantity).numbered(1).quantity()).isEqualTo(quantity);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 10_001})
        void another_quantity_is_refused(int quantity) {
            refused(() -> item("A").times(quantity).numbered(1), "quantity must be 1 to 10000, not " + quantity);
        }

        @Test
        void an_item_has_no_more_subscriptions_than_units() {
            var full = item("A").numbered(1).withSubscription(new SubscriptionId("sub_1"));

            refused(() -> full.withSubscription(new SubscriptionId("sub_2")), "can't have 2 subscriptions");
        }

        @Test
        void totals_beyond_what_is_an_amount_are_refused_when_the_order_is_placed() {
            var line = item("A").for_(12, MONTHS).at("8333333.33"); // 999 999 999 600 over 12 months for 10 000 units

            assertThat(anOrder().with(line.times(10_000)).placement().items()).hasSize(1);
            refused(
                    () -> anOrder()
                            .with(line.times(10_000))
                            .with(item("B").times(1))
                            .placement(),
                    "an amount must be below 1000000000000");
        }

        @Test
        void items_are_in_the_currency_of_the_order() {
            refused(() -> placement(items(1), USD), "do not mix");
        }

        private static List<OrderItem> items(int count) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(i -> item("SKU-" + i).numbered(i))
                    .toList();
        }

        private static Placement placement(List<OrderItem> items, Currency currency) {
            var usual = anOrder().placement();
            return new Placement(
                    usual.tenantId(),
                    usual.id(),
                    usual.kind(),
                    usual.buyer(),
                    items,
                    currency,
                    usual.tax(),
                    usual.remarks());
        }
    }

    @Nested
    class Details {

        private static final LocalDate JUNE = LocalDate.parse("2025-06-30");
        private static final LocalDate DECEMBER = LocalDate.parse("2025-12-31");

        @Test
        void an_extension_needs_its_details() {
            var details = new ExtensionDetails(new OrderId("ord_0"), 6, JUNE, DECEMBER, " ");

            assertThat(anOrder()
                            .ofKind(new OrderKind(OrderType.EXTENSION, details, null))
                            .pending()
                            .state()
                            .kind()
                            .extensionDetails())
                    .isEqualTo(details);
            assertThat(details.reason()).isNull();
            refused(() -> new OrderKind(OrderType.EXTENSION, null, upgrade("89.00")), "needs extensionDetails");
            refused(() -> new ExtensionDetails(new OrderId("ord_0"), 0, JUNE, DECEMBER, null), "at least 1, not 0");
            refused(() -> new ExtensionDetails(new OrderId("ord_0"), 1, JUNE, DECEMBER, "x".repeat(1001)), "reason");
        }

        @Test
        void an_upgrade_needs_its_details() {
            assertThat(new OrderKind(OrderType.UPGRADE, null, upgrade("89.00")).upgradeDetails())
                    .isEqualTo(upgrade("89"));
            assertThat(upgrade("89.00").previousMonthlyAmount().text()).isEqualTo("89");
            refused(() -> new OrderKind(OrderType.UPGRADE, null, null), "needs upgradeDetails");
            refused(() -> upgrade("-0.01"), "previousMonthlyAmount must be a number of at least 0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"end of June", "2025-02-30", "30-06-2025", "2025-06-30T00:00:00Z"})
        void a_day_that_an_earlier_release_took_as_text_is_kept_but_no_longer_placed(String text) {
            var details = new ExtensionDetails(
                    Recorded.of(new OrderId("ord_0")),
                    6,
                    Recorded.read(text, LocalDate::parse),
                    Recorded.of(DECEMBER),
                    null);
            var kind = new OrderKind(OrderType.EXTENSION, details, null);
            var order = anOrder().ofKind(OrderKind.STANDARD).pending().state();

            refused(() -> anOrder().ofKind(kind).pending(), "extensionDetails.previousEndDate");
            assertThat(Order.restore(withKind(order, kind)).state().kind().extensionDetails())
                    .isEqualTo(details);
            assertThat(details.previousEndDate().value()).isNull();
            assertThat(details.previousEndDate()).hasToString(text);
        }

        @Test
        void an_amount_or_id_that_an_earlier_release_took_is_kept_but_no_longer_placed() {
            Recorded<Money> amount = Recorded.read("12.3456", text -> new Money(new BigDecimal(text), EUR));
            Recorded<SubscriptionId> id = Recorded.read("no id!", SubscriptionId::new);
            var sound = upgrade("12.34");
            var old =
                    new UpgradeDetails("Old laptop", new SerialNumber("SN-0"), amount, sound.previousRentalId(), null);
            var older =
                    new UpgradeDetails("Old laptop", new SerialNumber("SN-0"), sound.previousMonthlyAmount(), id, null);

            assertThat(amount.value()).isNull();
            assertThat(amount).hasToString("12.3456");
            refused(
                    () -> anOrder()
                            .ofKind(new OrderKind(OrderType.UPGRADE, null, old))
                            .pending(),
                    "upgradeDetails.previousMonthlyAmount");
            refused(
                    () -> anOrder()
                            .ofKind(new OrderKind(OrderType.UPGRADE, null, older))
                            .pending(),
                    "upgradeDetails.previousRentalId");
        }

        @Test
        void a_standard_order_needs_none() {
            assertThat(OrderKind.STANDARD).isEqualTo(new OrderKind(OrderType.STANDARD, null, null));
        }

        @Test
        void only_a_business_has_payment_terms_and_a_billing_group() {
            var peter = individualBuyer();

            refused(() -> peter.withBilling(PaymentTerms.NET_7, null), "for business customers");
            refused(() -> peter.withBilling(null, "group_1"), "for business customers");
            assertThat(peter.withBilling(null, " ")).isEqualTo(peter);
            assertThat(businessBuyer().paymentTerms()).isEqualTo(PaymentTerms.NET_14);
        }

        private static OrderState withKind(OrderState state, OrderKind kind) {
            return new OrderState(
                    state.tenantId(),
                    state.id(),
                    state.version(),
                    state.status(),
                    kind,
                    state.buyer(),
                    state.items(),
                    state.currency(),
                    state.tax(),
                    state.remarks(),
                    state.payment(),
                    state.cancellation(),
                    state.closure(),
                    state.createdAt(),
                    state.updatedAt(),
                    state.createdBy());
        }

        private static UpgradeDetails upgrade(String amount) {
            return new UpgradeDetails(
                    "Old laptop",
                    new SerialNumber("SN-0"),
                    Money.of(amount, EUR),
                    new SubscriptionId("sub_0"),
                    "faster");
        }
    }

    @Nested
    class Finding {

        @Test
        void the_open_item_of_a_sku_is_the_first_with_an_open_unit() {
            var state =
                    anOrder().with(item("A")).with(item("A").times(2)).partial().state();

            assertThat(state.openItem(new Sku("A")).map(OrderItem::number)).contains(2);
            assertThat(state.openItem(new Sku("B"))).isEmpty();
        }

        @Test
        void an_item_is_locked_from_its_first_unit_on() {
            var state =
                    anOrder().with(item("A").times(2)).with(item("B")).partial().state();

            assertThat(state.item(1).isLocked()).isTrue();
            assertThat(state.item(1).openUnits()).isEqualTo(1);
            assertThat(state.item(2).isLocked()).isFalse();
            assertThat(state.item(2).rentalStatus()).isEqualTo(RentalStatus.PENDING);
            assertThat(state.subscriptions()).containsExactly(unit(1, 1).subscriptionId());
        }
    }

    @Nested
    class Replay {

        @Test
        void events_begin_with_the_placing() {
            var events = anOrder().confirmed().changes();

            assertThat(Order.replay(events).state())
                    .isEqualTo(anOrder().confirmed().state());
            assertThat(Order.replay(events).changes()).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> Order.replay(List.of()));
            assertThatIllegalArgumentException().isThrownBy(() -> Order.replay(events.subList(1, 2)));
        }

        @Test
        void events_have_no_gap_and_none_comes_twice() {
            var events = anOrder().confirmed().cancel(null, stamp(3)).changes();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Order.replay(List.of(events.get(0), events.get(2))))
                    .withMessage("event 3 can't follow version 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Order.replay(List.of(events.get(0), events.get(1), events.get(1))));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Order.replay(
                            List.of(new Event<>(2, stamp(), events.get(0).fact()))));
        }

        @Test
        void the_first_events_tell_how_the_order_stood_then() {
            var order = anOrder().confirmed().replaceNotes("later", stamp(3));

            assertThat(Order.replay(order.changes().subList(0, 2)).state())
                    .isEqualTo(anOrder().confirmed().state());
        }
    }

    private static void refused(ThrowingCallable act, String why) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(act)
                .withMessageContaining(why)
                .extracting(InvalidValue::code)
                .isEqualTo(SharedError.VALIDATION_ERROR);
    }
}
