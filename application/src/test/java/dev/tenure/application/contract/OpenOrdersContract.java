package dev.tenure.application.contract;

import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.catalog.CatalogFixtures.skus;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.shared.TenantId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A SKU is wanted as long as an order with it is pending, confirmed or partial. */
public interface OpenOrdersContract extends StoreWithCustomersContract {

    String DESK = "DESK-OAK";

    OpenOrders openOrders();

    OrderRepository orders();

    /** Keeps an order, so that it can be found by its SKUs. */
    default void placed(Order order) {
        within(order.state().tenantId(), () -> orders().insert(order));
    }

    @Test
    default void a_pending_a_confirmed_and_a_partial_order_are_open() {
        TenantId tenant = aTenantWithCustomers();
        placed(anOrder().of(tenant).withId("ord_1").with(item(MACBOOK)).pending());
        placed(anOrder().of(tenant).withId("ord_2").with(item(IPAD)).confirmed());
        placed(anOrder().of(tenant).withId("ord_3").with(item(DESK).times(2)).partial());

        assertThat(wanted(tenant, MACBOOK, IPAD, DESK, "V-4")).isEqualTo(Set.copyOf(skus(MACBOOK, IPAD, DESK)));
        assertThat(wanted(tenant, IPAD)).containsExactly(new Sku(IPAD));
        assertThat(wanted(tenant)).isEmpty();
    }

    @Test
    default void a_fulfilled_and_a_cancelled_order_are_not() {
        TenantId tenant = aTenantWithCustomers();
        placed(anOrder().of(tenant).withId("ord_1").with(item(MACBOOK)).fulfilled());
        placed(anOrder().of(tenant).withId("ord_2").with(item(IPAD)).cancelled());

        assertThat(wanted(tenant, MACBOOK, IPAD)).isEmpty();

        placed(anOrder()
                .of(tenant)
                .withId("ord_3")
                .with(item(MACBOOK))
                .with(item(IPAD))
                .pending());

        assertThat(wanted(tenant, MACBOOK, IPAD)).hasSize(2);
    }

    @Test
    default void another_tenants_orders_do_not_count() {
        TenantId tenant = aTenantWithCustomers();
        placed(anOrder().of(aTenantWithCustomers()).with(item(MACBOOK)).pending());

        assertThat(wanted(tenant, MACBOOK)).isEmpty();
        assertThatThrownBy(() -> openOrders().of(skus(MACBOOK))).isInstanceOf(IllegalStateException.class);
    }

    private Set<Sku> wanted(TenantId tenant, String... skus) {
        List<Sku> asked = skus(skus);
        return in(tenant, () -> openOrders().of(asked));
    }
}
