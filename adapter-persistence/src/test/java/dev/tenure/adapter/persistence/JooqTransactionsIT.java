package dev.tenure.adapter.persistence;

import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.customer.out.UnitsHandedOver;
import dev.tenure.application.shared.OwnThread;
import dev.tenure.application.shared.batch.KeyInProgress;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.TenantId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract can't say: the ways in which a database fails. */
@Timeout(60)
class JooqTransactionsIT extends JooqPorts implements StoreWithCustomersContract {

    @Test
    void work_that_lost_a_deadlock_is_done_again() throws Exception {
        TenantId tenant = aTenantWithCustomers();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();

        List<Boolean> done = Parallel.results(
                2,
                number -> in(tenant, () -> {
                    List<CustomerId> order =
                            number == 0 ? List.of(sarahsId(), petersId()) : List.of(petersId(), sarahsId());
                    customers().find(order.get(0));
                    if (attempts.incrementAndGet() <= 2) {
                        await(bothHoldOne);
                    }
                    return customers().find(order.get(1)).isPresent();
                }));

        assertThat(done).containsExactly(true, true);
        assertThat(attempts).hasValueGreaterThan(2);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void work_that_keeps_losing_is_given_up() {
        TenantId tenant = aTenant();
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> in(tenant, () -> {
                    attempts.incrementAndGet();
                    throw new DataAccessException("lost", new SQLException("deadlock detected", "40P01"));
                }))
                .isInstanceOf(Unavailable.class);
        assertThat(attempts).hasValue(4);
    }

    @Test
    void what_is_done_for_several_is_given_up_where_another_holds_what_it_wants() {
        TenantId tenant = aTenantWithCustomers();
        CountDownLatch free = new CountDownLatch(1);
        OwnThread<Boolean> holder = holdingSarah(tenant, free);

        assertThatThrownBy(() -> transactions().<Boolean>forSeveral(tenant, () -> {
                    customers().unitsHandedOver(List.of(new UnitsHandedOver(petersId(), 1, eur("1.00"))));
                    return customers().find(sarahsId()).isPresent();
                }))
                .isInstanceOf(DataAccessException.class);

        free.countDown();
        assertThat(holder.result()).isTrue();
        assertThat(in(tenant, () -> customers().find(petersId()).orElseThrow().version()))
                .isEqualTo(1);
        boolean found = transactions()
                .forSeveral(tenant, () -> customers().find(sarahsId()).isPresent());
        assertThat(found).isTrue();
    }

    @Test
    void what_is_done_for_several_is_given_up_where_another_holds_what_it_wants_with_the_commit() {
        TenantId tenant = aTenantWithCustomers();
        CountDownLatch free = new CountDownLatch(1);
        OwnThread<Boolean> holder = holdingSarah(tenant, free);

        assertThatThrownBy(() -> transactions().<String>forSeveral(tenant, () -> {
                    customers()
                            .unitsHandedOver(List.of(
                                    new UnitsHandedOver(petersId(), 1, eur("1.00")),
                                    new UnitsHandedOver(sarahsId(), 1, eur("1.00"))));
                    return "sent with the commit";
                }))
                .isInstanceOf(DataAccessException.class);

        free.countDown();
        assertThat(holder.result()).isTrue();
        assertThat(in(tenant, () -> customers().find(petersId()).orElseThrow().version()))
                .isEqualTo(1);
    }

    @Test
    void of_several_whose_key_another_transaction_has_taken_and_not_ended_nothing_is_kept() {
        TenantId tenant = aTenantWithCustomers();
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        OwnThread<Boolean> holder = OwnThread.doing(() -> in(tenant, () -> {
            store("key-1");
            // The write is sent with the query.
            boolean none = idempotencyStore().load("key-2", START).get().isEmpty();
            held.countDown();
            await(free);
            return none;
        }));
        await(held);

        assertThatThrownBy(() -> transactions().<String>forSeveral(tenant, () -> {
                    store("key-0", "key-1");
                    return "sent with the commit";
                }))
                .isInstanceOf(KeyInProgress.class);

        free.countDown();
        assertThat(holder.result()).isTrue();
        assertThat(in(tenant, () -> idempotencyStore()
                        .loadAll(List.of("key-0", "key-1"), START)
                        .get()))
                .containsOnlyKeys("key-1");
    }

    private void store(String... keys) {
        StoredResponse response = new StoredResponse("done");
        idempotencyStore()
                .storeAll(
                        Stream.of(keys).collect(toMap(key -> new KeyedRequest(key, "fingerprint"), key -> response)),
                        START,
                        START.plusSeconds(60));
    }

    /** A transaction that has taken hold of Sarah, and ends when it is free to. */
    private OwnThread<Boolean> holdingSarah(TenantId tenant, CountDownLatch free) {
        CountDownLatch held = new CountDownLatch(1);
        OwnThread<Boolean> holder = OwnThread.doing(() -> in(tenant, () -> {
            boolean found = customers().find(sarahsId()).isPresent();
            held.countDown();
            await(free);
            return found;
        }));
        await(held);
        return holder;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_connection_lost_during_the_work_leaves_nothing() {
        TenantId tenant = aTenantWithCustomers();

        assertThatThrownBy(() -> within(tenant, () -> {
                    tenants().all();
                    String backend = String.valueOf(transactions().sql().fetchValue("select pg_backend_pid()::text"));
                    try {
                        TestDatabase.server().administer("select pg_terminate_backend(" + backend + ")");
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                    customers().find(sarahsId());
                }))
                .isInstanceOf(Unavailable.class);
        assertThat(in(tenant, () -> customers().find(sarahsId()))).isPresent();
    }

    @Test
    void a_write_that_fails_with_the_commit_names_the_use_case_and_the_repository_that_issued_it() {
        TenantId tenant = aTenant();

        assertThatThrownBy(() -> transactions().forTenant(tenant, new PlacingForNobody(tenant)::store))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("PlacingForNobody.store(")
                .hasStackTraceContaining("JooqOrderRepository.insert(");
    }

    /** Places an order whose customer is not there. */
    private final class PlacingForNobody {

        private final TenantId tenant;

        PlacingForNobody(TenantId tenant) {
            this.tenant = tenant;
        }

        String store() {
            orders().insert(anOrder().of(tenant).pending());
            return "sent with the commit";
        }
    }

    @Test
    void no_connection_free_in_time_means_unavailable() {
        DatabaseSettings one = new DatabaseSettings(
                TestDatabase.server().url(),
                TestDatabase.server().settings().application(),
                TestDatabase.server().owner(),
                1);
        try (Database database = Database.open(one)) {
            JooqTransactions first = database.transactions();
            JooqTransactions second = database.transactions();
            String outcome = first.forInstallation(() -> {
                try {
                    return second.forInstallation(() -> "done");
                } catch (Unavailable e) {
                    return "unavailable";
                }
            });

            assertThat(outcome).isEqualTo("unavailable");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_commit_that_got_no_answer_is_unknown_whatever_became_of_it(boolean committed) throws SQLException {
        TenantId tenant = aTenantWithCustomers();
        JooqTransactions broken = BreakingConnection.atCommit(committed);
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> broken.forTenant(tenant, () -> {
                    attempts.incrementAndGet();
                    return broken.sql()
                            .execute("update customer set phone = 'unknown' where tenant_id = ?", tenant.value());
                }))
                .isInstanceOf(OutcomeUnknown.class);

        assertThat(attempts).hasValue(1);
        assertThat(TestDatabase.server()
                        .ask("select count(*) from customer where phone = 'unknown' and tenant_id = '%s'"
                                .formatted(tenant)))
                .isEqualTo(committed ? "2" : "0");
    }

    @Test
    void reading_has_no_unknown_outcome() throws SQLException {
        JooqTransactions broken = BreakingConnection.atCommit(false);

        assertThatThrownBy(() -> broken.forTenant(aTenant(), () -> broken.sql().fetchValue("select 1")))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void work_can_not_hide_that_a_statement_failed() {
        TenantId tenant = aTenantWithCustomers();

        assertThatThrownBy(() -> in(tenant, () -> {
                    try {
                        return transactions().sql().execute("select 1 / 0");
                    } catch (DataAccessException hidden) {
                        return 0;
                    }
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void settings_of_a_transaction_end_with_it() {
        TenantId tenant = aTenant();
        String setting = "select current_setting('tenure.tenant_id', true)";
        DatabaseSettings one = new DatabaseSettings(
                TestDatabase.server().url(),
                TestDatabase.server().owner(),
                TestDatabase.server().owner(),
                1);

        try (Database database = Database.open(one)) {
            JooqTransactions transactions = database.transactions();
            String user = "select current_user || ' ' || current_setting('statement_timeout')";

            assertThat(transactions.forTenant(tenant, () -> transactions.sql().fetchValue(setting)))
                    .isEqualTo(tenant.value());
            assertThat(transactions.forTenant(tenant, () -> transactions.sql().fetchValue(user)))
                    .isEqualTo("tenure_app 30s");
            assertThat(transactions.forInstallation(
                            () -> String.valueOf(transactions.sql().fetchValue(setting))))
                    .isIn("", "null");
        }
    }

    @Test
    void a_connection_that_breaks_after_the_commit_changes_nothing_about_it() throws SQLException {
        TenantId tenant = aTenantWithCustomers();
        JooqTransactions broken = BreakingConnection.atClose();

        int changed = broken.forTenant(tenant, () -> broken.sql()
                .execute("update customer set phone = 'kept' where tenant_id = ?", tenant.value()));

        assertThat(changed).isEqualTo(2);
        assertThat(TestDatabase.server()
                        .ask("select count(*) from customer where phone = 'kept' and tenant_id = '%s'"
                                .formatted(tenant)))
                .isEqualTo("2");
    }

    @Test
    void a_statement_that_takes_longer_than_the_request_may_is_broken_off_and_nothing_kept() throws SQLException {
        TenantId tenant = aTenantWithCustomers();
        long begin = System.nanoTime();

        assertThatThrownBy(() -> transactions()
                        .<Integer>within(
                                Duration.ofMillis(700),
                                () -> in(tenant, () -> {
                                    int changed = transactions()
                                            .sql()
                                            .execute(
                                                    "update customer set phone = 'late' where tenant_id = ?",
                                                    tenant.value());
                                    return changed + transactions().sql().execute("select pg_sleep(20)");
                                })))
                .isInstanceOf(Unavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(600), Duration.ofMillis(3000));
        assertThat(TestDatabase.server()
                        .ask("select count(*) from customer where phone = 'late' and tenant_id = '%s'"
                                .formatted(tenant)))
                .isEqualTo("0");
    }

    @Test
    void a_later_statement_has_only_the_time_that_is_left() {
        TenantId tenant = aTenant();
        long begin = System.nanoTime();

        assertThatThrownBy(() -> transactions()
                        .<Integer>within(
                                Duration.ofMillis(1500),
                                () -> in(tenant, () -> {
                                    int first = transactions().sql().execute("select pg_sleep(1)");
                                    return first + transactions().sql().execute("select pg_sleep(20)");
                                })))
                .isInstanceOf(Unavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(1400), Duration.ofMillis(3500));
    }

    @Test
    void when_the_time_is_over_no_statement_and_no_transaction_begins() {
        TenantId tenant = aTenantWithCustomers();
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(() -> transactions()
                        .<Boolean>within(
                                Duration.ofMillis(200),
                                () -> in(tenant, () -> {
                                    begun.incrementAndGet();
                                    pause(300);
                                    return customers().find(sarahsId()).isPresent();
                                })))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> transactions().<Integer>within(Duration.ofMillis(200), () -> {
                    pause(300);
                    return in(tenant, begun::incrementAndGet);
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(begun).hasValue(1);
        assertThat(in(tenant, () -> customers().find(sarahsId()))).isPresent();
    }

    @Test
    void the_limit_of_one_request_is_not_that_of_the_next() {
        TenantId tenant = aTenant();
        String setting = "select current_setting('statement_timeout')";

        Object within = transactions()
                .within(
                        Duration.ofSeconds(5),
                        () -> in(tenant, () -> transactions().sql().fetchValue(setting)));
        Object after = in(tenant, () -> transactions().sql().fetchValue(setting));

        assertThat(String.valueOf(within)).matches("(5s|4\\d{3}ms)");
        assertThat(after).isEqualTo("30s");
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
