package dev.tenure.adapter.persistence;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.adapter.persistence.catalog.JooqProductRepository;
import dev.tenure.adapter.persistence.customer.JooqCustomerRepository;
import dev.tenure.adapter.persistence.field.JooqCustomFieldRepository;
import dev.tenure.adapter.persistence.idempotency.JooqIdempotencyStore;
import dev.tenure.adapter.persistence.order.JooqOrderQueries;
import dev.tenure.adapter.persistence.order.JooqOrderRepository;
import dev.tenure.adapter.persistence.pipeline.SettingsForm;
import dev.tenure.adapter.persistence.pipeline.StatementWatch;
import dev.tenure.adapter.persistence.tenant.JooqTenantRepository;
import dev.tenure.adapter.persistence.transaction.Instruments;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.adapter.persistence.transaction.TransactionSettings;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.OwnThread;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How often the server is spoken to, and what becomes of statements that travel together when one of them fails. */
class RoundTripsIT extends JooqPorts implements StoreWithCustomersContract {

    private static final Instant NOON = Instant.parse("2025-01-15T12:00:00Z");

    private final Journeys journeys = new Journeys();
    private final Database database =
            Database.open(TestDatabase.server().settings(), List.of(journeys, new StatementGate()));
    private final JooqTransactions watched = database.transactions();
    private final JooqOrderRepository orders = new JooqOrderRepository(watched);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_order_of_a_known_customer_is_two_round_trips() {
        TenantId tenant = aTenantWithCustomers();
        place(tenant, "ord_1");
        journeys.all.clear();

        place(tenant, "ord_2");

        assertThat(journeys.all).hasSize(2);
        assertThat(journeys.all.get(0)).startsWith("begin; select set_config(").doesNotContain("insert");
        assertThat(journeys.all.get(1)).startsWith("insert into \"orders\"").endsWith("; commit");
        assertThat(in(tenant, () -> orders().find(new OrderId("ord_2")))).isPresent();
    }

    @Test
    void several_orders_that_are_placed_together_are_two_round_trips() {
        TenantId tenant = aTenantWithCustomers();
        place(tenant, "ord_1");
        journeys.all.clear();

        place(tenant, "ord_2", "ord_3", "ord_4");

        assertThat(journeys.all).hasSize(2);
        assertThat(journeys.all.get(0)).startsWith("begin; select set_config(").doesNotContain("insert");
        assertThat(journeys.all.get(1)).startsWith("insert into \"orders\"").endsWith("; commit");
        assertThat(in(tenant, () -> orders().loadAll(ids("ord_2", "ord_3", "ord_4"))
                        .get()))
                .hasSize(3);
    }

    private void place(TenantId tenant, String... ids) {
        JooqIdempotencyStore answers = new JooqIdempotencyStore(watched);
        Supplier<String> work = () -> {
            Deferred<?> kept = answers.loadAll(List.of(ids), NOON);
            Deferred<?> settings = new JooqTenantRepository(watched).load(tenant);
            Deferred<?> offers = new JooqProductRepository(watched).loadOffers(List.of(new Sku("MACBOOK-PRO-16-M3")));
            Deferred<?> fields = new JooqCustomFieldRepository(watched).loadAll();
            Deferred<List<Customer>> customer = new JooqCustomerRepository(watched)
                    .loadAllByEmail(List.of(new EmailAddress("sarah@techcorp.example")));
            assertThat(List.of(kept.get(), settings.get(), offers.get(), fields.get()))
                    .doesNotContainNull();
            assertThat(customer.get()).hasSize(1);
            orders.insert(Stream.of(ids)
                    .map(id -> anOrder().of(tenant).withId(id).pending())
                    .toList());
            StoredResponse response = new StoredResponse("done");
            answers.storeAll(
                    Stream.of(ids).collect(toMap(id -> new KeyedRequest(id, "fingerprint"), id -> response)),
                    NOON,
                    NOON.plusSeconds(1));
            return "placed";
        };
        String done = ids.length == 1 ? watched.forTenant(tenant, work) : watched.forSeveral(tenant, work);
        assertThat(done).isEqualTo("placed");
    }

    private static List<OrderId> ids(String... ids) {
        return Stream.of(ids).map(OrderId::new).toList();
    }

    @Test
    void an_order_is_read_in_one_round_trip() {
        TenantId tenant = aTenantWithCustomers();
        place(tenant, "ord_1");
        journeys.all.clear();

        assertThat(new JooqOrderQueries(watched).find(tenant, new OrderId("ord_1")))
                .isPresent();

        assertThat(journeys.all).singleElement().asString().endsWith("; commit");
    }

    @Test
    void orders_that_several_ask_for_at_the_same_time_are_read_in_one_round_trip() {
        TenantId tenant = aTenantWithCustomers();
        place(tenant, "ord_1", "ord_2", "ord_3");
        JooqOrderQueries queries = new JooqOrderQueries(watched);
        assertThat(queries.find(tenant, new OrderId("ord_1"))).isPresent();
        journeys.all.clear();
        journeys.stop();
        int places = Math.max(2, Runtime.getRuntime().availableProcessors());
        List<OwnThread<Optional<OrderView>>> before = Stream.generate(
                        () -> OwnThread.waiting(() -> queries.find(tenant, new OrderId("ord_1"))))
                .limit(places)
                .toList();
        List<OwnThread<Optional<OrderView>>> together = ids("ord_1", "ord_2", "ord_none", "ord_3", "ord_2").stream()
                .map(id -> OwnThread.waiting(() -> queries.find(tenant, id)))
                .toList();

        journeys.go();

        assertThat(before).allSatisfy(one -> assertThat(one.result()).isPresent());
        assertThat(together)
                .extracting(one -> one.result().map(OrderView::orderId).orElse("none"))
                .containsExactly("ord_1", "ord_2", "none", "ord_3", "ord_2");
        assertThat(journeys.all).hasSize(places + 1);
        assertThat(journeys.all.get(places)).endsWith("; commit");
    }

    @Test
    void an_order_is_read_in_the_transaction_there_is_where_there_is_one() {
        TenantId tenant = aTenantWithCustomers();
        JooqOrderQueries queries = new JooqOrderQueries(watched);

        Optional<OrderView> found = watched.forTenant(tenant, () -> {
            orders.insert(anOrder().of(tenant).withId("ord_1").pending());
            return queries.find(tenant, new OrderId("ord_1"));
        });

        assertThat(found).isPresent();
    }

    @Test
    void a_first_page_that_is_asked_for_again_is_one_round_trip_and_shows_what_changed_meanwhile() {
        TenantId tenant = aTenantWithCustomers();
        place(tenant, "ord_1");
        place(tenant, "ord_2");
        JooqOrderQueries queries = new JooqOrderQueries(watched);
        OrderQuery newest = new OrderQuery(OrderFilter.NONE, Sort.CREATED_AT, SortDirection.DESC);
        List<OrderView> before = queries.list(tenant, newest, 10, null).rows();
        journeys.all.clear();

        assertThat(queries.list(tenant, newest, 10, null).rows()).isEqualTo(before);

        assertThat(journeys.all).singleElement().asString().endsWith("; commit");
        within(tenant, () -> orders().update(
                        orders().find(new OrderId("ord_1")).orElseThrow().confirm(stamp(1))));
        assertThat(queries.list(tenant, newest, 10, null).rows())
                .extracting(OrderView::orderId, OrderView::status)
                .containsExactlyInAnyOrder(tuple("ord_1", OrderStatus.CONFIRMED), tuple("ord_2", OrderStatus.PENDING));
    }

    @Test
    void an_order_that_is_read_again_is_as_it_was_changed_meanwhile() {
        TenantId tenant = aTenantWithCustomers();
        place(tenant, "ord_1");
        JooqOrderQueries queries = new JooqOrderQueries(watched);
        OrderId id = new OrderId("ord_1");
        OrderQuery newest = new OrderQuery(OrderFilter.NONE, Sort.CREATED_AT, SortDirection.DESC);
        OrderView before = queries.list(tenant, newest, 10, null).rows().get(0);

        assertThat(queries.find(tenant, id)).containsSame(before);
        within(tenant, () -> orders().update(orders().find(id).orElseThrow().confirm(stamp(1))));
        assertThat(queries.find(tenant, id).map(OrderView::status)).contains(OrderStatus.CONFIRMED);
    }

    @Test
    void statements_of_all_tenants_have_one_text_in_one_round_trip() {
        List<TenantId> tenants =
                Stream.generate(this::aTenantWithCustomers).limit(5).toList();
        journeys.all.clear();

        tenants.forEach(tenant -> assertThat(new JooqOrderQueries(watched).find(tenant, new OrderId("ord_1")))
                .isEmpty());

        assertThat(journeys.all).hasSize(5);
        assertThat(Set.copyOf(journeys.all)).singleElement().asString().startsWith("begin");
    }

    @Test
    void where_the_tenant_is_named_in_text_it_goes_ahead_of_statements_that_all_tenants_have_in_common() {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(TestDatabase.server().settings().jdbcUrl());
        connections.setUser(TestDatabase.server().settings().application().user());
        connections.setPassword(TestDatabase.server().settings().application().password());
        JooqTransactions distributed = new JooqTransactions(
                connections,
                new TransactionSettings(null, SettingsForm.LITERALS),
                Instruments.none(),
                List.of(journeys));
        TenantId tenant = aTenantWithCustomers();
        journeys.all.clear();

        assertThat(new JooqOrderQueries(distributed).find(tenant, new OrderId("ord_1")))
                .isEmpty();

        assertThat(journeys.all).hasSize(2);
        assertThat(journeys.all.get(0)).startsWith("begin").contains("'" + tenant + "'");
        assertThat(journeys.all.get(1)).startsWith("select").doesNotContain(tenant.value());
    }

    @Test
    void nothing_is_said_where_nothing_is_asked() {
        watched.forTenant(aTenant(), () -> "nothing");

        assertThat(journeys.all).isEmpty();
    }

    @Test
    void a_statement_that_changed_too_few_rows_keeps_the_server_from_the_commit_behind_it() {
        TenantId tenant = aTenantWithCustomers();
        Order placed = anOrder().of(tenant).withId("ord_1").pending();
        within(tenant, () -> orders().insert(placed));
        within(tenant, () -> orders().update(Order.restore(placed.state()).confirm(stamp(1))));
        place(tenant, "ord_0");
        journeys.all.clear();

        assertThatThrownBy(() -> watched.forTenant(tenant, () -> {
                    orders.insert(anOrder().of(tenant).withId("ord_2").pending());
                    orders.update(Order.restore(placed.state()).confirm(stamp(2)));
                    return "both";
                }))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("ord_1");

        assertThat(journeys.all).singleElement().asString().endsWith("; commit");
        assertThat(in(tenant, () -> orders().find(new OrderId("ord_2")))).isEmpty();
    }

    @Test
    void work_can_not_hide_that_statements_which_travelled_together_failed() {
        TenantId tenant = aTenantWithCustomers();
        Order placed = anOrder().of(tenant).withId("ord_1").pending();
        within(tenant, () -> orders().insert(placed));

        assertThatThrownBy(() -> watched.forTenant(tenant, () -> {
                    try {
                        orders.insert(placed);
                        return orders.find(new OrderId("ord_1")).isPresent();
                    } catch (Conflict hidden) {
                        return false;
                    }
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_waits_goes_before_what_is_asked_next() {
        TenantId tenant = aTenantWithCustomers();

        Optional<Order> found = watched.forTenant(tenant, () -> {
            orders.insert(anOrder().of(tenant).withId("ord_1").pending());
            return orders.find(new OrderId("ord_1"));
        });

        assertThat(found).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_connection_that_breaks_with_the_commit_on_its_way_leaves_an_unknown_outcome(boolean heard)
            throws SQLException {
        TenantId tenant = aTenantWithCustomers();
        JooqTransactions breaking = BreakingConnection.atCommit(heard);
        assertThatThrownBy(() -> insert(breaking, tenant, "ord_1"))
                .isInstanceOf(OutcomeUnknown.class)
                .hasRootCauseMessage("the connection broke");

        assertThat(in(tenant, () -> orders().find(new OrderId("ord_1"))).isPresent())
                .isEqualTo(heard);
    }

    private static void insert(JooqTransactions transactions, TenantId tenant, String id) {
        String inserted = transactions.forTenant(tenant, () -> {
            new JooqOrderRepository(transactions)
                    .insert(anOrder().of(tenant).withId(id).pending());
            return id;
        });
        assertThat(inserted).isEqualTo(id);
    }

    private static final class Journeys implements StatementWatch {

        private final List<String> all = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch open = new CountDownLatch(0);

        /** From now on nobody sets out. */
        void stop() {
            open = new CountDownLatch(1);
        }

        void go() {
            open.countDown();
        }

        @Override
        public void sending(String statements, List<? extends @Nullable Object> values) {
            all.add(statements);
            try {
                open.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
