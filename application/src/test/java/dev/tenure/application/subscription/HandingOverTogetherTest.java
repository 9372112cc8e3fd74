package dev.tenure.application.subscription;

import static dev.tenure.application.order.in.OrderCommands.IPAD;
import static dev.tenure.application.order.in.OrderCommands.MACBOOK;
import static dev.tenure.application.order.in.OrderCommands.anOrder;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.application.memory.InMemoryAssetRepository;
import dev.tenure.application.memory.InMemoryCustomerRepository;
import dev.tenure.application.memory.InMemoryOrderRepository;
import dev.tenure.application.memory.InMemorySubscriptionRepository;
import dev.tenure.application.memory.InMemoryTenantRepository;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.batch.BatchExecutor;
import dev.tenure.application.shared.batch.BatchUseCase;
import dev.tenure.application.shared.batch.CommandEnvelope;
import dev.tenure.application.shared.batch.Result;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.CreateSubscription.Created;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.out.SubscriptionPorts;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several units at a time; what becomes of one is in {@link SubscriptionServiceTest}. */
class HandingOverTogetherTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();

    @Test
    void units_of_one_order_are_handed_over_and_each_shows_the_order_as_it_was_after_it() {
        OrderView order = placed(tenure, "ann@example.com", 3);

        List<Created> created = create(unit(order, "SN-1"), unit(order, "SN-2"), unit(order, "SN-3"));

        assertThat(created)
                .extracting(one -> one.order().status())
                .containsExactly(OrderStatus.PARTIAL, OrderStatus.PARTIAL, OrderStatus.FULFILLED);
        assertThat(created)
                .extracting(one -> one.order().rentalProgress().rentedDevices())
                .containsExactly(1, 2, 3);
        assertThat(created).extracting(one -> one.order().version()).containsExactly(2L, 3L, 4L);
        assertThat(shown(tenure, order)).isEqualTo(created.get(2).order());
        assertThat(tenure.events(tenure.demo(), order.orderId())).hasSize(4);
    }

    @Test
    void units_of_several_orders_are_handed_over() {
        OrderView anns = placed(tenure, "ann@example.com", 2);
        OrderView bobs = placed(tenure, "bob@example.com", 1);

        List<Created> created = create(unit(anns, "SN-1"), unit(bobs, "SN-2"), unit(anns, "SN-3"));

        assertThat(shown(tenure, anns)).isEqualTo(created.get(2).order());
        assertThat(shown(tenure, bobs)).isEqualTo(created.get(1).order());
        assertThat(customer(tenure, anns).devicesRented()).isEqualTo(2);
        assertThat(customer(tenure, anns).monthlyRevenue()).hasToString("EUR 218.00");
        assertThat(customer(tenure, bobs).devicesRented()).isEqualTo(1);
    }

    @Test
    void a_serial_number_is_given_to_the_first_that_wants_it() {
        OrderView anns = placed(tenure, "ann@example.com", 2);
        OrderView bobs = placed(tenure, "bob@example.com", 1);
        tenure.register(tenure.demo(), "SN-2", MACBOOK);

        List<Result<Created>> tried =
                tried(unit(anns, "SN-1"), unit(anns, "SN-1"), unit(bobs, "SN-2"), unit(anns, "SN-2"));

        assertThat(code(tried.get(1)::get)).isEqualTo(SubscriptionError.ASSET_NOT_AVAILABLE);
        assertThat(code(tried.get(3)::get)).isEqualTo(SubscriptionError.ASSET_NOT_AVAILABLE);
        assertThat(subscriptions(tenure))
                .containsExactlyInAnyOrder(
                        tried.get(0).get().subscription(), tried.get(2).get().subscription());
        assertThat(shown(tenure, anns)).isEqualTo(tried.get(0).get().order());
    }

    @Test
    void no_more_units_are_handed_over_than_were_ordered() {
        OrderView order = placed(tenure, "ann@example.com", 2);

        List<Result<Created>> tried = tried(unit(order, "SN-1"), unit(order, "SN-2"), unit(order, "SN-3"));

        assertThat(code(tried.get(2)::get)).isEqualTo(OrderError.ITEM_FULLY_FULFILLED);
        assertThat(subscriptions(tenure)).hasSize(2);
        assertThat(tenure.asset(tenure.demo(), "SN-3")).isEmpty();
    }

    @Test
    void a_unit_that_is_refused_among_others_leaves_no_trace() {
        OrderView order = placed(tenure, "ann@example.com", 3);

        List<Result<Created>> tried = tried(
                unit(order, "SN-1"),
                unit("ord_none", "SN-2", null),
                unit("../etc", "SN-3", null),
                unit(order.orderId(), "SN-4", "NO-SUCH-SKU"),
                unit(order.orderId(), " ", null),
                unit(order, "SN-5"));

        assertThat(brokenFields(tried.get(1)::get)).containsExactly("orderId ORDER_NOT_FOUND");
        assertThat(brokenFields(tried.get(2)::get)).containsExactly("orderId ORDER_NOT_FOUND");
        assertThat(brokenFields(tried.get(3)::get)).containsExactly("sku ITEM_NOT_FOUND");
        assertThat(brokenFields(tried.get(4)::get)).containsExactly("assetSerialNumber too_small");
        assertThat(shown(tenure, order)).isEqualTo(tried.get(5).get().order());
        assertThat(subscriptions(tenure)).hasSize(2);
        assertThat(Stream.of("SN-2", "SN-3", "SN-4").flatMap(serial -> tenure.asset(tenure.demo(), serial).stream()))
                .isEmpty();
    }

    @Test
    void nothing_is_written_where_all_are_refused() {
        OrderView order = placed(tenure, "ann@example.com", 1);

        List<Result<Created>> tried = tried(unit("ord_none", "SN-1", null), unit(order.orderId(), "SN-2", IPAD));

        assertThat(tried).allMatch(one -> one.value().isEmpty());
        assertThat(shown(tenure, order)).isEqualTo(order);
        assertThat(subscriptions(tenure)).isEmpty();
    }

    @Test
    void units_that_are_handed_over_together_are_those_that_would_be_handed_over_one_after_another() {
        Random random = new Random(20260101);
        for (int round = 0; round < 20; round++) {
            InMemoryTenure together = InMemoryTenure.withDemo();
            InMemoryTenure oneByOne = InMemoryTenure.withDemo();
            List<OrderView> orders = new ArrayList<>();
            for (String email : List.of("ann@example.com", "bob@example.com", "ann@example.com")) {
                orders.add(placed(together, email, 3));
                assertThat(placed(oneByOne, email, 3)).isEqualTo(orders.get(orders.size() - 1));
            }
            for (int batch = 0; batch < 3; batch++) {
                List<CreateSubscriptionCommand> commands = Stream.generate(() -> any(random, orders))
                        .limit(1 + random.nextInt(8))
                        .toList();

                List<String> outcomes = outcomes(all(together, commands));

                List<Result<Created>> expected = new ArrayList<>();
                commands.forEach(command -> expected.add(Result.of(
                        () -> oneByOne.useCases().subscriptions().create().create(oneByOne.demo(), command))));
                assertThat(outcomes).isEqualTo(outcomes(expected));
                assertThat(subscriptions(together)).isEqualTo(subscriptions(oneByOne));
                assertThat(orders).allSatisfy(order -> {
                    assertThat(shown(together, order)).isEqualTo(shown(oneByOne, order));
                    assertThat(customer(together, order).monthlyRevenue())
                            .isEqualTo(customer(oneByOne, order).monthlyRevenue());
                });
            }
        }
    }

    private static CreateSubscriptionCommand any(Random random, List<OrderView> orders) {
        int order = random.nextInt(orders.size() + 1);
        String id = order == orders.size() ? "ord_none" : orders.get(order).orderId();
        String sku = random.nextInt(8) == 0 ? IPAD : null;
        return unit(id, "SN-" + random.nextInt(10), sku);
    }

    private static OrderView placed(InMemoryTenure tenure, String email, int units) {
        return tenure.useCases()
                .orders()
                .place()
                .place(tenure.demo(), anOrder().by(email).with(MACBOOK, units).build());
    }

    private static CreateSubscriptionCommand unit(OrderView order, String serialNumber) {
        return unit(order.orderId(), serialNumber, null);
    }

    private static CreateSubscriptionCommand unit(String orderId, String serialNumber, @Nullable String sku) {
        return new CreateSubscriptionCommand(orderId, serialNumber, null, null, sku, null, null, null, null);
    }

    private List<Created> create(CreateSubscriptionCommand... commands) {
        return tried(commands).stream().map(Result::get).toList();
    }

    private List<Result<Created>> tried(CreateSubscriptionCommand... commands) {
        return all(tenure, List.of(commands));
    }

    private static List<Result<Created>> all(InMemoryTenure tenure, List<CreateSubscriptionCommand> commands) {
        Caller caller = tenure.demo();
        FulfilmentService service = new FulfilmentService(
                new SubscriptionPorts(
                        new InMemorySubscriptionRepository(tenure.store()),
                        new InMemoryAssetRepository(tenure.store())),
                new InMemoryOrderRepository(tenure.store()),
                new InMemoryCustomerRepository(tenure.store()),
                new InMemoryTenantRepository(tenure.store()),
                new CommandChecks(InMemoryTenure.validator()),
                tenure.ids(),
                tenure.clock());
        BatchExecutor<CreateSubscriptionCommand, Created> executor = tenure.executor(
                CreateSubscriptionCommand.class,
                new BatchUseCase<>(
                        CreateSubscription.PERMISSION,
                        service::loadUnits,
                        service::decideUnit,
                        service::<Created>store));
        return tenure.transactions()
                .forTenant(
                        caller.tenant(),
                        () -> executor.execute(commands.stream()
                                .map(command -> new CommandEnvelope<>(caller, command))
                                .toList()));
    }

    private static List<String> outcomes(List<Result<Created>> tried) {
        return tried.stream()
                .map(one -> one.then(Created::toString).or(RuntimeException::toString))
                .toList();
    }

    private static OrderView shown(InMemoryTenure tenure, OrderView order) {
        return tenure.useCases().orders().find().one(tenure.demo(), order.orderId());
    }

    private static CustomerView customer(InMemoryTenure tenure, OrderView order) {
        return tenure.useCases().customers().find().one(tenure.demo(), order.customerId());
    }

    private static List<Subscription> subscriptions(InMemoryTenure tenure) {
        return tenure.useCases()
                .subscriptions()
                .find()
                .list(tenure.demo(), FindSubscriptions.Filter.ALL, PageRequest.FIRST)
                .rows();
    }
}
