package dev.tenure.adapter.persistence;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.item;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.in.UpsertProduct;
import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.catalog.in.UpsertProductCommand.TierInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.VariantInput;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.catalog.upsert.UpsertProductService;
import dev.tenure.application.contract.FindOrInsert;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.memory.CountingIds;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.batch.BatchUseCase;
import dev.tenure.application.shared.batch.IdempotencyGuard;
import dev.tenure.application.subscription.FulfilmentService;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.CreateSubscription.Created;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.in.FulfilOrder;
import dev.tenure.application.subscription.in.FulfilOrder.Fulfilled;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import dev.tenure.application.subscription.out.SubscriptionPorts;
import dev.tenure.domain.catalog.CatalogFixtures;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerFixtures;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.SharedFixtures;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Subscription;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class ParallelUseIT extends JooqPorts implements StoreWithCustomersContract {

    @Test
    void parallel_orders_of_one_email_address_make_one_customer() throws Exception {
        TenantId tenant = aTenant();

        List<CustomerId> ids = Parallel.results(
                20,
                number -> in(tenant, () -> FindOrInsert.findOrInsert(customers(), customer(tenant, number))
                        .id()));

        assertThat(ids).hasSize(20).containsOnly(ids.get(0));
        assertThat(TestDatabase.server().ask("select count(*) from customer where tenant_id = '%s'".formatted(tenant)))
                .isEqualTo("1");
    }

    private static Customer customer(TenantId tenant, int number) {
        String email = number % 2 == 0 ? "New@Example.com" : "new@example.com";
        return new Customer(
                tenant,
                new CustomerId("cust_" + number),
                CustomerFixtures.someone(email),
                SharedFixtures.billingAddress(),
                SharedFixtures.shippingAddress(),
                true,
                SharedFixtures.START,
                SharedFixtures.START);
    }

    @Test
    void fifty_parallel_hand_overs_of_twenty_units_make_exactly_twenty_subscriptions() throws Exception {
        TenantId tenant = aTenantWithCustomers();
        OrderId id = new OrderId("ord_twenty");
        within(tenant, () -> orders().insert(anOrder()
                .of(tenant)
                .withId(id.value())
                .with(item(CatalogFixtures.MACBOOK).times(20))
                .pending()));

        List<String> outcomes = Parallel.results(50, number -> outcome(tenant, id, "SN-%03d".formatted(number)));

        assertThat(count(outcomes))
                .containsExactlyInAnyOrderEntriesOf(Map.of("done", 20L, "ITEM_FULLY_FULFILLED", 30L));
        assertThat(running(tenant)).hasSize(20);
        Order order = in(tenant, () -> orders().find(id).orElseThrow());
        assertThat(order.state().status()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(order.state().subscriptions())
                .containsExactlyInAnyOrderElementsOf(
                        running(tenant).stream().map(Subscription::id).toList());
        assertThat(in(tenant, () -> Order.replay(orders().events(id))).state()).isEqualTo(order.state());
    }

    @Test
    void a_serial_number_is_handed_over_once_however_many_orders_want_it() throws Exception {
        TenantId tenant = aTenantWithCustomers();
        for (int i = 0; i < 8; i++) {
            String id = "ord_" + i;
            within(tenant, () -> orders().insert(anOrder()
                    .of(tenant)
                    .withId(id)
                    .with(item(CatalogFixtures.MACBOOK).times(5))
                    .pending()));
        }

        List<String> outcomes =
                Parallel.results(32, number -> outcome(tenant, new OrderId("ord_" + number % 8), "SN-" + number / 8));

        assertThat(count(outcomes)).containsExactlyInAnyOrderEntriesOf(Map.of("done", 4L, "ASSET_NOT_AVAILABLE", 28L));
        assertThat(running(tenant).stream().map(Subscription::serialNumber)).doesNotHaveDuplicates();
    }

    @Test
    void parallel_upserts_of_one_product_make_one_product_with_every_variant() throws Exception {
        TenantId tenant = aTenant();

        List<UpsertProduct.Result> results = Parallel.results(
                20,
                number -> upsert.upsert(
                        caller(tenant), product("BIKE", "E-Bike " + number, "BIKE-" + number, "BIKE-SHARED")));

        assertThat(results.stream().filter(UpsertProduct.Result::created)).hasSize(1);
        assertThat(results.stream().map(result -> result.product().version()))
                .doesNotHaveDuplicates()
                .contains(1L, 20L);
        Product kept = bike(tenant);
        assertThat(kept.variants()).hasSize(21);
        assertThat(results.stream().map(result -> result.product().value().id()))
                .containsOnly(kept.id());
        assertThat(TestDatabase.server().ask("select count(*) from variant where tenant_id = '%s'".formatted(tenant)))
                .isEqualTo("21");
    }

    @Test
    void a_variant_that_several_new_products_want_at_once_is_given_to_one_and_the_others_leave_nothing()
            throws Exception {
        TenantId tenant = aTenant();

        List<String> outcomes = Parallel.results(10, number -> {
            try {
                return upsert.upsert(
                                        caller(tenant),
                                        product("BIKE-" + number, "E-Bike", "OWN-" + number, "BIKE-SHARED"))
                                .created()
                        ? "done"
                        : "updated";
            } catch (Conflict refused) {
                return refused.code().name();
            }
        });

        assertThat(count(outcomes)).containsExactlyInAnyOrderEntriesOf(Map.of("done", 1L, "DUPLICATE_SKU", 9L));
        assertThat(TestDatabase.server().ask("select count(*) from product where tenant_id = '%s'".formatted(tenant)))
                .isEqualTo("1");
        assertThat(TestDatabase.server().ask("select count(*) from variant where tenant_id = '%s'".formatted(tenant)))
                .isEqualTo("2");
    }

    @Test
    void an_upsert_that_breaks_off_half_way_leaves_the_product_as_it_was() {
        TenantId tenant = aTenant();
        upsert.upsert(caller(tenant), product("BIKE", "E-Bike", "BIKE-1"));
        upsert.upsert(caller(tenant), product("OTHER", "Other", "TAKEN"));
        Product before = bike(tenant);
        // The look-up of who has a SKU finds nobody, as if the other had come in between; so the database refuses it,
        // when the row of the product is written already.
        UpsertProduct unsuspecting = upsert(new UnsuspectingProducts(products()));

        String outcome;
        try {
            unsuspecting.upsert(caller(tenant), product("BIKE", "Changed", "BIKE-1", "BIKE-2", "TAKEN"));
            outcome = "done";
        } catch (Conflict refused) {
            outcome = refused.code().name();
        }

        assertThat(outcome).isEqualTo("DUPLICATE_SKU");
        assertThat(bike(tenant)).isEqualTo(before);
    }

    private final CountingIds ids = new CountingIds();
    private final UpsertProduct upsert = upsert(products());

    private UpsertProduct upsert(ProductRepository products) {
        return new UpsertProductService(
                products,
                openOrders(),
                tenants(),
                transactions(),
                new CommandChecks(InMemoryTenure.validator()),
                ids,
                Clock.systemUTC());
    }

    private Product bike(TenantId tenant) {
        return in(tenant, () -> products().look(new Sku("BIKE"))).orElseThrow().value();
    }

    private static Caller caller(TenantId tenant) {
        return new Caller(tenant, new Actor("cli:ann"), Permission.ALL, null);
    }

    private static UpsertProductCommand product(String sku, String name, String... variantSkus) {
        return new UpsertProductCommand(
                sku,
                name,
                "Specification",
                "Bikes",
                "Pedal",
                null,
                null,
                null,
                Arrays.stream(variantSkus)
                        .map(variant -> new VariantInput(
                                variant,
                                name,
                                Grade.A,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(new TierInput(12, BigDecimal.TEN, null, null, null, null, null))))
                        .toList());
    }

    @Test
    void fifty_overlapping_batches_never_double_a_serial_number_or_exceed_a_quantity() throws Exception {
        TenantId tenant = aTenantWithCustomers();
        for (int i = 0; i < 3; i++) {
            String id = "ord_" + i;
            within(tenant, () -> orders().insert(anOrder()
                    .of(tenant)
                    .withId(id)
                    .with(item(CatalogFixtures.MACBOOK).times(40))
                    .pending()));
        }

        List<Fulfilled> done = Parallel.results(
                50,
                number -> fulfil.fulfil(
                        new Caller(tenant, new Actor("cli:ann"), Permission.ALL, null),
                        batch("ord_" + number % 3, number * 7 % 100, 12)));

        long fulfilled = done.stream()
                .mapToInt(batch -> batch.count(FulfilOrder.Status.FULFILLED))
                .sum();
        List<String> serialNumbers = List.of(TestDatabase.server()
                .ask("select string_agg(serial_number, ',') from subscription where tenant_id = '%s'".formatted(tenant))
                .split(",", -1));
        assertThat(serialNumbers).doesNotHaveDuplicates().hasSize((int) fulfilled);
        for (int i = 0; i < 3; i++) {
            OrderId id = new OrderId("ord_" + i);
            Order order = in(tenant, () -> orders().find(id).orElseThrow());
            assertThat(order.state().rentalProgress().rentedDevices()).isBetween(1, 40);
            assertThat(in(tenant, () -> Order.replay(orders().events(id))).state())
                    .isEqualTo(order.state());
        }
    }

    private static FulfilOrderCommand batch(String order, int first, int count) {
        return new FulfilOrderCommand(
                order,
                FulfilOrder.Mode.BEST_EFFORT,
                IntStream.range(first, first + count)
                        // Some from one end and some from the other: who locked as they come would meet in the middle.
                        .map(i -> first % 2 == 0 ? i : 2 * first + count - 1 - i)
                        .mapToObj(i -> Entry.of(new FulfilOrderCommand.Unit(null, null, "SN-%03d".formatted(i), null)))
                        .toList());
    }

    @Test
    void of_two_changes_of_one_version_the_second_is_refused() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> orders().insert(anOrder().of(tenant).pending()));
        Order read = in(tenant, () -> orders().find(new OrderId("ord_1")).orElseThrow());

        within(tenant, () -> orders().update(read.confirm(SharedFixtures.stamp(1))));
        String outcome;
        try {
            within(tenant, () -> orders().update(read.cancel(null, SharedFixtures.stamp(2))));
            outcome = "done";
        } catch (Conflict refused) {
            outcome = refused.code().name();
        }

        assertThat(outcome).isEqualTo("CONFLICT");
    }

    private String outcome(TenantId tenant, OrderId order, String serialNumber) {
        try {
            Subscription created =
                    create.create(caller(tenant), command(order, serialNumber)).subscription();
            return created.serialNumber().value().equals(serialNumber) ? "done" : "another serial number";
        } catch (DomainException refused) {
            return refused.code().name();
        }
    }

    private static CreateSubscriptionCommand command(OrderId order, String serialNumber) {
        return new CreateSubscriptionCommand(order.value(), serialNumber, null, null, null, null, null, null, null);
    }

    private final CommandChecks checks = new CommandChecks(InMemoryTenure.validator());
    private final FulfilmentService fulfilment = new FulfilmentService(
            new SubscriptionPorts(subscriptions(), assets()),
            orders(),
            customers(),
            tenants(),
            checks,
            new CountingIds(),
            Clock.systemUTC());
    private final IdempotencyGuard guard = new IdempotencyGuard(idempotencyStore(), transactions(), Clock.systemUTC());
    private final CreateSubscription create = guard.executor(
            CreateSubscriptionCommand.class,
            new BatchUseCase<>(
                    CreateSubscription.PERMISSION,
                    fulfilment::loadUnits,
                    fulfilment::decideUnit,
                    fulfilment::<Created>store),
            checks)::run;
    private final FulfilOrder fulfil = guard.executor(
            FulfilOrderCommand.class,
            new BatchUseCase<>(
                    FulfilOrder.PERMISSION,
                    fulfilment::loadOrders,
                    fulfilment::decideOrder,
                    fulfilment::<Fulfilled>store),
            checks)::run;

    private List<Subscription> running(TenantId tenant) {
        return in(tenant, () -> subscriptions()
                .list(FindSubscriptions.Filter.ALL, 100, null)
                .rows());
    }

    private static Map<String, Long> count(List<String> outcomes) {
        return outcomes.stream().collect(groupingBy(outcome -> outcome, counting()));
    }
}
