package dev.tenure.adapter.persistence.transaction;

import static dev.tenure.adapter.persistence.transaction.BusyTenants.FEW;
import static dev.tenure.adapter.persistence.transaction.BusyTenants.MANY_TRANSACTIONS;
import static dev.tenure.adapter.persistence.transaction.BusyTenants.PERIOD_NANOS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BusyTenantsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final BusyTenants tenants = new BusyTenants(nanos::get);

    @Test
    void of_few_tenants_each_is_busy() {
        for (int i = 0; i < FEW; i++) {
            assertThat(tenants.isBusy("t" + i)).isTrue();
        }

        assertThat(tenants.isBusy("one more")).isFalse();
        assertThat(tenants.isBusy("t0")).isFalse();
    }

    @Test
    void of_many_tenants_those_are_busy_that_have_many_transactions_and_for_a_while_afterwards() {
        for (int i = 0; i < FEW; i++) {
            tenants.isBusy("quiet" + i);
        }
        for (int i = 0; i < MANY_TRANSACTIONS; i++) {
            assertThat(tenants.isBusy("busy")).isFalse();
        }

        assertThat(tenants.isBusy("busy")).isTrue();
        assertThat(tenants.isBusy("quiet0")).isFalse();

        aPeriodLater();
        assertThat(tenants.isBusy("busy")).isTrue();
        aPeriodLater();
        assertThat(tenants.isBusy("busy")).isFalse();
    }

    private void aPeriodLater() {
        nanos.addAndGet(PERIOD_NANOS + 1);
        for (int i = 0; i <= FEW; i++) {
            tenants.isBusy("quiet" + i);
        }
    }
}
