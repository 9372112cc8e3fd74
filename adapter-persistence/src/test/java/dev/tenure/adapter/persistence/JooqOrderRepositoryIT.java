package dev.tenure.adapter.persistence;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.contract.OrderRepositoryContract;
import dev.tenure.application.shared.Conflict;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.shared.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class JooqOrderRepositoryIT extends JooqPorts implements OrderRepositoryContract {

    @Test
    void of_several_the_server_tells_no_more_than_that_one_of_them_was_in_the_way() {
        TenantId tenant = aTenantWithCustomers();
        Order first = anOrder().of(tenant).withId("ord_1").pending();
        Order second = anOrder().of(tenant).withId("ord_2").pending();
        within(tenant, () -> orders().insert(first));

        assertThatThrownBy(() -> within(tenant, () -> orders().insert(List.of(first, second))))
                .isInstanceOf(Conflict.class)
                .hasMessage("there is an order already of one of these ids: ord_1, ord_2");
        assertThatThrownBy(() -> within(tenant, () -> orders().updateAll(List.of(
                        Order.restore(first.state()).confirm(stamp(1)),
                        Order.restore(second.state()).confirm(stamp(1))))))
                .isInstanceOf(Conflict.class)
                .hasMessage("of 2 orders not all are at the version that was read any more");
    }
}
