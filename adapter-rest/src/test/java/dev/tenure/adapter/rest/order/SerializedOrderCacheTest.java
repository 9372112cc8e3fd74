package dev.tenure.adapter.rest.order;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.order.in.OrderView;
import org.junit.jupiter.api.Test;

class SerializedOrderCacheTest {

    private final SerializedOrderCache written = new SerializedOrderCache();

    @Test
    void an_order_that_is_likely_to_be_read_again_is_written_once() {
        OrderView order = order("ord_1");

        assertThat(written.of(order)).isSameAs(written.of(order));
    }

    @Test
    void an_order_that_is_read_once_takes_nobodys_place() {
        OrderView newest = order("ord_newest");
        var kept = written.of(newest);

        for (int i = 0; i < 2_000; i++) {
            written.ofPassing(order("ord_" + i));
        }

        assertThat(written.of(newest)).isSameAs(kept);
    }

    @Test
    void an_order_that_is_read_once_is_taken_from_what_is_known() {
        OrderView order = order("ord_1");

        var known = written.of(order);

        assertThat(written.ofPassing(order)).isSameAs(known);
    }

    private static OrderView order(String id) {
        return OrderView.of(anOrder().withId(id).pending().state());
    }
}
