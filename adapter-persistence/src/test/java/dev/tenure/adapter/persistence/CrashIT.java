package dev.tenure.adapter.persistence;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.persistence.customer.JooqCustomerRepository;
import dev.tenure.adapter.persistence.order.JooqOrderRepository;
import dev.tenure.adapter.persistence.tenant.JooqTenantRepository;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrashIT {

    private enum Outcome {
        DONE,
        UNKNOWN,
        NOTHING
    }

    @Test
    void a_killed_database_keeps_every_acknowledged_order_and_no_half_of_any() throws Exception {
        try (TestServer server = TestServer.start();
                Database database = Database.open(server.settings())) {
            database.migrate();
            Store store = new Store(database.transactions());
            TenantId tenant = store.aTenantWithCustomers();
            Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
            AtomicBoolean enough = new AtomicBoolean();
            ExecutorService writers = Executors.newFixedThreadPool(4);
            for (int writer = 0; writer < 4; writer++) {
                String prefix = "ord_" + writer + "_";
                writers.execute(() -> {
                    for (int i = 0; !enough.get(); i++) {
                        outcomes.put(prefix + i, store.place(tenant, prefix + i));
                    }
                });
            }

            until(() -> outcomes.size() > 200);
            server.kill();
            until(() -> outcomes.values().stream().anyMatch(outcome -> outcome != Outcome.DONE));
            long beforeRecovery = count(outcomes, Outcome.DONE);
            until(() -> count(outcomes, Outcome.DONE) > beforeRecovery + 50);
            enough.set(true);
            writers.shutdown();
            assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

            outcomes.forEach((id, outcome) -> {
                Optional<Order> found = store.in(tenant, () -> store.orders().find(new OrderId(id)));
                List<Event<OrderFact>> events =
                        store.in(tenant, () -> store.orders().events(new OrderId(id)));
                if (outcome != Outcome.UNKNOWN) {
                    assertThat(found.isPresent()).as("%s %s", outcome, id).isEqualTo(outcome == Outcome.DONE);
                }
                assertThat(events).as(id).hasSize(found.isPresent() ? 2 : 0);
                found.ifPresent(
                        order -> assertThat(Order.replay(events).state()).isEqualTo(order.state()));
            });
        }
    }

    private static long count(Map<String, Outcome> outcomes, Outcome outcome) {
        return outcomes.values().stream().filter(outcome::equals).count();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }

    private record Store(JooqTransactions transactions) implements StoreWithCustomersContract {

        @Override
        public TenantRepository tenants() {
            return new JooqTenantRepository(transactions);
        }

        @Override
        public CustomerRepository customers() {
            return new JooqCustomerRepository(transactions);
        }

        JooqOrderRepository orders() {
            return new JooqOrderRepository(transactions);
        }

        Outcome place(TenantId tenant, String id) {
            try {
                within(tenant, () -> orders().insert(
                                anOrder().of(tenant).withId(id).pending().confirm(stamp(1))));
                return Outcome.DONE;
            } catch (OutcomeUnknown unknown) {
                return Outcome.UNKNOWN;
            } catch (Unavailable nothingKept) {
                return Outcome.NOTHING;
            }
        }
    }
}
