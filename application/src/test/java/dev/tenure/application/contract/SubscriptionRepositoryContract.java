package dev.tenure.application.contract;

import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.individualBuyer;
import static dev.tenure.domain.shared.SharedFixtures.KWD;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.subscription.in.FindSubscriptions.Filter;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.catalog.VariantSnapshot;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.ContractPeriod;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import dev.tenure.domain.subscription.SubscriptionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Subscriptions are kept, and no asset is in two running ones. */
public interface SubscriptionRepositoryContract extends StoreWithCustomersContract {

    OrderRepository orders();

    AssetRepository assets();

    SubscriptionRepository subscriptions();

    @Test
    default void a_subscription_with_every_optional_part_is_read_back_as_it_was_written() {
        TenantId tenant = aTenantWithOrders();
        Subscription subscription = new Subscription(
                tenant,
                new SubscriptionId("sub_full"),
                new OrderId("ord_sarah"),
                7,
                sarahsId(),
                "sarah@techcorp.example",
                "Sarah \"Zoë\" Johnson",
                new SerialNumber("SN-FULL"),
                new VariantSnapshot(
                        new ProductId("prod_full"),
                        new VariantId("var_full"),
                        new Sku("FULL-SKU"),
                        "Product 🚲",
                        "Größe M",
                        new ImageUrl("https://a.example/b%20c.png?x=1&y=2")),
                eur("89.01"),
                new ContractPeriod(LocalDate.of(2024, 2, 29), 24),
                SubscriptionStatus.ACTIVE,
                "group_1",
                eur("2799.02"),
                ListPriceSource.MANUAL,
                eur("2350.03"),
                AcquisitionCostSource.LIST_PRICE,
                OrderStories.ODD_TEXT,
                START.plusMillis(4),
                START.plusMillis(5),
                new Actor("apikey:key_5"));

        inserted(subscription);

        assertThat(in(tenant, () -> subscriptions().find(subscription.id()))).contains(subscription);
        assertThat(listed(tenant, Filter.ALL, 10)).containsExactly(subscription);
    }

    @Test
    default void a_subscription_without_any_optional_part_is_read_back_as_it_was_written() {
        TenantId tenant = aTenantWithOrders();
        Subscription subscription = new Subscription(
                tenant,
                new SubscriptionId("sub_plain"),
                new OrderId("ord_peter"),
                1,
                petersId(),
                "peter@home.example",
                "Peter Smit",
                new SerialNumber("SN-PLAIN"),
                new VariantSnapshot(
                        new ProductId("prod_plain"),
                        new VariantId("var_plain"),
                        new Sku("PLAIN-SKU"),
                        "Product",
                        null,
                        null),
                Money.of("1.005", KWD),
                new ContractPeriod(LocalDate.of(1999, 12, 31), 1),
                SubscriptionStatus.ACTIVE,
                null,
                null,
                ListPriceSource.UNKNOWN,
                null,
                AcquisitionCostSource.UNKNOWN,
                null,
                START,
                START,
                new Actor("cli:ann"));

        inserted(subscription);

        assertThat(in(tenant, () -> subscriptions().find(subscription.id()))).contains(subscription);
        assertThat(listed(tenant, Filter.ALL, 10)).containsExactly(subscription);
    }

    @Test
    default void each_status_is_kept_as_itself() {
        TenantId tenant = aTenantWithOrders();

        for (SubscriptionStatus status : SubscriptionStatus.values()) {
            Subscription subscription = subscription(tenant, "sub_" + status, "SN-" + status, status, START);
            inserted(subscription);

            assertThat(in(tenant, () -> subscriptions().find(subscription.id())))
                    .contains(subscription);
        }
    }

    @Test
    default void what_is_not_there_is_not_found() {
        TenantId tenant = aTenantWithOrders();

        assertThat(in(tenant, () -> subscriptions().find(new SubscriptionId("sub_none"))))
                .isEmpty();
        assertThat(listed(tenant, Filter.ALL, 10)).isEmpty();
    }

    @Test
    default void a_serial_number_is_in_one_running_subscription_at_a_time() {
        TenantId tenant = aTenantWithOrders();
        inserted(running(tenant, "sub_1", "SN-1"));

        Throwable refused = catchThrowable(() -> inserted(running(tenant, "sub_2", "SN-1")));

        assertThat(refused).isInstanceOfSatisfying(RuleViolated.class, rule -> assertThat(rule.code())
                .isEqualTo(SubscriptionError.ASSET_NOT_AVAILABLE));
        assertThat(in(tenant, () -> subscriptions().find(new SubscriptionId("sub_2"))))
                .isEmpty();
    }

    @Test
    default void a_serial_number_that_several_want_at_once_is_given_to_one() {
        TenantId tenant = aTenantWithOrders();
        registered(tenant, "SN-1");

        List<Boolean> inserted = Parallel.results(number -> {
            try {
                within(tenant, () -> subscriptions().insert(running(tenant, "sub_" + number, "SN-1")));
                return true;
            } catch (RuleViolated taken) {
                assertThat(taken.code()).isEqualTo(SubscriptionError.ASSET_NOT_AVAILABLE);
                return false;
            }
        });

        assertThat(inserted).containsOnlyOnce(true);
        assertThat(listed(tenant, Filter.ALL, 10)).hasSize(1);
    }

    @Test
    default void a_serial_number_is_free_again_when_its_subscription_has_ended() {
        TenantId tenant = aTenantWithOrders();
        inserted(subscription(tenant, "sub_1", "SN-1", SubscriptionStatus.ENDED_COMPLETED, START));
        inserted(subscription(tenant, "sub_2", "SN-1", SubscriptionStatus.CANCELLED, START));

        inserted(running(tenant, "sub_3", "SN-1"));

        assertThat(listed(tenant, new Filter(null, null, null, "SN-1"), 10)).hasSize(3);
    }

    @Test
    default void tenants_do_not_see_each_others_subscriptions() {
        TenantId tenant = aTenantWithOrders();
        TenantId other = aTenantWithOrders();
        Subscription mine = running(tenant, "sub_1", "SN-1");
        Subscription theirs = subscription(other, "sub_1", "SN-1", SubscriptionStatus.ACTIVE, START.plusSeconds(9));
        inserted(mine);

        assertThat(in(other, () -> subscriptions().find(mine.id()))).isEmpty();
        assertThat(listed(other, Filter.ALL, 10)).isEmpty();
        inserted(theirs);
        assertThat(in(tenant, () -> subscriptions().find(mine.id()))).contains(mine);
        assertThat(in(other, () -> subscriptions().find(mine.id()))).contains(theirs);
        Filter everything = new Filter(SubscriptionStatus.ACTIVE, sarahsId().value(), "ord_sarah", "SN-1");
        assertThat(listed(tenant, everything, 10)).containsExactly(mine);
        assertThat(listed(other, everything, 10)).containsExactly(theirs);
    }

    @Test
    default void a_subscription_can_not_be_written_for_another_tenant() {
        TenantId tenant = aTenantWithOrders();
        TenantId other = aTenantWithOrders();
        registered(tenant, "SN-1");
        registered(other, "SN-1");
        Subscription theirs = running(other, "sub_1", "SN-1");

        assertThatThrownBy(() -> within(tenant, () -> subscriptions().insert(theirs)))
                .isInstanceOf(RuntimeException.class);

        assertThat(listed(tenant, Filter.ALL, 10)).isEmpty();
        assertThat(listed(other, Filter.ALL, 10)).isEmpty();
    }

    @Test
    default void subscriptions_are_listed_newest_first_each_once() {
        TenantId tenant = aTenantWithOrders();
        List<Subscription> newestFirst = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Subscription subscription = subscription(
                    tenant, "sub_" + i, "SN-" + (7 - i), SubscriptionStatus.ACTIVE, START.plusSeconds(i / 3));
            inserted(subscription);
            newestFirst.add(0, subscription);
        }

        assertThat(listed(tenant, Filter.ALL, 1)).isEqualTo(newestFirst);
        assertThat(listed(tenant, Filter.ALL, 3)).isEqualTo(newestFirst);
        assertThat(listed(tenant, Filter.ALL, 7)).isEqualTo(newestFirst);
        assertThat(in(tenant, () -> subscriptions().list(Filter.ALL, 7, null)).next())
                .isNull();
        assertThat(in(tenant, () -> subscriptions().list(Filter.ALL, 6, null)).next())
                .isNotNull();
    }

    @Test
    default void a_walk_visits_each_subscription_once_while_others_begin() {
        TenantId tenant = aTenantWithOrders();
        for (int i = 0; i < 6; i++) {
            inserted(running(tenant, "sub_m" + i, "SN-" + i));
        }
        List<String> visited = new ArrayList<>();
        @Nullable Position position = null;
        int step = 0;

        do {
            Position after = position;
            Slice<Subscription> slice = in(tenant, () -> subscriptions().list(Filter.ALL, 2, after));
            slice.rows().forEach(subscription -> visited.add(subscription.id().value()));
            position = slice.next();
            inserted(running(tenant, "sub_z" + step, "SN-Z" + step));
            step++;
        } while (position != null && step < 20);

        assertThat(visited).containsExactly("sub_m5", "sub_m4", "sub_m3", "sub_m2", "sub_m1", "sub_m0");
    }

    @Test
    default void filters_of_a_list_combine() {
        TenantId tenant = aTenantWithOrders();
        inserted(subscription(tenant, "sub_1", "SN-1", SubscriptionStatus.ENDED_BUYOUT, START));
        inserted(subscription(tenant, "sub_2", "SN-1", SubscriptionStatus.ACTIVE, START));
        inserted(subscription(tenant, "sub_3", "SN-2", SubscriptionStatus.ACTIVE, START));
        inserted(of(running(tenant, "sub_4", "SN-3"), "ord_peter", petersId()));

        assertThat(ids(tenant, new Filter(SubscriptionStatus.ACTIVE, null, null, null)))
                .containsExactly("sub_4", "sub_3", "sub_2");
        assertThat(ids(tenant, new Filter(SubscriptionStatus.ENDED_BUYOUT, null, null, null)))
                .containsExactly("sub_1");
        assertThat(ids(tenant, new Filter(null, petersId().value(), null, null)))
                .containsExactly("sub_4");
        assertThat(ids(tenant, new Filter(null, null, "ord_sarah", null))).containsExactly("sub_3", "sub_2", "sub_1");
        assertThat(ids(tenant, new Filter(null, null, null, "SN-1"))).containsExactly("sub_2", "sub_1");
        assertThat(ids(tenant, new Filter(SubscriptionStatus.ACTIVE, sarahsId().value(), "ord_sarah", "SN-1")))
                .containsExactly("sub_2");
        assertThat(ids(tenant, new Filter(SubscriptionStatus.ACTIVE, petersId().value(), "ord_sarah", null)))
                .isEmpty();
        assertThat(ids(tenant, new Filter(null, "", null, null))).isEmpty();
        assertThat(ids(tenant, new Filter(null, null, null, "sn-1"))).isEmpty();
        assertThat(ids(tenant, new Filter(null, null, OrderStories.ODD_TEXT, null)))
                .isEmpty();
    }

    @Test
    default void nothing_works_outside_a_transaction() {
        Subscription subscription = running(aTenantWithOrders(), "sub_1", "SN-1");

        assertThatThrownBy(() -> subscriptions().insert(subscription)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> subscriptions().find(subscription.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> subscriptions().list(Filter.ALL, 1, null)).isInstanceOf(IllegalStateException.class);
    }

    /** A tenant with an order of Sarah's and one of Peter's. */
    private TenantId aTenantWithOrders() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> {
            orders().insert(anOrder().of(tenant).withId("ord_sarah").pending());
            orders().insert(anOrder()
                    .of(tenant)
                    .withId("ord_peter")
                    .by(individualBuyer())
                    .pending());
        });
        return tenant;
    }

    private void registered(TenantId tenant, String serialNumber) {
        within(
                tenant,
                () -> FindOrInsert.findOrInsert(
                        assets(),
                        Asset.register(tenant, new SerialNumber(serialNumber), new Sku("SKU"), "Product", START)));
    }

    private void inserted(Subscription subscription) {
        registered(subscription.tenantId(), subscription.serialNumber().value());
        within(subscription.tenantId(), () -> subscriptions().insert(subscription));
    }

    private List<Subscription> listed(TenantId tenant, Filter filter, int limit) {
        List<Subscription> visited = new ArrayList<>();
        @Nullable Position position = null;
        do {
            Position after = position;
            Slice<Subscription> slice = in(tenant, () -> subscriptions().list(filter, limit, after));
            visited.addAll(slice.rows());
            position = slice.next();
        } while (position != null && visited.size() < 100);
        return visited;
    }

    private List<String> ids(TenantId tenant, Filter filter) {
        return listed(tenant, filter, 2).stream()
                .map(subscription -> subscription.id().value())
                .toList();
    }

    private static Subscription running(TenantId tenant, String id, String serialNumber) {
        return subscription(tenant, id, serialNumber, SubscriptionStatus.ACTIVE, START);
    }

    private static Subscription subscription(
            TenantId tenant, String id, String serialNumber, SubscriptionStatus status, Instant createdAt) {
        return new Subscription(
                tenant,
                new SubscriptionId(id),
                new OrderId("ord_sarah"),
                1,
                sarahsId(),
                "sarah@techcorp.example",
                "Sarah Johnson",
                new SerialNumber(serialNumber),
                new VariantSnapshot(
                        new ProductId("prod_1"), new VariantId("var_1"), new Sku("SKU"), "Product", null, null),
                eur("89.00"),
                new ContractPeriod(LocalDate.of(2025, 1, 31), 12),
                status,
                null,
                null,
                ListPriceSource.UNKNOWN,
                null,
                AcquisitionCostSource.UNKNOWN,
                null,
                createdAt,
                createdAt,
                new Actor("cli:ann"));
    }

    private static Subscription of(Subscription subscription, String orderId, CustomerId customerId) {
        return new Subscription(
                subscription.tenantId(),
                subscription.id(),
                new OrderId(orderId),
                subscription.itemNumber(),
                customerId,
                subscription.customerEmail(),
                subscription.customerName(),
                subscription.serialNumber(),
                subscription.variant(),
                subscription.monthlyAmount(),
                subscription.period(),
                subscription.status(),
                subscription.billingGroupId(),
                subscription.listPrice(),
                subscription.listPriceSource(),
                subscription.acquisitionCost(),
                subscription.acquisitionCostSource(),
                subscription.notes(),
                subscription.createdAt(),
                subscription.updatedAt(),
                subscription.createdBy());
    }
}
