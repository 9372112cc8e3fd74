package dev.tenure.adapter.persistence.order;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.persistence.TestDatabase;
import dev.tenure.adapter.persistence.customer.JooqCustomerRepository;
import dev.tenure.adapter.persistence.shared.Erased;
import dev.tenure.adapter.persistence.tenant.JooqTenantRepository;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.shared.TenantId;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** What is left of an order once the person's data was erased, with the rights of the application. */
class ErasedOrderIT implements StoreWithCustomersContract {

    private static final String EVENTS = """
            update event set personal = null
            where tenant_id = ? and aggregate_type = 'order' and aggregate_id = ?""";

    private static final String ROW = """
            update orders
            set customer = jsonb_build_object('type', customer -> 'type'),
                billing_address = jsonb_build_object('country', billing_address -> 'country'),
                shipping_address = jsonb_build_object('country', shipping_address -> 'country'),
                remarks = remarks #- '{notes}' #- '{customFields}' #- '{shipment,trackingNumber}',
                cancellation = cancellation - 'reason',
                closure = closure - 'reason',
                extension_details = extension_details - 'reason',
                upgrade_details = upgrade_details - 'upgradeReason'
            where tenant_id = ? and order_id = ?""";

    private final JooqTransactions transactions = TestDatabase.transactions();
    private final JooqOrderRepository orders = new JooqOrderRepository(transactions);

    @Override
    public JooqTransactions transactions() {
        return transactions;
    }

    @Override
    public TenantRepository tenants() {
        return new JooqTenantRepository(transactions);
    }

    @Override
    public CustomerRepository customers() {
        return new JooqCustomerRepository(transactions);
    }

    @Test
    void the_events_of_an_erased_order_still_add_up_to_its_state() {
        TenantId tenant = aTenantWithCustomers();
        for (Order order : List.of(
                anOrder().of(tenant).withId("ord_noted").noting("Ring twice").pending(),
                anOrder().of(tenant).withId("ord_cancelled").cancelled(),
                anOrder().of(tenant).withId("ord_closed").closed())) {
            within(tenant, () -> orders.insert(order));
            OrderId id = order.state().id();

            within(tenant, () -> {
                assertThat(transactions.sql().execute(EVENTS, tenant.value(), id.value()))
                        .isEqualTo(order.changes().size());
                assertThat(transactions.sql().execute(ROW, tenant.value(), id.value()))
                        .isEqualTo(1);
            });

            within(tenant, () -> {
                OrderState state = orders.find(id).orElseThrow().state();
                assertThat(Order.replay(orders.events(id)).state()).isEqualTo(state);
                assertThat(state.buyer().profile().email().value()).isEqualTo(Erased.EMAIL);
                assertThat(state.buyer().billingAddress().contactName()).isEqualTo(Erased.TEXT);
                assertThat(state.remarks().notes()).isNull();
                assertThat(state.status()).isEqualTo(order.state().status());
                assertThat(state.totals()).isEqualTo(order.state().totals());
                assertThat(state.toString()).doesNotContain("Sarah", "Johnson", "sarah@", "Ring twice");
            });
        }
    }

    @Test
    void nothing_of_a_person_stands_outside_of_what_can_be_erased() throws Exception {
        TenantId tenant = aTenantWithCustomers();
        Order order = anOrder().of(tenant).noting("Ring twice").cancelled();
        within(tenant, () -> orders.insert(order));

        String payloads = TestDatabase.server()
                .ask("select string_agg(payload::text, ' ') from event where tenant_id = '%s'".formatted(tenant));

        assertThat(payloads)
                .contains("\"initial\"")
                .doesNotContain(
                        order.state().buyer().profile().email().value(),
                        order.state().buyer().profile().lastName(),
                        order.state().buyer().billingAddress().streetAddress(),
                        "Ring twice");
    }

    @Test
    void nothing_else_of_an_event_can_be_changed() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> orders.insert(anOrder().of(tenant).pending()));

        for (String change : List.of("payload = '{}'", "sequence = 7", "actor = 'another'", "type = 'confirmed'")) {
            assertThatThrownBy(() -> within(tenant, () -> {
                        var unused = transactions
                                .sql()
                                .execute("update event set " + change + " where tenant_id = ?", tenant.value());
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("permission denied");
        }
    }
}
