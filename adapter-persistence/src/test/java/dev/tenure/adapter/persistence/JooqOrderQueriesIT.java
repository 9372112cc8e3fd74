package dev.tenure.adapter.persistence;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.persistence.order.JooqOrderQueries;
import dev.tenure.application.contract.OrderQueriesContract;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.TenantId;
import org.junit.jupiter.api.Test;

class JooqOrderQueriesIT extends JooqPorts implements OrderQueriesContract {

    @Test
    void what_was_only_tried_out_is_not_shown_when_another_change_makes_that_version() {
        TenantId tenant = aTenantWithCustomers();
        OrderId id = new OrderId("ord_1");
        Order placed = anOrder().of(tenant).withId("ord_1").pending();
        JooqOrderQueries queries = new JooqOrderQueries(transactions());
        within(tenant, () -> orders().insert(placed));

        OrderView triedOut = transactions().dryRun(tenant, () -> {
            orders().update(Order.restore(placed.state()).cancel("tried out", stamp(1)));
            return queries.find(tenant, id).orElseThrow();
        });
        within(tenant, () -> orders().update(Order.restore(placed.state()).confirm(stamp(2))));

        assertThat(triedOut.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(queries.find(tenant, id).map(OrderView::status)).contains(OrderStatus.CONFIRMED);
    }
}
