package dev.tenure.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.order.in.AddressInput;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.CustomerInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.domain.order.OrderStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTenureTest {

    @Test
    void the_demo_tenant_can_take_an_order_at_once() {
        InMemoryTenure tenure = InMemoryTenure.withDemo();
        AddressInput address = new AddressInput(
                "John Smith", null, null, "123 Main Street", null, "Amsterdam", null, null, "Netherlands");
        PlaceOrderCommand command = new PlaceOrderCommand(
                null,
                null,
                null,
                new CustomerInput("john@example.com", "John", "Smith", null, null, null),
                null,
                address,
                null,
                List.of(
                        new ItemInput("MACBOOK-PRO-16-M3", 5, 24, null, null),
                        new ItemInput("IPAD-PRO-12-M2", 3, 12, null, null)),
                null,
                null,
                null,
                false);

        OrderView order = tenure.useCases().orders().place().place(tenure.demo(), command);

        assertThat(order.orderId()).isEqualTo("ord_000001");
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.totals().subtotal()).hasToString("EUR 622.00");
        assertThat(tenure.useCases().orders().find().one(tenure.demo(), "ord_000001"))
                .isEqualTo(order);
    }
}
