package dev.tenure.domain.order;

import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.order.OrderFixtures.unit;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why an order refuses a command, before the command is run. */
class OrderObjectionsTest {

    @Test
    void an_open_order_has_nothing_against_changing_and_fulfilling_its_items() {
        var order = twoItems().pending();

        for (int number : List.of(1, 2)) {
            assertThat(order.objections().objectionToChanging(number)).isEmpty();
            assertThat(order.objections().objectionToRemoving(number)).isEmpty();
            assertThat(order.objections().objectionToFulfilling(number, false)).isEmpty();
        }
        assertThat(order.objections().objectionToPaying()).isEmpty();
    }

    @Test
    void an_item_with_a_subscription_is_locked_and_the_other_is_not() {
        var order = twoItems().partial(1);

        assertThat(code(order.objections().objectionToChanging(1))).isEqualTo(OrderError.ITEM_LOCKED);
        assertThat(code(order.objections().objectionToRemoving(1))).isEqualTo(OrderError.ITEM_LOCKED);
        assertThat(order.objections().objectionToChanging(1).orElseThrow())
                .hasMessage("item MACBOOK-PRO-16-M3 has 1 subscription and can't be changed or removed")
                .extracting(DomainException::details)
                .isEqualTo(Map.of("sku", MACBOOK, "subscriptions", 1));
        assertThat(order.objections().objectionToFulfilling(1, false)).isEmpty();
        assertThat(order.objections().objectionToChanging(2)).isEmpty();
        assertThat(order.objections().objectionToRemoving(2)).isEmpty();
    }

    @Test
    void a_full_item_takes_no_more_units_while_the_other_does() {
        var order = twoItems().partial(2);

        assertThat(code(order.objections().objectionToFulfilling(1, false))).isEqualTo(OrderError.ITEM_FULLY_FULFILLED);
        assertThat(order.objections().objectionToFulfilling(2, false)).isEmpty();
        assertThat(order.objections().objectionToFulfilling(false)).isEmpty();
    }

    @Test
    void the_only_item_can_not_be_removed() {
        var order = anOrder().with(item(MACBOOK)).pending();

        assertThat(code(order.objections().objectionToRemoving(1))).isEqualTo(SharedError.VALIDATION_ERROR);
        assertThat(order.objections().objectionToChanging(1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULFILLED", "CANCELLED"})
    void a_finished_order_is_against_all_of_it(OrderStatus status) {
        var order = twoItems().in(status);
        var fulfil = status == OrderStatus.FULFILLED ? OrderError.ITEM_FULLY_FULFILLED : OrderError.ORDER_NOT_CONFIRMED;

        assertThat(code(order.objections().objectionToChanging(1))).isEqualTo(OrderError.INVALID_STATUS);
        assertThat(code(order.objections().objectionToRemoving(1))).isEqualTo(OrderError.INVALID_STATUS);
        assertThat(code(order.objections().objectionToFulfilling(1, false))).isEqualTo(fulfil);
        assertThat(code(order.objections().objectionToFulfilling(false))).isEqualTo(fulfil);
    }

    @Test
    void where_orders_are_confirmed_first_a_pending_one_can_not_be_fulfilled() {
        assertThat(code(twoItems().pending().objections().objectionToFulfilling(true)))
                .isEqualTo(OrderError.ORDER_NOT_CONFIRMED);
        assertThat(code(twoItems().pending().objections().objectionToFulfilling(1, true)))
                .isEqualTo(OrderError.ORDER_NOT_CONFIRMED);
        assertThat(twoItems().confirmed().objections().objectionToFulfilling(1, true))
                .isEmpty();
        assertThat(twoItems().partial().objections().objectionToFulfilling(1, true))
                .isEmpty();
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> twoItems().pending().fulfil(unit(1, 1), true, stamp(9)))
                .extracting(DomainException::code)
                .isEqualTo(OrderError.ORDER_NOT_CONFIRMED);
    }

    @Test
    void an_item_that_is_not_there_is_not_found() {
        var order = twoItems().pending();

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> order.objections().objectionToChanging(3));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> order.objections().objectionToRemoving(3));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> order.objections().objectionToFulfilling(3, false));
    }

    private static OrderFixtures.OrderBuilder twoItems() {
        return anOrder().with(item(MACBOOK).times(2)).with(item(IPAD));
    }

    private static ErrorCode code(Optional<DomainException> objection) {
        return objection.orElseThrow().code();
    }
}
