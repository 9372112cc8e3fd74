package dev.tenure.adapter.persistence;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.persistence.order.JooqOrderRepository;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.domain.shared.TenantId;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database does about a statement that forgets its tenant; here nobody watches the statements. */
class RowLevelSecurityIT extends JooqPorts implements StoreWithCustomersContract {

    private static final List<String> TABLES = List.of("customer", "orders", "event");

    /** Who logs in to work. */
    enum As {
        APPLICATION,
        OWNER,
        SUPERUSER;

        DatabaseSettings settings() {
            TestServer server = TestDatabase.server();
            return switch (this) {
                case APPLICATION -> server.settings();
                case OWNER -> DatabaseSettings.of(server.url(), server.owner());
                case SUPERUSER -> DatabaseSettings.of(server.url(), server.superuser());
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_select_without_a_tenant_sees_the_own_rows_alone(As login) {
        TenantId tenant = aTenantWithAnOrder();
        TenantId other = aTenantWithAnOrder();

        try (Database database = Database.open(login.settings())) {
            JooqTransactions unwatched = database.transactions();
            for (String table : TABLES) {
                assertThat(unwatched.forTenant(tenant, () -> tenantsIn(unwatched, table)))
                        .as(table)
                        .isNotEmpty()
                        .containsOnly(tenant.value())
                        .doesNotContain(other.value());
                assertThat(unwatched.forInstallation(() -> tenantsIn(unwatched, table)))
                        .as(table)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_write_does_not_reach_another_tenant(As login) throws Exception {
        TenantId tenant = aTenantWithAnOrder();
        TenantId other = aTenantWithAnOrder();

        try (Database database = Database.open(login.settings())) {
            JooqTransactions unwatched = database.transactions();
            assertThat(unwatched.forTenant(
                            tenant, () -> unwatched.sql().execute("update orders set created_by = 'somebody else'")))
                    .isEqualTo(1);
            assertThatThrownBy(() -> unwatched.forTenant(tenant, () -> {
                        new JooqOrderRepository(unwatched)
                                .insert(anOrder()
                                        .of(other)
                                        .withId("ord_smuggled")
                                        .pending());
                        return true;
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("row-level security");
        }
        assertThat(TestDatabase.server().ask("select created_by from orders where tenant_id = '%s'".formatted(other)))
                .isNotEqualTo("somebody else");
    }

    @ParameterizedTest
    @EnumSource
    void what_happened_can_neither_be_changed_nor_deleted(As login) {
        TenantId tenant = aTenantWithAnOrder();

        try (Database database = Database.open(login.settings())) {
            JooqTransactions unwatched = database.transactions();
            for (String change : List.of(
                    "update event set payload = '{}'",
                    "delete from event",
                    "truncate event",
                    "update order_event set reason = 'another'",
                    "delete from orders",
                    "alter table event disable row level security")) {
                assertThatThrownBy(() -> unwatched.forTenant(
                                tenant, () -> unwatched.sql().execute(change)))
                        .as(change)
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    private static List<String> tenantsIn(JooqTransactions unwatched, String table) {
        return unwatched.sql().fetch("select tenant_id from " + table).getValues("tenant_id", String.class);
    }

    private TenantId aTenantWithAnOrder() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> orders().insert(anOrder().of(tenant).pending()));
        return tenant;
    }
}
