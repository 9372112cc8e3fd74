package dev.tenure.application.subscription;

import static dev.tenure.application.order.in.OrderCommands.IPAD;
import static dev.tenure.application.order.in.OrderCommands.MACBOOK;
import static dev.tenure.application.order.in.OrderCommands.MONITOR;
import static dev.tenure.application.order.in.OrderCommands.anOrder;
import static dev.tenure.application.order.in.OrderCommands.business;
import static dev.tenure.application.order.in.OrderCommands.minimal;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static dev.tenure.application.tenant.in.SettingsChange.inDemo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.subscription.in.CreateSubscription.Created;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.in.FindSubscriptions.Filter;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.RentalProgress;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.AssetStatus;
import dev.tenure.domain.subscription.ContractPeriod;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import dev.tenure.domain.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionServiceTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();
    private final FindSubscriptions subscriptions =
            tenure.useCases().subscriptions().find();

    // What a hand-over does

    @Test
    void handing_over_an_asset_starts_a_subscription_with_what_the_order_captured() {
        OrderView order = place(anOrder()
                .by(business("acme@example.com"))
                .with(MACBOOK, 2, 24)
                .inGroup("group_1")
                .build());
        tenure.clock().advance(Duration.ofDays(3));

        Created created = create(forOrder(order).withNotes("in person"));

        Subscription subscription = created.subscription();
        assertThat(subscription.id()).hasToString("sub_000001");
        assertThat(subscription.orderId()).hasToString(order.orderId());
        assertThat(subscription.itemNumber()).isEqualTo(1);
        assertThat(subscription.customerId()).hasToString(order.customerId());
        assertThat(subscription.customerEmail()).isEqualTo("acme@example.com");
        assertThat(subscription.customerName()).isEqualTo("Sarah Johnson");
        assertThat(subscription.serialNumber()).isEqualTo(new SerialNumber("SN-1"));
        assertThat(subscription.variant().sku()).hasToString(MACBOOK);
        assertThat(subscription.monthlyAmount()).hasToString("EUR 89.00");
        assertThat(subscription.period()).isEqualTo(new ContractPeriod(LocalDate.of(2025, 1, 18), 24));
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(subscription.billingGroupId()).isEqualTo("group_1");
        assertThat(subscription.notes()).isEqualTo("in person");
        assertThat(subscription.createdBy()).hasToString("cli:ann");
        assertThat(subscriptions.one(caller, "sub_000001")).isEqualTo(subscription);
    }

    @Test
    void the_order_goes_to_partial_and_with_its_last_unit_to_fulfilled() {
        OrderView order = place(anOrder().with(MACBOOK, 1).with(IPAD, 1).build());

        OrderView partial = create(forOrder(order).ofItem(0).serial("SN-1")).order();
        OrderView fulfilled = create(forOrder(order).serial("SN-2")).order();

        assertThat(partial.status()).isEqualTo(OrderStatus.PARTIAL);
        assertThat(partial.rentalProgress()).isEqualTo(new RentalProgress(2, 1));
        assertThat(fulfilled.status()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(fulfilled.subscriptions().stream().map(Object::toString))
                .containsExactly("sub_000001", "sub_000002");
        assertThat(tenure.useCases().orders().find().one(caller, order.orderId()))
                .isEqualTo(fulfilled);
    }

    @Test
    void an_unknown_asset_is_registered_on_the_way_and_is_then_rented_out() {
        OrderView order = place(minimal());

        Created created = create(forOrder(order));

        Asset asset = tenure.asset(caller, "SN-1").orElseThrow();
        assertThat(asset.sku()).hasToString(MACBOOK);
        assertThat(asset.productName()).isEqualTo("MacBook Pro 16 M3");
        assertThat(asset.status()).isEqualTo(AssetStatus.RENTED_OUT);
        assertThat(asset.subscriptionId()).isEqualTo(created.subscription().id());
        assertThat(asset.customerId()).hasToString(order.customerId());
    }

    @Test
    void a_refused_hand_over_leaves_nothing() {
        OrderView order = place(minimal());
        create(forOrder(order));
        OrderView other = place(minimal());

        assertThat(code(() -> create(forOrder(other)))).isEqualTo(SubscriptionError.ASSET_NOT_AVAILABLE);

        assertThat(tenure.useCases().orders().find().one(caller, other.orderId()))
                .isEqualTo(other);
        assertThat(subscriptions.list(caller, Filter.ALL, PageRequest.FIRST).rows())
                .hasSize(1);
        assertThat(brokenFields(() -> create(forOrder(other).serial("SN-2").inGroup("group_1"))))
                .containsExactly("billingGroupId invalid");
        assertThat(tenure.asset(caller, "SN-2")).isEmpty();
    }

    // Which item is meant

    @Test
    void an_item_can_be_named_by_its_place() {
        OrderView order = place(anOrder().with(MACBOOK, 1).with(IPAD, 2).build());

        assertThat(create(forOrder(order).ofItem(1)).subscription().variant().sku())
                .hasToString(IPAD);
        assertThat(brokenFields(() -> create(forOrder(order).ofItem(2).serial("SN-2"))))
                .containsExactly("itemIndex ITEM_NOT_FOUND");
        assertThat(brokenFields(() -> create(forOrder(order).ofItem(-1).serial("SN-2"))))
                .containsExactly("itemIndex too_small");
        assertThat(brokenFields(
                        () -> create(forOrder(order).ofItem(1).sku(MACBOOK).serial("SN-2"))))
                .containsExactly("sku invalid");
    }

    @Test
    void an_item_can_be_named_by_its_sku_and_is_the_first_with_an_open_unit() {
        OrderView order = place(anOrder()
                .with(MACBOOK, 1, 12)
                .with(IPAD, 1)
                .with(MACBOOK, 1, 24)
                .build());

        assertThat(create(forOrder(order).sku(MACBOOK).serial("SN-1"))
                        .subscription()
                        .itemNumber())
                .isEqualTo(1);
        assertThat(create(forOrder(order).sku(MACBOOK).serial("SN-2"))
                        .subscription()
                        .itemNumber())
                .isEqualTo(3);
        assertThat(code(() -> create(forOrder(order).sku(MACBOOK).serial("SN-3"))))
                .isEqualTo(OrderError.ITEM_FULLY_FULFILLED);
        assertThat(code(() -> create(forOrder(order).sku(MACBOOK).months(24).serial("SN-3"))))
                .isEqualTo(OrderError.ITEM_FULLY_FULFILLED);
        assertThat(brokenFields(() -> create(forOrder(order).sku(MONITOR).serial("SN-4"))))
                .containsExactly("sku ITEM_NOT_FOUND");
    }

    @Test
    void the_place_of_an_item_outranks_its_sku() {
        OrderView order =
                place(anOrder().with(MACBOOK, 1, 12).with(MACBOOK, 1, 24).build());

        assertThat(create(forOrder(order).sku(MACBOOK).ofItem(1)).subscription().itemNumber())
                .isEqualTo(2);
    }

    @Test
    void the_sku_of_a_known_asset_names_the_item() {
        OrderView order = place(anOrder().with(MACBOOK, 1).with(IPAD, 1).build());
        tenure.register(caller, "SN-1", IPAD);

        assertThat(create(forOrder(order)).subscription().itemNumber()).isEqualTo(2);
    }

    @Test
    void the_only_item_with_an_open_unit_needs_no_name() {
        OrderView order = place(anOrder().with(MACBOOK, 1).with(IPAD, 1).build());
        create(forOrder(order).ofItem(0).serial("SN-1"));

        assertThat(create(forOrder(order).serial("SN-2")).subscription().itemNumber())
                .isEqualTo(2);
    }

    @Test
    void an_item_must_be_named_where_several_have_open_units() {
        OrderView order = place(anOrder().with(MACBOOK, 1).with(IPAD, 1).build());

        assertThat(brokenFields(() -> create(forOrder(order)))).containsExactly("itemIndex invalid");
    }

    @Test
    void an_item_without_an_open_unit_is_refused() {
        OrderView order = place(anOrder().with(MACBOOK, 1).with(IPAD, 1).build());
        create(forOrder(order).ofItem(0).serial("SN-1"));
        tenure.register(caller, "SN-2", MACBOOK);

        assertThat(code(() -> create(forOrder(order).ofItem(0).serial("SN-3"))))
                .isEqualTo(OrderError.ITEM_FULLY_FULFILLED);
        assertThat(code(() -> create(forOrder(order).serial("SN-2")))).isEqualTo(OrderError.ITEM_FULLY_FULFILLED);
    }

    // The asset

    @Test
    void an_asset_of_another_sku_than_the_item_is_refused() {
        OrderView order = place(anOrder().with(MACBOOK, 1).with(IPAD, 1).build());
        tenure.register(caller, "SN-IPAD", IPAD);
        tenure.register(caller, "SN-MONITOR", MONITOR);

        assertThat(code(() -> create(forOrder(order).ofItem(0).serial("SN-IPAD"))))
                .isEqualTo(SubscriptionError.SKU_MISMATCH);
        assertThat(code(() -> create(forOrder(order).sku(MACBOOK).serial("SN-IPAD"))))
                .isEqualTo(SubscriptionError.SKU_MISMATCH);
        assertThat(code(() -> create(forOrder(order).serial("SN-MONITOR")))).isEqualTo(SubscriptionError.SKU_MISMATCH);
    }

    @Test
    void a_serial_number_in_use_is_refused_within_an_order_and_across_orders() {
        OrderView order = place(anOrder().with(MACBOOK, 2).build());
        create(forOrder(order));
        OrderView other = place(minimal());

        assertThat(code(() -> create(forOrder(order)))).isEqualTo(SubscriptionError.ASSET_NOT_AVAILABLE);
        assertThat(code(() -> create(forOrder(other)))).isEqualTo(SubscriptionError.ASSET_NOT_AVAILABLE);
        assertThat(code(() -> create(forOrder(other).serial(" SN-1 "))))
                .isEqualTo(SubscriptionError.ASSET_NOT_AVAILABLE);
    }

    @Test
    void a_tenant_may_want_assets_registered_before() {
        tenure.useCases()
                .tenants()
                .changeSettings()
                .change(inDemo().requireRegisteredAssets(true).command());
        OrderView order = place(anOrder().with(MACBOOK, 1).build());

        assertThat(brokenFields(() -> create(forOrder(order)))).containsExactly("assetSerialNumber ASSET_NOT_FOUND");
        tenure.register(caller, "SN-1", MACBOOK);
        assertThat(create(forOrder(order)).order().status()).isEqualTo(OrderStatus.FULFILLED);
    }

    // The order

    @Test
    void a_pending_order_can_be_fulfilled_unless_the_tenant_wants_it_confirmed() {
        OrderView order = place(minimal());
        tenure.useCases()
                .tenants()
                .changeSettings()
                .change(inDemo().requireConfirmation(true).command());

        assertThat(code(() -> create(forOrder(order)))).isEqualTo(OrderError.ORDER_NOT_CONFIRMED);
        assertThat(tenure.asset(caller, "SN-1")).isEmpty();
        tenure.useCases().orders().confirm().confirm(caller, order.orderId());
        assertThat(create(forOrder(order)).order().status()).isEqualTo(OrderStatus.FULFILLED);
    }

    @Test
    void a_cancelled_or_fulfilled_order_can_not_be_fulfilled() {
        OrderView cancelled = place(minimal());
        tenure.useCases().orders().cancel().cancel(caller, new CancelOrderCommand(cancelled.orderId(), null));
        OrderView fulfilled = place(minimal());
        create(forOrder(fulfilled));

        assertThat(code(() -> create(forOrder(cancelled).serial("SN-2")))).isEqualTo(OrderError.ORDER_NOT_CONFIRMED);
        assertThat(code(() -> create(forOrder(fulfilled).serial("SN-2")))).isEqualTo(OrderError.ITEM_FULLY_FULFILLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ord_999999", "../etc", "ord_000001\0"})
    void an_order_that_is_not_there_is_a_broken_reference(String id) {
        place(minimal());

        assertThat(brokenFields(() -> create(new Command(id).serial("SN-1"))))
                .containsExactly("orderId ORDER_NOT_FOUND");
    }

    @Test
    void an_order_of_another_tenant_is_a_broken_reference() {
        OrderView order = place(minimal());
        tenure.useCases().tenants().create().create(new CreateTenantCommand("other", null, "EUR"));

        assertThat(brokenFields(() -> tenure.useCases()
                        .subscriptions()
                        .create()
                        .create(tenure.caller("other"), forOrder(order).build())))
                .containsExactly("orderId ORDER_NOT_FOUND");
    }

    // What the command repeats must agree

    @Test
    void a_customer_and_a_contract_length_must_be_the_orders() {
        OrderView order = place(anOrder().with(MACBOOK, 2, 24).build());

        assertThat(brokenFields(() -> create(forOrder(order).ofCustomer("cust_999999"))))
                .containsExactly("customerId invalid");
        assertThat(brokenFields(() -> create(forOrder(order).months(12))))
                .containsExactly("contractLength INVALID_CONTRACT_LENGTH");
        assertThat(create(forOrder(order).ofCustomer(order.customerId()).months(24))
                        .order()
                        .status())
                .isEqualTo(OrderStatus.PARTIAL);
    }

    @Test
    void a_billing_group_is_for_businesses_and_goes_before_the_orders() {
        OrderView ofBusiness = place(anOrder()
                .by(business("acme@example.com"))
                .with(MACBOOK, 1)
                .inGroup("group_1")
                .build());
        OrderView ofIndividual = place(minimal());

        assertThat(create(forOrder(ofBusiness).inGroup("group_2"))
                        .subscription()
                        .billingGroupId())
                .isEqualTo("group_2");
        assertThat(brokenFields(
                        () -> create(forOrder(ofIndividual).serial("SN-2").inGroup("group_2"))))
                .containsExactly("billingGroupId invalid");
    }

    @Test
    @SuppressWarnings("NullAway") // A client leaves out what is required.
    void all_unusable_fields_are_named_at_once() {
        assertThat(brokenFields(() -> create(new Command(null)
                        .serial("s".repeat(Text.LINE + 1))
                        .inGroup("g".repeat(Text.LINE + 1))
                        .withNotes("n".repeat(Text.NOTES + 1)))))
                .containsExactly(
                        "assetSerialNumber too_big", "billingGroupId too_big", "notes too_big", "orderId required");
    }

    @Test
    void what_only_the_model_refuses_is_named_field_by_field_too() {
        OrderView order = place(minimal());

        assertThat(brokenFields(
                        () -> create(forOrder(order).serial("SN\0").sku(" ").from(LocalDate.MAX))))
                .containsExactly("assetSerialNumber invalid", "sku invalid", "startDate invalid");
        for (LocalDate day : List.of(
                LocalDate.MIN,
                ContractPeriod.EARLIEST_START.minusDays(1),
                ContractPeriod.LATEST_START.plusDays(1),
                LocalDate.MAX)) {
            assertThat(brokenFields(() -> create(forOrder(order).from(day)))).containsExactly("startDate invalid");
        }
        assertThat(brokenFields(() -> create(forOrder(order).withNotes("\0")))).containsExactly("notes invalid");
        assertThat(tenure.asset(caller, "SN-1")).isEmpty();
    }

    // Dates

    @ParameterizedTest
    @CsvSource({
        "UTC,                 2025-06-30T23:59:59.999Z, 2025-06-30",
        "UTC,                 2025-07-01T00:00:00Z,     2025-07-01",
        "Pacific/Auckland,    2025-06-30T12:00:00Z,     2025-07-01",
        "Pacific/Auckland,    2025-06-30T11:59:59Z,     2025-06-30",
        "America/Los_Angeles, 2025-07-01T06:59:59Z,     2025-06-30",
        "Europe/Amsterdam,    2025-12-31T23:00:00Z,     2026-01-01"
    })
    void a_contract_starts_today_in_the_tenants_time_zone(String zone, String now, LocalDate start) {
        tenure.useCases()
                .tenants()
                .changeSettings()
                .change(inDemo().timeZone(zone).command());
        OrderView order = place(minimal());
        tenure.clock().set(now);

        ContractPeriod period = create(forOrder(order)).subscription().period();

        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(start.plusMonths(12).minusDays(1));
    }

    @Test
    void a_contract_can_start_on_a_day_that_is_named_past_or_future() {
        OrderView order = place(anOrder().with(MACBOOK, 3).build());

        assertThat(create(forOrder(order).serial("SN-1").from(LocalDate.of(2024, 7, 1)))
                        .subscription()
                        .period()
                        .end())
                .isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(create(forOrder(order).serial("SN-2").from(ContractPeriod.EARLIEST_START))
                        .subscription()
                        .period()
                        .start())
                .isEqualTo(ContractPeriod.EARLIEST_START);
        assertThat(create(forOrder(order).serial("SN-3").from(ContractPeriod.LATEST_START))
                        .subscription()
                        .period()
                        .end())
                .hasToString("3000-12-30");
    }

    // Lists

    @Test
    void subscriptions_are_listed_newest_first_page_by_page() {
        OrderView order = place(anOrder().with(MACBOOK, 3).build());
        for (int i = 1; i <= 3; i++) {
            create(forOrder(order).serial("SN-" + i));
        }

        Page<Subscription> first = subscriptions.list(caller, Filter.ALL, new PageRequest(2, null));
        Page<Subscription> second = subscriptions.list(caller, Filter.ALL, new PageRequest(2, first.nextCursor()));

        assertThat(ids(first)).containsExactly("sub_000003", "sub_000002");
        assertThat(ids(second)).containsExactly("sub_000001");
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void filters_narrow_a_list() {
        OrderView one = place(anOrder().with(MACBOOK, 2).build());
        OrderView other =
                place(anOrder().by("jane@example.com").with(MACBOOK, 1).build());
        create(forOrder(one).serial("SN-1"));
        create(forOrder(one).serial("SN-2"));
        create(forOrder(other).serial("SN-3"));

        assertThat(listed(new Filter(null, null, one.orderId(), null))).containsExactly("sub_000002", "sub_000001");
        assertThat(listed(new Filter(null, other.customerId(), null, null))).containsExactly("sub_000003");
        assertThat(listed(new Filter(SubscriptionStatus.ACTIVE, null, null, "SN-2")))
                .containsExactly("sub_000002");
        assertThat(listed(new Filter(SubscriptionStatus.CANCELLED, null, null, null)))
                .isEmpty();
    }

    @Test
    void a_cursor_is_good_for_its_own_query_and_tenant_only() {
        OrderView order = place(anOrder().with(MACBOOK, 2).build());
        create(forOrder(order).serial("SN-1"));
        create(forOrder(order).serial("SN-2"));
        PageRequest next = new PageRequest(
                1,
                subscriptions.list(caller, Filter.ALL, new PageRequest(1, null)).nextCursor());

        assertThat(brokenFields(() -> subscriptions.list(caller, new Filter(null, null, order.orderId(), null), next)))
                .containsExactly("startAfter invalid_string");
        assertThat(brokenFields(() -> subscriptions.list(tenure.caller("other"), Filter.ALL, next)))
                .containsExactly("startAfter invalid_string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub_999999", "", "../etc", "sub_000001\0"})
    void a_subscription_that_is_not_there_is_not_found(String id) {
        create(forOrder(place(minimal())));

        assertThat(code(() -> subscriptions.one(caller, id))).isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> subscriptions.one(tenure.caller("other"), "sub_000001")))
                .isEqualTo(ApplicationError.NOT_FOUND);
    }

    private OrderView place(PlaceOrderCommand command) {
        OrderView order = tenure.useCases().orders().place().place(caller, command);
        assertThat(order.items().stream().map(OrderItem::openUnits)).doesNotContain(0);
        return order;
    }

    private Created create(Command command) {
        return tenure.useCases().subscriptions().create().create(caller, command.build());
    }

    private List<String> listed(Filter filter) {
        return ids(subscriptions.list(caller, filter, PageRequest.FIRST));
    }

    private static List<String> ids(Page<Subscription> page) {
        return page.rows().stream()
                .map(subscription -> subscription.id().value())
                .toList();
    }

    /** The hand-over of the asset SN-1 for this order, nothing else said. */
    private static Command forOrder(OrderView order) {
        return new Command(order.orderId());
    }

    private static final class Command {

        private final String orderId;
        private String serialNumber = "SN-1";
        private @Nullable String customerId;
        private @Nullable Integer itemIndex;
        private @Nullable String sku;
        private @Nullable LocalDate startDate;
        private @Nullable Integer contractLength;
        private @Nullable String billingGroupId;
        private @Nullable String notes;

        Command(String orderId) {
            this.orderId = orderId;
        }

        Command serial(String value) {
            serialNumber = value;
            return this;
        }

        Command ofCustomer(String id) {
            customerId = id;
            return this;
        }

        Command ofItem(int index) {
            itemIndex = index;
            return this;
        }

        Command sku(String value) {
            sku = value;
            return this;
        }

        Command from(LocalDate day) {
            startDate = day;
            return this;
        }

        Command months(int length) {
            contractLength = length;
            return this;
        }

        Command inGroup(String id) {
            billingGroupId = id;
            return this;
        }

        Command withNotes(String text) {
            notes = text;
            return this;
        }

        CreateSubscriptionCommand build() {
            return new CreateSubscriptionCommand(
                    orderId,
                    serialNumber,
                    customerId,
                    itemIndex,
                    sku,
                    startDate,
                    contractLength,
                    billingGroupId,
                    notes);
        }
    }
}
