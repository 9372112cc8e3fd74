package dev.tenure.adapter.persistence;

import static dev.tenure.application.order.in.OrderFilters.filter;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.businessBuyer;
import static dev.tenure.domain.order.OrderFixtures.individualBuyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.tenure.adapter.persistence.order.JooqOrderQueries;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.order.OrderFixtures.OrderBuilder;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.TenantId;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each list is read from an index, from where the page begins, without sorting. */
@TestInstance(PER_CLASS)
class OrderListPlanIT extends JooqPorts implements StoreWithCustomersContract {

    private final SentStatements statements = new SentStatements();
    private final Database database = Database.open(TestDatabase.server().settings(), List.of(statements));
    private final JooqTransactions watched = database.transactions();
    private final TenantId tenant = aTenantWithCustomers();

    @BeforeAll
    void orders_of_which_few_are_pending_and_of_peter() throws SQLException {
        within(tenant, () -> {
            for (int i = 0; i < 100; i++) {
                boolean rare = i % 20 == 0;
                OrderBuilder order = anOrder()
                        .of(tenant)
                        .withId("ord_%02d".formatted(i))
                        .by(rare ? individualBuyer() : businessBuyer())
                        .placedAtMinute(i);
                orders().insert(rare ? order.pending() : order.confirmed());
            }
        });
        TestDatabase.server().administer("analyze orders");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED_AT, , , orders_by_created",
        "UPDATED_AT, , , orders_by_updated",
        "ORDER_ID, , , orders_pkey",
        "STATUS, , , orders_by_status",
        "TOTAL, , , orders_by_total",
        "CREATED_AT, PENDING, , orders_by_status",
        "UPDATED_AT, PENDING, , orders_of_status_by_updated",
        "ORDER_ID, PENDING, , orders_of_status_by_id",
        "STATUS, PENDING, , orders_by_status",
        "TOTAL, PENDING, , orders_of_status_by_total",
        "CREATED_AT, , cust_peter, orders_of_customer",
    })
    void a_page_is_read_from_the_index(
            Sort sort, @Nullable OrderStatus status, @Nullable String customer, String index) {
        for (SortDirection direction : SortDirection.values()) {
            OrderQuery query = new OrderQuery(
                    filter().of(status == null ? Set.of() : Set.of(status))
                            .by(customer)
                            .build(),
                    sort,
                    direction);
            JooqOrderQueries queries = new JooqOrderQueries(watched);
            Position after = queries.list(tenant, query, 3, null).next();
            assertThat(queries.list(tenant, query, 3, Objects.requireNonNull(after))
                            .rows())
                    .isNotEmpty();

            // The one filter compares the tenant of the statement with that of row-level security, once.
            assertThat(plan(statements.last()).replace("One-Time Filter", "Once"))
                    .contains("using " + index)
                    .doesNotContain("Sort")
                    .doesNotContain("Filter");
            assertThat(statements.last()).doesNotContain("offset");
        }
    }

    // The few rows of a test are cheaper to scan; an index that fits is still the best of what is left then.
    private String plan(String statement) {
        return watched.forTenant(tenant, () -> {
            watched.sql().execute("set local enable_seqscan = off");
            watched.sql().execute("set local enable_bitmapscan = off");
            watched.sql().execute("set local enable_sort = off");
            return String.join("\n", watched.sql().fetch("explain " + statement).getValues(0, String.class));
        });
    }
}
