package dev.tenure.domain.order;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.order.OrderFixtures.loaded;
import static dev.tenure.domain.shared.SharedFixtures.JPY;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.domain.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderFixturesTest {

    @Test
    void an_order_reads_aloud() {
        var order = anOrder()
                .with(item("MACBOOK-PRO-16-M3").times(3).for_(24, MONTHS))
                .confirmed();

        assertThat(order.state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.state().totals().subtotal()).isEqualTo(eur("267.00"));
    }

    @Test
    void an_order_in_another_currency_has_items_in_it() {
        var order = anOrder().in(JPY).pending();

        assertThat(order.state().totals().subtotal()).isEqualTo(Money.of("178", JPY));
    }

    @ParameterizedTest
    @EnumSource
    void an_order_is_in_the_status_asked_for(OrderStatus status) {
        var order = anOrder().in(status);

        assertThat(order.state().status()).isEqualTo(status);
        assertThat(order.changes()).hasSize((int) order.state().version());
        assertThat(loaded(order).changes()).isEmpty();
    }
}
