package dev.tenure.application.contract;

import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TenantFixtures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Transactions: all or nothing, of one tenant, one per thread. */
public interface TransactionsContract extends StoreWithCustomersContract {

    @Test
    default void a_transaction_gives_what_its_work_gives() {
        String ofTenant = transactions().forTenant(aTenant(), () -> "of the tenant");
        String ofInstallation = transactions().forInstallation(() -> "of the installation");

        assertThat(ofTenant).isEqualTo("of the tenant");
        assertThat(ofInstallation).isEqualTo("of the installation");
    }

    @Test
    default void an_exception_rolls_everything_back_and_comes_out_as_it_is() {
        TenantId tenant = aTenantWithCustomers();
        var peter = in(tenant, () -> customers().find(petersId()).orElseThrow());
        IllegalArgumentException failure = new IllegalArgumentException("the work failed");

        assertThatThrownBy(() -> within(tenant, () -> {
                    customers().update(peter.with(Customers.inactive(peter.value())));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(in(tenant, () -> customers().find(petersId()))).contains(peter);
    }

    @Test
    default void an_error_rolls_back_as_well() {
        TenantId tenant = aTenantWithCustomers();
        var peter = in(tenant, () -> customers().find(petersId()).orElseThrow());
        AssertionError failure = new AssertionError("the work failed badly");

        assertThatThrownBy(() -> within(tenant, () -> {
                    customers().update(peter.with(Customers.inactive(peter.value())));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(in(tenant, () -> customers().find(petersId()))).contains(peter);
    }

    @Test
    default void a_failed_transaction_of_the_installation_leaves_nothing() {
        TenantId tenant = unusedTenantId();

        assertThatThrownBy(() -> transactions().<Boolean>forInstallation(() -> {
                    tenants().insert(TenantFixtures.tenant(tenant, TenantFixtures.settings()));
                    throw new IllegalArgumentException("the work failed");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(transactions()
                        .<Boolean>forInstallation(() -> tenants().find(tenant).isPresent()))
                .isFalse();
    }

    @Test
    default void what_was_written_is_seen_by_the_rest_of_the_transaction() {
        TenantId tenant = aTenantWithCustomers();

        boolean active = in(tenant, () -> {
            var peter = customers().find(petersId()).orElseThrow();
            customers().update(peter.with(Customers.inactive(peter.value())));
            return customers().find(petersId()).orElseThrow().value().active();
        });

        assertThat(active).isFalse();
    }

    @Test
    default void a_transaction_inside_one_of_the_same_tenant_is_part_of_it() {
        TenantId tenant = aTenantWithCustomers();
        var peter = in(tenant, () -> customers().find(petersId()).orElseThrow());
        IllegalArgumentException failure = new IllegalArgumentException("the rest of the work failed");

        assertThatThrownBy(() -> within(tenant, () -> {
                    within(tenant, () -> customers().update(peter.with(Customers.inactive(peter.value()))));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(in(tenant, () -> customers().find(petersId()))).contains(peter);
        assertThat(in(tenant, () -> in(tenant, () -> "inner"))).isEqualTo("inner");
    }

    @Test
    default void a_transaction_of_which_a_part_failed_can_not_be_kept() {
        TenantId tenant = aTenantWithCustomers();
        var peter = in(tenant, () -> customers().find(petersId()).orElseThrow());

        assertThatThrownBy(() -> within(tenant, () -> {
                    customers().update(peter.with(Customers.inactive(peter.value())));
                    assertThatThrownBy(() -> within(tenant, () -> {
                                throw new IllegalArgumentException("a part failed");
                            }))
                            .isInstanceOf(IllegalArgumentException.class);
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(in(tenant, () -> customers().find(petersId()))).contains(peter);
    }

    @Test
    default void only_transactions_of_one_tenant_nest() {
        TenantId tenant = aTenant();
        TenantId other = aTenant();

        assertThatThrownBy(() -> in(tenant, () -> in(other, () -> "inner"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> in(tenant, () -> transactions().forInstallation(() -> "inner")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions().forInstallation(() -> in(tenant, () -> "inner")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> in(tenant, () -> transactions().dryRun(tenant, () -> "inner")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> in(tenant, () -> transactions().forSeveral(tenant, () -> "inner")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(in(tenant, () -> "a next one")).isEqualTo("a next one");
    }

    @Test
    default void a_rehearsal_sees_what_it_does_and_keeps_nothing() {
        TenantId tenant = aTenantWithCustomers();
        var peter = in(tenant, () -> customers().find(petersId()).orElseThrow());

        boolean active = transactions().dryRun(tenant, () -> {
            within(tenant, () -> customers().update(peter.with(Customers.inactive(peter.value()))));
            return customers().find(petersId()).orElseThrow().value().active();
        });

        assertThat(active).isFalse();
        assertThat(in(tenant, () -> customers().find(petersId()))).contains(peter);
    }

    @Test
    default void what_is_done_for_several_is_kept() {
        TenantId tenant = aTenantWithCustomers();

        String given = transactions().forSeveral(tenant, () -> {
            var peter = customers().find(petersId()).orElseThrow();
            within(tenant, () -> customers().update(peter.with(Customers.inactive(peter.value()))));
            return "done for several";
        });

        assertThat(given).isEqualTo("done for several");
        assertThat(in(tenant, () -> customers().find(petersId()).orElseThrow())
                        .value()
                        .active())
                .isFalse();
    }

    @Test
    default void what_fails_for_several_is_rolled_back_and_comes_out_as_it_is() {
        TenantId tenant = aTenantWithCustomers();
        var peter = in(tenant, () -> customers().find(petersId()).orElseThrow());
        IllegalArgumentException failure = new IllegalArgumentException("the work failed");

        assertThatThrownBy(() -> transactions().<Boolean>forSeveral(tenant, () -> {
                    customers().update(peter.with(Customers.inactive(peter.value())));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(in(tenant, () -> customers().find(petersId()))).contains(peter);
    }

    @Test
    default void a_transaction_is_of_its_thread_alone() {
        TenantId tenant = aTenantWithCustomers();

        assertThatThrownBy(() -> within(tenant, () -> CompletableFuture.supplyAsync(
                                () -> customers().find(sarahsId()))
                        .join()))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    default void after_a_transaction_its_thread_is_outside_again() {
        TenantId tenant = aTenantWithCustomers();

        assertThat(in(tenant, () -> customers().find(sarahsId()))).isPresent();
        assertThatThrownBy(() -> customers().find(sarahsId())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void after_a_failed_transaction_its_thread_is_outside_again() {
        TenantId tenant = aTenantWithCustomers();
        Runnable failing = () -> {
            throw new IllegalArgumentException("the work failed");
        };

        assertThatThrownBy(() -> within(tenant, failing)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> customers().find(sarahsId())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void a_transaction_of_the_installation_is_of_no_tenant() {
        TenantId tenant = aTenantWithCustomers();

        assertThatThrownBy(
                        () -> transactions().forInstallation(() -> customers().find(sarahsId())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(in(tenant, () -> customers().find(sarahsId()))).isPresent();
    }
}
