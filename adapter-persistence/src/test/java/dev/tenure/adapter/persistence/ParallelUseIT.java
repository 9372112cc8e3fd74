package dev.tenure.adapter.persistence;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.item;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.memory.CountingIds;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.subscription.SubscriptionService;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.domain.catalog.CatalogFixtures;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerFixtures;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.SharedFixtures;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Subscription;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class ParallelUseIT extends JooqPorts implements StoreWithCustomersContract {

    @Test
    void parallel_orders_of_one_email_address_make_one_customer() throws Exception {
        TenantId tenant = aTenant();

        List<CustomerId> ids = Parallel.results(
                20,
                number -> in(
                        tenant,
                        () -> customers().findOrInsert(customer(tenant, number)).id()));

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
            Subscription created = service.create(
                            new Caller(tenant, new Actor("cli:ann"), null), command(order, serialNumber))
                    .subscription();
            return created.serialNumber().value().equals(serialNumber) ? "done" : "another serial number";
        } catch (DomainException refused) {
            return refused.code().name();
        }
    }

    private static CreateSubscriptionCommand command(OrderId order, String serialNumber) {
        return new CreateSubscriptionCommand(order.value(), serialNumber, null, null, null, null, null, null, null);
    }

    private final SubscriptionService service = new SubscriptionService(
            subscriptions(),
            assets(),
            orders(),
            customers(),
            tenants(),
            transactions(),
            new CommandChecks(InMemoryTenure.validator()),
            new Cursors(new byte[32]),
            new CountingIds(),
            Clock.systemUTC());

    private List<Subscription> running(TenantId tenant) {
        return in(tenant, () -> subscriptions()
                .list(FindSubscriptions.Filter.ALL, 100, null)
                .rows());
    }

    private static Map<String, Long> count(List<String> outcomes) {
        return outcomes.stream().collect(groupingBy(outcome -> outcome, counting()));
    }
}
