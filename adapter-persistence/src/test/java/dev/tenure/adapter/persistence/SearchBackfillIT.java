package dev.tenure.adapter.persistence;

import static dev.tenure.application.order.in.OrderFilters.filter;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.persistence.order.JooqSearchBackfillStore;
import dev.tenure.adapter.persistence.tenant.JooqTenantRepository;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.search.SearchBackfillService;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.catalog.CatalogFixtures;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.TenantId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an older release wrote is found once it has been caught up on, also when it was changed before that. */
class SearchBackfillIT extends JooqPorts implements StoreWithCustomersContract {

    // A process of its own, which has not seen the rows that are taken away here.
    private final Database database = Database.open(TestDatabase.server().settings(), List.of(new StatementGate()));
    private final JooqTransactions another = database.transactions();
    private final SearchBackfillService service =
            new SearchBackfillService(new JooqSearchBackfillStore(another), new JooqTenantRepository(another), another);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void orders_and_customers_of_an_older_release_are_found_again() throws SQLException {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> {
            for (int i = 0; i < 3; i++) {
                orders().insert(anOrder()
                        .of(tenant)
                        .withId("ord_" + i)
                        .withCustomFields(CustomFields.of(Map.of("region", "north")))
                        .pending());
            }
        });
        String of = " where tenant_id = '" + tenant + "'";
        TestDatabase.server()
                .administer(
                        "update orders set search_text = null" + of,
                        "update customer set search_text = null" + of,
                        "delete from order_facet" + of,
                        "delete from search_suffix" + of);
        within(tenant, () -> orders().update(
                        orders().find(new OrderId("ord_1")).orElseThrow().confirm(stamp(1))));
        assertThat(found(tenant, filter().search("sarah").build())).isEmpty();

        int done = service.backfill();

        assertThat(done).isGreaterThanOrEqualTo(5);
        assertThat(service.backfill()).isZero();
        for (OrderFilter filter : List.of(
                filter().search("sarah").build(),
                filter().search("macbook").build(),
                filter().with(CatalogFixtures.MACBOOK).build(),
                filter().where(Map.of("region", "north")).build())) {
            assertThat(found(tenant, filter)).as("%s", filter).containsExactly("ord_2", "ord_1", "ord_0");
        }
    }

    private List<String> found(TenantId tenant, OrderFilter filter) {
        return queries()
                .list(tenant, new OrderQuery(filter, OrderQuery.Sort.ORDER_ID, SortDirection.DESC), 10, null)
                .rows()
                .stream()
                .map(order -> order.orderId())
                .toList();
    }
}
