package dev.tenure.adapter.persistence;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static dev.tenure.adapter.persistence.generated.Tables.ORDER_FACET;
import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.catalog.CatalogFixtures.skus;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.contract.OpenOrdersContract;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.shared.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JooqOpenOrdersIT extends JooqPorts implements OpenOrdersContract {

    @Test
    void an_order_is_found_by_its_facet() {
        TenantId tenant = aTenantWithCustomers();
        placed(anOrder().of(tenant).withId("ord_1").with(item(MACBOOK)).pending());
        within(tenant, () -> transactions()
                .sql()
                .insertInto(ORDER_FACET)
                .set(ORDER_FACET.TENANT_ID, tenant.value())
                .set(ORDER_FACET.FACET, "sku")
                .set(ORDER_FACET.TERM, MACBOOK)
                .set(ORDER_FACET.CREATED_AT, START)
                .set(ORDER_FACET.ORDER_ID, "ord_1")
                .onConflictDoNothing()
                .execute());
        markIndexed(tenant, "indexed");

        assertThat(in(tenant, () -> openOrders().of(skus(MACBOOK, IPAD)))).containsExactly(new Sku(MACBOOK));
    }

    @Test
    void an_order_of_an_older_release_is_found_by_its_items() {
        TenantId tenant = aTenantWithCustomers();
        placed(anOrder().of(tenant).withId("ord_1").with(item(MACBOOK)).pending());
        within(tenant, () -> transactions()
                .sql()
                .deleteFrom(ORDER_FACET)
                .where(ORDER_FACET.TENANT_ID.eq(tenant.value()))
                .execute());
        markIndexed(tenant, null);

        assertThat(in(tenant, () -> openOrders().of(skus(MACBOOK, IPAD)))).containsExactly(new Sku(MACBOOK));
    }

    private void markIndexed(TenantId tenant, @Nullable String searchText) {
        within(tenant, () -> transactions()
                .sql()
                .update(ORDERS)
                .set(ORDERS.SEARCH_TEXT, searchText)
                .where(ORDERS.TENANT_ID.eq(tenant.value()))
                .execute());
    }
}
