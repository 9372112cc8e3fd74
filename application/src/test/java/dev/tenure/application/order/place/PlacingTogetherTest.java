package dev.tenure.application.order.place;

import static dev.tenure.application.order.in.OrderCommands.IPAD;
import static dev.tenure.application.order.in.OrderCommands.MACBOOK;
import static dev.tenure.application.order.in.OrderCommands.address;
import static dev.tenure.application.order.in.OrderCommands.anOrder;
import static dev.tenure.application.order.in.OrderCommands.someone;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.application.memory.InMemoryCustomFieldRepository;
import dev.tenure.application.memory.InMemoryCustomerRepository;
import dev.tenure.application.memory.InMemoryOrderRepository;
import dev.tenure.application.memory.InMemoryProductRepository;
import dev.tenure.application.memory.InMemoryTenantRepository;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.FindOrCreateCustomer;
import dev.tenure.application.order.OrderingContextLoader;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrder;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.CustomerInput;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.batch.BatchExecutor;
import dev.tenure.application.shared.batch.BatchUseCase;
import dev.tenure.application.shared.batch.CommandEnvelope;
import dev.tenure.application.shared.batch.Result;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Permission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several orders at a time; what becomes of one is in {@link PlacingOrdersTest}. */
class PlacingTogetherTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();

    @Test
    void each_order_is_placed_as_its_own_command_says() {
        Caller bob = new Caller(caller.tenant(), new Actor("cli:bob"), Permission.ALL, "request-2");

        List<Result<OrderView>> placed = all(
                tenure,
                List.of(
                        new CommandEnvelope<>(
                                caller, anOrder().with(MACBOOK, 1, 24).build()),
                        new CommandEnvelope<>(
                                bob, anOrder().with(IPAD, 3).confirmed().build())));

        OrderView first = placed.get(0).get();
        OrderView second = placed.get(1).get();
        assertThat(first.totals().subtotal()).hasToString("EUR 89.00");
        assertThat(first.createdBy()).hasToString("cli:ann");
        assertThat(second.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(second.createdBy()).hasToString("cli:bob");
        assertThat(orders(tenure)).containsExactlyInAnyOrder(first, second);
        assertThat(tenure.events(bob, second.orderId()))
                .extracting(event -> event.stamp().requestId())
                .containsOnly("request-2");
    }

    @Test
    void orders_of_one_new_e_mail_address_are_of_one_customer_who_learns_from_each() {
        List<OrderView> placed = place(
                anOrder().by(someone("ann@example.com")).with(MACBOOK, 1).build(),
                anOrder()
                        .by(new CustomerInput("ANN@example.com", "Anna", "Lee", "Firm", "+1", CustomerType.BUSINESS))
                        .billedTo(address("Second Street"))
                        .shippedTo(address("Third Street"))
                        .with(MACBOOK, 1)
                        .build(),
                anOrder()
                        .by(new CustomerInput("ann@example.com", "X", "Y", "Other", "+2", null))
                        .billedTo(address("Fourth Street"))
                        .with(MACBOOK, 1)
                        .build());

        assertThat(placed)
                .extracting(OrderView::customerId)
                .containsOnly(placed.get(0).customerId());
        assertThat(customers(tenure)).hasSize(1);
        Customer ann = tenure.customer(caller, placed.get(0).customerId());
        assertThat(ann.profile().firstName()).isEqualTo("John");
        assertThat(ann.profile().company()).isEqualTo("Firm");
        assertThat(ann.profile().phone()).isEqualTo("+1");
        assertThat(ann.profile().type()).isEqualTo(CustomerType.INDIVIDUAL);
        assertThat(ann.lastBillingAddress().streetAddress()).isEqualTo("Fourth Street");
        assertThat(ann.lastShippingAddress().streetAddress()).isEqualTo("Fourth Street");
    }

    @Test
    void a_customer_lives_where_the_last_order_says_even_if_that_is_where_they_were_before() {
        OrderView before = place(to("Old Street")).get(0);
        tenure.clock().advance(Duration.ofMinutes(5));

        place(to("New Street"), to("Old Street"));

        Customer john = tenure.customer(caller, before.customerId());
        assertThat(john.lastBillingAddress().streetAddress()).isEqualTo("Old Street");
        assertThat(john.updatedAt()).isEqualTo(tenure.clock().instant());
    }

    @Test
    void an_order_that_is_refused_among_others_leaves_no_trace() {
        List<Result<OrderView>> tried = tried(
                anOrder().by("ann@example.com").with(MACBOOK, 1).build(),
                anOrder().by("bob@example.com").with("NO-SUCH-SKU", 1).build(),
                anOrder().by("cem@example.com").with(MACBOOK, 0).build(),
                anOrder().by("dan@example.com").with(IPAD, 1).build());

        assertThat(brokenFields(tried.get(1)::get)).containsExactly("items[0].sku VARIANT_NOT_FOUND");
        assertThat(brokenFields(tried.get(2)::get)).containsExactly("items[0].quantity too_small");
        assertThat(orders(tenure))
                .containsExactlyInAnyOrder(tried.get(0).get(), tried.get(3).get());
        assertThat(customers(tenure))
                .extracting(view -> view.customer().profile().email().value())
                .containsExactlyInAnyOrder("ann@example.com", "dan@example.com");
    }

    @Test
    void a_customer_learns_nothing_from_an_order_that_is_refused() {
        OrderView before = place(to("Old Street")).get(0);
        PlaceOrderCommand refused =
                anOrder().billedTo(address("New Street")).with("NO-SUCH-SKU", 1).build();

        List<Result<OrderView>> tried = tried(to("Old Street"), refused);

        assertThat(tried.get(1).value()).isEmpty();
        assertThat(tenure.customer(caller, before.customerId())
                        .lastBillingAddress()
                        .streetAddress())
                .isEqualTo("Old Street");
    }

    @Test
    void nothing_is_written_where_all_are_refused() {
        PlaceOrderCommand refused = anOrder().with("NO-SUCH-SKU", 1).build();

        assertThat(tried(refused, refused)).allMatch(one -> one.value().isEmpty());

        assertThat(orders(tenure)).isEmpty();
        assertThat(customers(tenure)).isEmpty();
    }

    @Test
    void orders_that_are_placed_together_are_those_that_would_be_placed_one_after_another() {
        Random random = new Random(20260101);
        for (int round = 0; round < 20; round++) {
            InMemoryTenure together = InMemoryTenure.withDemo();
            InMemoryTenure oneByOne = InMemoryTenure.withDemo();
            for (int batch = 0; batch < 3; batch++) {
                List<PlaceOrderCommand> commands = Stream.generate(() -> any(random))
                        .limit(1 + random.nextInt(8))
                        .toList();

                List<String> outcomes = outcomes(all(together, issued(commands)));

                List<Result<OrderView>> expected = new ArrayList<>();
                commands.forEach(command -> expected.add(
                        Result.of(() -> oneByOne.useCases().orders().place().place(caller, command))));
                assertThat(outcomes).isEqualTo(outcomes(expected));
                assertThat(orders(together)).isEqualTo(orders(oneByOne));
                assertThat(customers(together))
                        .extracting(CustomerView::customer)
                        .containsExactlyElementsOf(customers(oneByOne).stream()
                                .map(CustomerView::customer)
                                .toList());
                together.clock().advance(Duration.ofMinutes(1));
                oneByOne.clock().advance(Duration.ofMinutes(1));
            }
        }
    }

    private static PlaceOrderCommand any(Random random) {
        String name = List.of("ann", "Ann", "bob", "cem").get(random.nextInt(4));
        String company = random.nextInt(3) == 0 ? "Company " + random.nextInt(3) : null;
        String phone = random.nextInt(3) == 0 ? "+" + random.nextInt(3) : null;
        return anOrder()
                .by(new CustomerInput(name + "@example.com", name, "Lee", company, phone, null))
                .billedTo(address("Street " + random.nextInt(2)))
                .with(random.nextInt(6) == 0 ? "NO-SUCH-SKU" : MACBOOK, random.nextInt(8))
                .build();
    }

    private static PlaceOrderCommand to(String street) {
        return anOrder().billedTo(address(street)).with(MACBOOK, 1).build();
    }

    private List<OrderView> place(PlaceOrderCommand... commands) {
        return tried(commands).stream().map(Result::get).toList();
    }

    private List<Result<OrderView>> tried(PlaceOrderCommand... commands) {
        return all(tenure, issued(List.of(commands)));
    }

    private List<CommandEnvelope<PlaceOrderCommand>> issued(List<PlaceOrderCommand> commands) {
        return commands.stream()
                .map(command -> new CommandEnvelope<>(caller, command))
                .toList();
    }

    private static List<Result<OrderView>> all(InMemoryTenure tenure, List<CommandEnvelope<PlaceOrderCommand>> issued) {
        PlacingService placing = new PlacingService(
                new InMemoryOrderRepository(tenure.store()),
                new FindOrCreateCustomer(new InMemoryCustomerRepository(tenure.store()), tenure.ids()),
                new OrderingContextLoader(
                        new InMemoryTenantRepository(tenure.store()),
                        new InMemoryProductRepository(tenure.store()),
                        new InMemoryCustomFieldRepository(tenure.store())),
                tenure.ids(),
                tenure.clock());
        BatchExecutor<PlaceOrderCommand, OrderView> executor = tenure.executor(
                PlaceOrderCommand.class,
                new BatchUseCase<>(PlaceOrder.PERMISSION, placing::load, placing::decide, placing::store));
        return tenure.transactions().forTenant(InMemoryTenure.DEMO, () -> executor.execute(issued));
    }

    private static List<String> outcomes(List<Result<OrderView>> tried) {
        return tried.stream()
                .map(one -> one.then(OrderView::toString).or(RuntimeException::toString))
                .toList();
    }

    private static List<OrderView> orders(InMemoryTenure tenure) {
        return tenure.useCases()
                .orders()
                .find()
                .list(tenure.demo(), OrderQuery.ALL, new PageRequest(100, null))
                .rows();
    }

    private static List<CustomerView> customers(InMemoryTenure tenure) {
        return tenure.useCases()
                .customers()
                .find()
                .list(tenure.demo(), CustomerQuery.ALL, PageRequest.FIRST)
                .rows();
    }
}
