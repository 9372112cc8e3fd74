package dev.tenure.domain.order;

import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.catalogPrices;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.order.OrderFixtures.line;
import static dev.tenure.domain.order.OrderFixtures.loaded;
import static dev.tenure.domain.order.OrderFixtures.unit;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenure.domain.docs.GeneratedPage;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.RuleViolated;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderLifecycleTest {

    /** What a command comes to when nothing happens and nothing is refused. */
    private static final String UNCHANGED = "unchanged";

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    TRIGGER, PENDING,        CONFIRMED,      PARTIAL,               FULFILLED,             CANCELLED
                    CONFIRM, CONFIRMED,      unchanged,      INVALID_STATUS,        INVALID_STATUS,        INVALID_STATUS
                    EDIT,    PENDING,        CONFIRMED,      PARTIAL,               INVALID_STATUS,        INVALID_STATUS
                    FULFIL,  PARTIAL,        PARTIAL,        PARTIAL,               ITEM_FULLY_FULFILLED,  ORDER_NOT_CONFIRMED
                    CLOSE,   INVALID_STATUS, INVALID_STATUS, FULFILLED,             INVALID_STATUS,        INVALID_STATUS
                    CANCEL,  CANCELLED,      CANCELLED,      ORDER_NOT_CANCELLABLE, ORDER_NOT_CANCELLABLE, unchanged
                    """)
    void every_command_in_every_status_does_what_is_written_here(
            Trigger trigger, String pending, String confirmed, String partial, String fulfilled, String cancelled) {
        assertThat(outcome(trigger, OrderStatus.PENDING)).isEqualTo(pending);
        assertThat(outcome(trigger, OrderStatus.CONFIRMED)).isEqualTo(confirmed);
        assertThat(outcome(trigger, OrderStatus.PARTIAL)).isEqualTo(partial);
        assertThat(outcome(trigger, OrderStatus.FULFILLED)).isEqualTo(fulfilled);
        assertThat(outcome(trigger, OrderStatus.CANCELLED)).isEqualTo(cancelled);
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void every_command_in_every_status_does_what_the_table_of_transitions_says(Trigger trigger, OrderStatus status) {
        Set<String> targets = targets(trigger, status);

        String outcome = outcome(trigger, status);

        boolean allowed = order(status).objections().objectionTo(trigger).isEmpty();
        assertThat(allowed).isEqualTo(!targets.isEmpty());
        if (allowed) {
            assertThat(outcome).isIn(targets);
        } else if (!outcome.equals(UNCHANGED)) {
            assertThat(order(status).objections().objectionTo(trigger))
                    .get()
                    .extracting(objection -> objection.code().name())
                    .isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @MethodSource("allTransitions")
    void every_transition_of_the_table_can_be_made(Transition transition, OrderStatus from) {
        Order order = transition.to() == OrderStatus.FULFILLED ? almostDone(from) : order(from);

        Order moved = transition == Transition.EDIT_AWAY_THE_REST
                ? order.editItems(List.of(line(MACBOOK, 1, 24)), catalogPrices(), stamp(9))
                : perform(transition.trigger(), order);

        assertThat(moved.state().status()).isEqualTo(transition.to());
    }

    @Test
    void an_order_is_open_until_nothing_can_move_it() {
        assertThat(OrderStatus.open()).containsExactly(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PARTIAL);
    }

    @Test
    void the_fold_takes_the_status_from_the_table_and_leaves_it_where_there_is_no_move() {
        assertThat(Transition.target(Trigger.FULFIL, OrderStatus.PENDING, 1)).isEqualTo(OrderStatus.PARTIAL);
        assertThat(Transition.target(Trigger.FULFIL, OrderStatus.CONFIRMED, 0)).isEqualTo(OrderStatus.FULFILLED);
        assertThat(Transition.target(Trigger.EDIT, OrderStatus.PENDING, 0)).isEqualTo(OrderStatus.PENDING);
        assertThat(Transition.target(Trigger.CANCEL, OrderStatus.FULFILLED, 0)).isEqualTo(OrderStatus.FULFILLED);
    }

    @Test
    void the_page_about_the_lifecycle_is_up_to_date() {
        GeneratedPage.check("docs/order-lifecycle.md", LifecyclePage.text(OrderLifecycleTest::outcome));
    }

    @Test
    void the_worked_example_holds() {
        var order = anOrder()
                .with(item("MACBOOK-PRO-16-M3").times(5))
                .with(item("IPAD-AIR-11").times(3));

        assertThat(order.pending().state())
                .returns(OrderStatus.PENDING, OrderState::status)
                .returns(1L, OrderState::version);
        assertThat(order.confirmed().state())
                .returns(OrderStatus.CONFIRMED, OrderState::status)
                .returns(2L, OrderState::version);
        var first = order.confirmed().fulfil(unit(1, 1), true, stamp(2));
        assertThat(first.state())
                .returns(OrderStatus.PARTIAL, OrderState::status)
                .returns(3L, OrderState::version);
        var last = first;
        for (int number = 2; number <= 8; number++) {
            last = last.fulfil(number <= 5 ? unit(1, number) : unit(2, number), true, stamp(number + 1));
        }
        assertThat(last.state())
                .returns(OrderStatus.FULFILLED, OrderState::status)
                .returns(10L, OrderState::version);
    }

    @Test
    void a_refusal_names_the_status_and_those_that_would_do() {
        var order = anOrder().partial();

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> order.cancel("no", stamp(9)))
                .withMessage("cancel is possible for an order that is pending or confirmed; this one is partial")
                .satisfies(refusal -> assertThat(refusal.details())
                        .isEqualTo(Map.of("status", "partial", "allowed", List.of("pending", "confirmed"))));
    }

    @Nested
    class Placing {

        @Test
        void a_placed_order_is_pending_and_its_first_event_says_so() {
            var order = anOrder().placedAtMinute(7).pending();

            assertThat(order.state().status()).isEqualTo(OrderStatus.PENDING);
            assertThat(order.state().payment()).isEqualTo(OrderPayment.PENDING);
            assertThat(order.state().createdAt()).isEqualTo(stamp(7).at());
            assertThat(order.state().updatedAt()).isEqualTo(stamp(7).at());
            assertThat(order.state().createdBy()).isEqualTo(stamp(7).by());
            assertThat(order.changes()).containsExactly(new Event<>(1, stamp(7), new OrderFact.Placed(order.state())));
            assertThat(order.loadedVersion()).isZero();
        }

        @Test
        void an_order_from_a_store_has_not_changed() {
            var order = loaded(anOrder().confirmed());

            assertThat(order.changes()).isEmpty();
            assertThat(order.loadedVersion()).isEqualTo(2);
            assertThat(order.cancel(null, stamp(9)).loadedVersion()).isEqualTo(2);
        }

        @Test
        void a_command_leaves_the_order_it_was_given_to_alone() {
            var order = anOrder().pending();
            var before = order.state();

            var confirmed = order.confirm(stamp(1));

            assertThat(confirmed.state()).isNotEqualTo(before);
            assertThat(order.state()).isSameAs(before);
            assertThat(order.changes()).hasSize(1);
        }

        @Test
        void a_change_moves_the_time_and_not_the_beginning() {
            var order = anOrder().pending().confirm(stamp(3));

            assertThat(order.state().updatedAt()).isEqualTo(stamp(3).at());
            assertThat(order.state().createdAt()).isEqualTo(stamp(0).at());
        }
    }

    @Nested
    class Confirming {

        @Test
        void a_second_confirmation_changes_nothing() {
            var order = anOrder().confirmed();

            assertThat(order.confirm(stamp(9))).isSameAs(order);
        }
    }

    @Nested
    class Cancelling {

        @Test
        void a_cancelled_order_says_when_and_why() {
            var order = anOrder().confirmed().cancel("  customer withdrew ", stamp(9));

            assertThat(order.state().cancellation()).isEqualTo(new Cancellation(stamp(9).at(), "customer withdrew"));
            assertThat(lastFact(order).reason()).contains("customer withdrew");
        }

        @Test
        void a_reason_is_not_needed() {
            var order = anOrder().pending().cancel(" ", stamp(9));

            assertThat(order.state().cancellation()).isEqualTo(new Cancellation(stamp(9).at(), null));
            assertThat(lastFact(order).reason()).isEmpty();
        }

        @Test
        void a_second_cancellation_changes_nothing_whatever_the_reason() {
            var order = anOrder().cancelled();

            assertThat(order.cancel("another reason", stamp(9))).isSameAs(order);
        }

        @Test
        void a_reason_has_at_most_1000_characters() {
            var order = anOrder().pending();

            assertThat(order.cancel("x".repeat(1000), stamp(9)).state().status())
                    .isEqualTo(OrderStatus.CANCELLED);
            assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> order.cancel("x".repeat(1001), stamp(9)));
        }
    }

    @Nested
    class Fulfilling {

        @ParameterizedTest
        @EnumSource(names = {"PENDING", "CONFIRMED"})
        void the_first_unit_of_several_makes_the_order_partial(OrderStatus status) {
            var order = anOrder().in(status).fulfil(unit(1, 1), false, stamp(9));

            assertThat(order.state().status()).isEqualTo(OrderStatus.PARTIAL);
            assertThat(order.state().item(1).subscriptions())
                    .containsExactly(unit(1, 1).subscriptionId());
            assertThat(order.state().item(1).rentalStatus()).isEqualTo(RentalStatus.PARTIAL);
            assertThat(order.state().rentalProgress()).isEqualTo(new RentalProgress(2, 1));
            assertThat(lastFact(order))
                    .isEqualTo(new OrderFact.UnitFulfilled(
                            unit(1, 1), new ItemPlace(0, 0, new StatusMove(status, OrderStatus.PARTIAL))));
        }

        @ParameterizedTest
        @EnumSource(names = {"PENDING", "CONFIRMED"})
        void the_only_unit_makes_it_fulfilled_at_once(OrderStatus status) {
            var order = anOrder().with(item(MACBOOK)).in(status).fulfil(unit(1, 1), false, stamp(9));

            assertThat(order.state().status()).isEqualTo(OrderStatus.FULFILLED);
            assertThat(order.state().item(1).rentalStatus()).isEqualTo(RentalStatus.COMPLETED);
        }

        @Test
        void the_last_unit_of_the_last_item_makes_it_fulfilled() {
            var order = anOrder().with(item("A").times(2)).with(item("B")).partial(2);
            assertThat(order.state().status()).isEqualTo(OrderStatus.PARTIAL);

            var done = order.fulfil(unit(2, 1), false, stamp(9));

            assertThat(done.state().status()).isEqualTo(OrderStatus.FULFILLED);
            assertThat(done.state().subscriptions())
                    .extracting(Object::toString)
                    .containsExactly("sub_1_1", "sub_1_2", "sub_2_1");
        }

        @Test
        void a_full_item_takes_no_more_units() {
            var order = anOrder().with(item("A")).with(item("B")).partial(1);

            assertThatExceptionOfType(RuleViolated.class)
                    .isThrownBy(() -> order.fulfil(unit(1, 2), false, stamp(9)))
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo(OrderError.ITEM_FULLY_FULFILLED);
                        assertThat(refusal.details()).isEqualTo(Map.of("sku", "A", "quantity", 1));
                    });
        }

        @Test
        void there_must_be_such_an_item() {
            var order = anOrder().pending();

            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> order.fulfil(unit(2, 1), false, stamp(9)))
                    .extracting(InvalidValue::code)
                    .isEqualTo(OrderError.ITEM_NOT_FOUND);
        }

        @Test
        void where_confirmation_is_required_a_pending_order_waits_for_it() {
            var order = anOrder().pending();

            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> order.fulfil(unit(1, 1), true, stamp(9)))
                    .extracting(IllegalTransition::code)
                    .isEqualTo(OrderError.ORDER_NOT_CONFIRMED);
            assertThat(order.confirm(stamp(1))
                            .fulfil(unit(1, 1), true, stamp(9))
                            .state()
                            .status())
                    .isEqualTo(OrderStatus.PARTIAL);
        }

        @Test
        void where_confirmation_is_required_a_partial_order_goes_on() {
            var order = anOrder().partial();

            assertThat(order.fulfil(unit(1, 2), true, stamp(9)).state().status())
                    .isEqualTo(OrderStatus.FULFILLED);
        }

        @Test
        void a_subscription_is_of_one_unit_only() {
            var order = anOrder().with(item("A").times(3)).partial();

            assertThatIllegalArgumentException().isThrownBy(() -> order.fulfil(unit(1, 1), false, stamp(9)));
        }
    }

    @Nested
    class Closing {

        @Test
        void the_open_units_are_given_up() {
            var order = anOrder().with(item("A").times(5)).partial(2).close(" no stock ", stamp(9));

            assertThat(order.state().status()).isEqualTo(OrderStatus.FULFILLED);
            assertThat(order.state().closure()).isEqualTo(new Closure(stamp(9).at(), "no stock", 3));
            assertThat(order.state().rentalProgress()).isEqualTo(new RentalProgress(5, 2));
            assertThat(lastFact(order).reason()).contains("no stock");
        }

        @Test
        void closing_again_changes_nothing() {
            var order = anOrder().closed();

            assertThat(order.close("another reason", stamp(9))).isSameAs(order);
        }

        @Test
        void a_closed_order_is_final() {
            var order = anOrder().closed();

            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> order.fulfil(unit(1, 2), false, stamp(9)))
                    .extracting(IllegalTransition::code)
                    .isEqualTo(OrderError.ITEM_FULLY_FULFILLED);
            assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> order.cancel(null, stamp(9)));
            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> order.editAddresses(billingAddress(), null, stamp(9)));
        }

        @Test
        void a_reason_is_needed_and_has_at_most_1000_characters() {
            var order = anOrder().partial();

            assertThat(order.close("x".repeat(1000), stamp(9)).state().status()).isEqualTo(OrderStatus.FULFILLED);
            assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> order.close("x".repeat(1001), stamp(9)));
            assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> order.close(" ", stamp(9)));
        }
    }

    private static Stream<Arguments> allPairs() {
        return Arrays.stream(Trigger.values())
                .flatMap(trigger -> Arrays.stream(OrderStatus.values()).map(status -> Arguments.of(trigger, status)));
    }

    private static Stream<Arguments> allTransitions() {
        return Arrays.stream(Transition.values())
                .flatMap(transition -> transition.from().stream().map(from -> Arguments.of(transition, from)));
    }

    private static Set<String> targets(Trigger trigger, OrderStatus status) {
        return Arrays.stream(Transition.values())
                .filter(transition -> transition.trigger() == trigger)
                .filter(transition -> transition.from().contains(status))
                .map(transition -> transition.to().name())
                .collect(toSet());
    }

    /** The status after the command, or the code of the refusal, or that nothing happened. */
    private static String outcome(Trigger trigger, OrderStatus status) {
        Order order = order(status);
        try {
            Order after = perform(trigger, order);
            return after == order ? UNCHANGED : after.state().status().name();
        } catch (DomainException refusal) {
            return refusal.code().name();
        }
    }

    /** Three units of one item; one is handed over where the order is partial. */
    private static Order order(OrderStatus status) {
        return anOrder().with(item(MACBOOK).times(3)).in(status);
    }

    /** One move before the end: a single unit, or one unit handed over and one item open. */
    private static Order almostDone(OrderStatus status) {
        return status == OrderStatus.PARTIAL
                ? anOrder().with(item(MACBOOK)).with(item("OTHER")).partial()
                : anOrder().with(item(MACBOOK)).in(status);
    }

    private static Order perform(Trigger trigger, Order order) {
        return switch (trigger) {
            case CONFIRM -> order.confirm(stamp(9));
            case EDIT -> order.editAddresses(billingAddress(), null, stamp(9));
            case FULFIL -> order.fulfil(unit(firstOpen(order), 9), false, stamp(9));
            case CLOSE -> order.close("given up", stamp(9));
            case CANCEL -> order.cancel("called off", stamp(9));
        };
    }

    private static int firstOpen(Order order) {
        return order.state().items().stream()
                .filter(item -> item.openUnits() > 0)
                .mapToInt(OrderItem::number)
                .findFirst()
                .orElse(1);
    }

    private static OrderFact lastFact(Order order) {
        return order.changes().get(order.changes().size() - 1).fact();
    }

    /** The page of the documentation. */
    private static final class LifecyclePage {

        interface Outcomes {
            String of(Trigger trigger, OrderStatus status);
        }

        static String text(Outcomes outcomes) {
            return """
                    # The life of an order

                    <!-- Written by OrderLifecycleTest from the moves in Transition; change those, not this page. -->

                    ```mermaid
                    stateDiagram-v2
                        [*] --> pending: place
                    %s
                        fulfilled --> [*]
                        cancelled --> [*]
                    ```

                    `fulfilled` and `cancelled` are final. To confirm is optional unless the tenant requires it before the first unit is
                    fulfilled. An edit takes back what is still open or adds to it; an item with a subscription is locked. To close gives up
                    what is still open, with a reason. Notes, custom fields, the tracking number and the payment change in every status.

                    ## What each command does in each status

                    An arrow gives the status afterwards, a code the refusal. *unchanged* is a repeated command: it succeeds and does
                    nothing.

                    | | %s |
                    |---|%s|
                    %s
                    """.formatted(
                    moves(),
                    Arrays.stream(OrderStatus.values()).map(LifecyclePage::word).collect(joining(" | ")),
                    Arrays.stream(OrderStatus.values()).map(any -> "---").collect(joining("|")),
                    Arrays.stream(Trigger.values())
                            .map(trigger -> row(trigger, outcomes))
                            .collect(joining("\n")));
        }

        private static String moves() {
            return Arrays.stream(Transition.values())
                    .flatMap(transition -> transition.from().stream().sorted().map(from -> "    %s --> %s: %s"
                            .formatted(word(from), word(transition.to()), label(transition, from))))
                    .collect(joining("\n"));
        }

        private static String label(Transition transition, OrderStatus from) {
            String name = word(transition).replace('_', ' ');
            return name.equals(word(transition.trigger()) + " " + word(from)) ? word(transition.trigger()) : name;
        }

        private static String row(Trigger trigger, Outcomes outcomes) {
            return Arrays.stream(OrderStatus.values())
                    .map(status -> cell(trigger, status, outcomes))
                    .collect(joining(" | ", "| **%s** | ".formatted(word(trigger)), " |"));
        }

        private static String cell(Trigger trigger, OrderStatus status, Outcomes outcomes) {
            Set<String> targets = targets(trigger, status);
            if (!targets.isEmpty()) {
                return targets.stream()
                        .map(OrderStatus::valueOf)
                        .sorted()
                        .map(LifecyclePage::word)
                        .collect(joining(" or ", "→ ", ""));
            }
            String outcome = outcomes.of(trigger, status);
            return outcome.equals(UNCHANGED) ? "*unchanged*" : "`" + outcome + "`";
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
