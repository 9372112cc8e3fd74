package dev.tenure.application.contract;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders are kept whole, with the events that made them. */
public interface OrderRepositoryContract extends StoreWithCustomersContract {

    OrderRepository orders();

    @Test
    default void an_order_with_every_optional_part_is_read_back_as_it_was_written() {
        TenantId tenant = aTenantWithCustomers();
        Order order = OrderStories.fullest(tenant, "ord_full");

        within(tenant, () -> orders().insert(order));

        assertThat(found(tenant, "ord_full")).isEqualTo(order.state());
        assertThat(events(tenant, "ord_full")).isEqualTo(order.changes());
    }

    @Test
    default void an_order_without_any_optional_part_is_read_back_as_it_was_written() {
        TenantId tenant = aTenantWithCustomers();
        Order order = OrderStories.plainest(tenant, "ord_plain");

        within(tenant, () -> orders().insert(order));

        assertThat(found(tenant, "ord_plain")).isEqualTo(order.state());
        assertThat(events(tenant, "ord_plain")).isEqualTo(order.changes());
    }

    @Test
    default void the_largest_order_is_read_back_as_it_was_written() {
        TenantId tenant = aTenantWithCustomers();
        Order order = OrderStories.largest(tenant, "ord_large");

        within(tenant, () -> orders().insert(order));

        assertThat(found(tenant, "ord_large")).isEqualTo(order.state());
        assertThat(events(tenant, "ord_large")).isEqualTo(order.changes());
    }

    @Test
    default void an_order_can_be_read_back_within_the_transaction_that_wrote_it() {
        TenantId tenant = aTenantWithCustomers();
        Order order = anOrder().of(tenant).pending();

        Order read = in(tenant, () -> {
            orders().insert(order);
            return orders().find(order.state().id()).orElseThrow();
        });

        assertThat(read.state()).isEqualTo(order.state());
    }

    @Test
    default void an_order_that_was_read_has_no_changes() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> orders().insert(anOrder().of(tenant).confirmed()));

        Order read = in(tenant, () -> orders().find(new OrderId("ord_1")).orElseThrow());

        assertThat(read.changes()).isEmpty();
        assertThat(read.loadedVersion()).isEqualTo(2);
    }

    @Test
    default void an_order_in_any_status_can_be_inserted_with_its_life_so_far() {
        TenantId tenant = aTenantWithCustomers();

        for (OrderStatus status : OrderStatus.values()) {
            Order order = anOrder().of(tenant).withId("ord_" + status).in(status);
            within(tenant, () -> orders().insert(order));

            assertThat(found(tenant, "ord_" + status)).isEqualTo(order.state());
            assertThat(events(tenant, "ord_" + status)).isEqualTo(order.changes());
        }
    }

    @Test
    default void every_step_in_the_life_of_an_order_is_kept_and_can_be_replayed() {
        TenantId tenant = aTenantWithCustomers();
        Order placed = OrderStories.fullest(tenant, "ord_long");
        within(tenant, () -> orders().insert(placed));
        Set<Class<?>> kinds = new HashSet<>(Set.of(OrderFact.Placed.class, OrderFact.Cancelled.class));

        for (UnaryOperator<Order> step : OrderStories.stepsToClosure()) {
            Order after = changed(tenant, "ord_long", step);
            List<Event<OrderFact>> events = events(tenant, "ord_long");

            assertThat(found(tenant, "ord_long")).isEqualTo(after.state());
            assertThat(events.subList(events.size() - after.changes().size(), events.size()))
                    .isEqualTo(after.changes());
            assertThat(events).hasSize((int) after.state().version());
            assertThat(Order.replay(events).state()).isEqualTo(after.state());
            after.changes().forEach(event -> kinds.add(event.fact().getClass()));
        }

        assertThat(kinds).containsExactlyInAnyOrder(OrderFact.class.getPermittedSubclasses());
    }

    @Test
    default void a_cancellation_is_kept_with_and_without_a_reason() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> {
            orders().insert(anOrder().of(tenant).withId("ord_why").pending());
            orders().insert(anOrder().of(tenant).withId("ord_silent").pending());
        });

        Order why = changed(tenant, "ord_why", order -> order.cancel("changed \"his\" mind", stamp(1)));
        Order silent = changed(tenant, "ord_silent", order -> order.cancel(null, stamp(2)));

        assertThat(found(tenant, "ord_why")).isEqualTo(why.state());
        assertThat(found(tenant, "ord_silent")).isEqualTo(silent.state());
        assertThat(Order.replay(events(tenant, "ord_why")).state()).isEqualTo(why.state());
        assertThat(Order.replay(events(tenant, "ord_silent")).state()).isEqualTo(silent.state());
    }

    @Test
    default void several_events_of_one_change_are_kept_in_order() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> orders().insert(anOrder().of(tenant).pending()));

        Order after = changed(tenant, "ord_1", order -> order.replaceNotes("first", stamp(1))
                .replaceNotes("second", stamp(1))
                .confirm(stamp(2)));

        assertThat(events(tenant, "ord_1").stream().map(Event::sequence)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(Order.replay(events(tenant, "ord_1")).state()).isEqualTo(after.state());
    }

    @Test
    default void what_is_not_there_is_not_found() {
        TenantId tenant = aTenantWithCustomers();

        assertThat(in(tenant, () -> orders().find(new OrderId("ord_none")))).isEmpty();
        assertThat(events(tenant, "ord_none")).isEmpty();
    }

    @Test
    default void an_id_that_is_taken_can_not_be_inserted_again() {
        TenantId tenant = aTenantWithCustomers();
        Order first = anOrder().of(tenant).pending();
        Order second = anOrder().of(tenant).noting("another").confirmed();
        within(tenant, () -> orders().insert(first));

        Throwable refused = catchThrowable(() -> within(tenant, () -> orders().insert(second)));

        assertThat(refused).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo(ApplicationError.ALREADY_EXISTS));
        assertThat(found(tenant, "ord_1")).isEqualTo(first.state());
        assertThat(events(tenant, "ord_1")).isEqualTo(first.changes());
    }

    @Test
    default void several_orders_are_kept_at_once_and_found_at_once() {
        TenantId tenant = aTenantWithCustomers();
        List<Order> placed = List.of(
                OrderStories.fullest(tenant, "ord_full"),
                OrderStories.plainest(tenant, "ord_plain"),
                anOrder().of(tenant).withId("ord_confirmed").confirmed());

        within(tenant, () -> orders().insert(placed));

        Map<OrderId, Order> found = in(tenant, () -> orders().loadAll(ids("ord_plain", "ord_none", "ord_full"))
                .get());
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(ids("ord_plain", "ord_full"));
        assertThat(found)
                .allSatisfy((id, order) -> assertThat(order.state().id()).isEqualTo(id));
        assertThat(placed).allSatisfy(order -> {
            String id = order.state().id().value();
            assertThat(found(tenant, id)).isEqualTo(order.state());
            assertThat(events(tenant, id)).isEqualTo(order.changes());
        });
    }

    @Test
    default void of_several_orders_nothing_is_kept_where_the_id_of_one_is_taken() {
        TenantId tenant = aTenantWithCustomers();
        Order first = anOrder().of(tenant).pending();
        within(tenant, () -> orders().insert(first));

        Throwable refused = catchThrowable(() -> within(tenant, () -> orders().insert(List.of(
                anOrder().of(tenant).withId("ord_0").pending(),
                anOrder().of(tenant).withId("ord_1").confirmed(),
                anOrder().of(tenant).withId("ord_2").pending()))));

        assertThat(refused).hasMessageContaining("ord_1").isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(
                        conflict.code())
                .isEqualTo(ApplicationError.ALREADY_EXISTS));
        assertThat(in(tenant, () -> orders().loadAll(ids("ord_0", "ord_2")).get()))
                .isEmpty();
        assertThat(events(tenant, "ord_0")).isEmpty();
        assertThat(found(tenant, "ord_1")).isEqualTo(first.state());
        assertThat(events(tenant, "ord_1")).isEqualTo(first.changes());
    }

    @Test
    default void several_orders_are_changed_at_once_each_in_its_own_way() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> orders().insert(List.of(
                anOrder().of(tenant).withId("ord_1").pending(),
                anOrder().of(tenant).withId("ord_2").pending(),
                anOrder().of(tenant).withId("ord_3").pending())));

        List<Order> changed = in(tenant, () -> {
            Map<OrderId, Order> held = orders().loadAll(ids("ord_2", "ord_1")).get();
            List<Order> after = List.of(
                    requireNonNull(held.get(new OrderId("ord_1"))).confirm(stamp(1)),
                    requireNonNull(held.get(new OrderId("ord_2")))
                            .replaceNotes("first", stamp(1))
                            .cancel("second", stamp(2)));
            orders().updateAll(after);
            return after;
        });

        assertThat(changed).allSatisfy(order -> {
            String id = order.state().id().value();
            assertThat(found(tenant, id)).isEqualTo(order.state());
            assertThat(Order.replay(events(tenant, id)).state()).isEqualTo(order.state());
        });
        assertThat(events(tenant, "ord_1")).hasSize(2);
        assertThat(events(tenant, "ord_2")).hasSize(3);
        assertThat(events(tenant, "ord_3")).hasSize(1);
    }

    @Test
    default void of_several_changes_nothing_is_kept_where_one_builds_on_an_old_version() {
        TenantId tenant = aTenantWithCustomers();
        List<Order> placed = List.of(
                anOrder().of(tenant).withId("ord_1").pending(),
                anOrder().of(tenant).withId("ord_2").pending());
        within(tenant, () -> orders().insert(placed));
        Map<OrderId, Order> old =
                in(tenant, () -> orders().loadAll(ids("ord_1", "ord_2")).get());
        Order newer = changed(tenant, "ord_2", order -> order.confirm(stamp(1)));

        Throwable refused = catchThrowable(() -> within(tenant, () -> orders().updateAll(old.values().stream()
                .map(order -> order.cancel("too late", stamp(2)))
                .toList())));

        assertThat(refused)
                .hasMessageContaining("version")
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo(ApplicationError.CONFLICT));
        assertThat(found(tenant, "ord_1")).isEqualTo(placed.get(0).state());
        assertThat(events(tenant, "ord_1")).isEqualTo(placed.get(0).changes());
        assertThat(found(tenant, "ord_2")).isEqualTo(newer.state());
        assertThat(events(tenant, "ord_2")).hasSize(2);
    }

    @Test
    default void no_orders_at_all_are_no_trouble() {
        TenantId tenant = aTenantWithCustomers();

        within(tenant, () -> {
            orders().insert(List.of());
            orders().updateAll(List.of());
        });

        assertThat(in(tenant, () -> orders().loadAll(List.of()).get())).isEmpty();
    }

    @Test
    default void an_update_that_builds_on_an_old_version_is_refused_and_leaves_nothing() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> orders().insert(anOrder().of(tenant).pending()));
        Order old = in(tenant, () -> orders().find(new OrderId("ord_1")).orElseThrow());
        Order newer = changed(tenant, "ord_1", order -> order.confirm(stamp(1)));

        Throwable refused =
                catchThrowable(() -> within(tenant, () -> orders().update(old.cancel("too late", stamp(2)))));

        assertThat(refused).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo(ApplicationError.CONFLICT));
        assertThat(found(tenant, "ord_1")).isEqualTo(newer.state());
        assertThat(events(tenant, "ord_1")).hasSize(2);
    }

    @Test
    default void an_order_that_is_not_there_can_not_be_updated() {
        TenantId tenant = aTenantWithCustomers();
        Order unknown = Order.restore(anOrder().of(tenant).pending().state()).confirm(stamp(1));

        Throwable refused = catchThrowable(() -> within(tenant, () -> orders().update(unknown)));

        assertThat(refused).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo(ApplicationError.CONFLICT));
        assertThat(in(tenant, () -> orders().find(new OrderId("ord_1")))).isEmpty();
    }

    @Test
    default void changes_of_one_order_in_parallel_happen_one_after_another() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> orders().insert(anOrder().of(tenant).pending()));

        List<Long> versions = Parallel.results(
                number -> changed(tenant, "ord_1", order -> order.replaceNotes("note " + number, stamp(number)))
                        .state()
                        .version());

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(found(tenant, "ord_1").version()).isEqualTo(1 + Parallel.THREADS);
        assertThat(Order.replay(events(tenant, "ord_1")).state()).isEqualTo(found(tenant, "ord_1"));
    }

    @Test
    default void changes_of_several_orders_in_parallel_happen_one_after_another_in_whatever_sequence_they_are_named() {
        TenantId tenant = aTenantWithCustomers();
        within(tenant, () -> orders().insert(List.of(
                anOrder().of(tenant).withId("ord_1").pending(),
                anOrder().of(tenant).withId("ord_2").pending())));

        List<List<Long>> versions = Parallel.results(number -> in(tenant, () -> {
            List<OrderId> named = number % 2 == 0 ? ids("ord_1", "ord_2") : ids("ord_2", "ord_1");
            List<Order> after = orders().loadAll(named).get().values().stream()
                    .map(order -> order.replaceNotes("note " + number, stamp(number)))
                    .toList();
            orders().updateAll(after);
            return after.stream().map(order -> order.state().version()).toList();
        }));

        assertThat(versions).doesNotHaveDuplicates().allSatisfy(both -> assertThat(both.get(0))
                .isEqualTo(both.get(1)));
        assertThat(found(tenant, "ord_1").version()).isEqualTo(1 + Parallel.THREADS);
        assertThat(found(tenant, "ord_2").version()).isEqualTo(1 + Parallel.THREADS);
    }

    @Test
    default void a_rolled_back_change_leaves_neither_state_nor_event() {
        TenantId tenant = aTenantWithCustomers();
        Order placed = anOrder().of(tenant).pending();
        within(tenant, () -> orders().insert(placed));
        IllegalArgumentException failure = new IllegalArgumentException("after the write");

        assertThatThrownBy(() -> within(tenant, () -> {
                    orders().update(Order.restore(placed.state()).confirm(stamp(1)));
                    orders().insert(anOrder().of(tenant).withId("ord_2").pending());
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(found(tenant, "ord_1")).isEqualTo(placed.state());
        assertThat(events(tenant, "ord_1")).isEqualTo(placed.changes());
        assertThat(in(tenant, () -> orders().find(new OrderId("ord_2")))).isEmpty();
        assertThat(events(tenant, "ord_2")).isEmpty();
    }

    @Test
    default void tenants_do_not_see_each_others_orders() {
        TenantId tenant = aTenantWithCustomers();
        TenantId other = aTenantWithCustomers();
        within(tenant, () -> orders().insert(
                        anOrder().of(tenant).withId("ord_mine").pending()));

        assertThat(in(other, () -> orders().find(new OrderId("ord_mine")))).isEmpty();
        assertThat(in(other, () -> orders().loadAll(ids("ord_mine", "ord_none")).get()))
                .isEmpty();
        assertThat(events(other, "ord_mine")).isEmpty();
    }

    @Test
    default void two_tenants_can_have_an_order_of_the_same_id() {
        TenantId tenant = aTenantWithCustomers();
        TenantId other = aTenantWithCustomers();
        Order mine = anOrder().of(tenant).noting("mine").pending();
        Order theirs = anOrder().of(other).noting("theirs").confirmed();
        within(tenant, () -> orders().insert(mine));
        within(other, () -> orders().insert(theirs));

        Order changed = changed(tenant, "ord_1", order -> order.cancel(null, stamp(3)));

        assertThat(found(tenant, "ord_1")).isEqualTo(changed.state());
        assertThat(found(other, "ord_1")).isEqualTo(theirs.state());
        assertThat(events(other, "ord_1")).isEqualTo(theirs.changes());
    }

    @Test
    default void an_order_can_not_be_written_for_another_tenant() {
        TenantId tenant = aTenantWithCustomers();
        TenantId other = aTenantWithCustomers();
        Order theirs = anOrder().of(other).pending();

        assertThatThrownBy(() -> within(tenant, () -> orders().insert(theirs))).isInstanceOf(RuntimeException.class);

        assertThat(in(tenant, () -> orders().find(new OrderId("ord_1")))).isEmpty();
        assertThat(in(other, () -> orders().find(new OrderId("ord_1")))).isEmpty();
    }

    @Test
    default void nothing_works_outside_a_transaction() {
        Order order = anOrder().of(aTenantWithCustomers()).pending();

        assertThatThrownBy(() -> orders().find(order.state().id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> orders().insert(order)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> orders().update(order)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> orders().events(order.state().id())).isInstanceOf(IllegalStateException.class);
    }

    private static List<OrderId> ids(String... ids) {
        return Stream.of(ids).map(OrderId::new).toList();
    }

    private OrderState found(TenantId tenant, String id) {
        return in(tenant, () -> orders().find(new OrderId(id)).orElseThrow()).state();
    }

    private List<Event<OrderFact>> events(TenantId tenant, String id) {
        return in(tenant, () -> orders().events(new OrderId(id)));
    }

    private Order changed(TenantId tenant, String id, UnaryOperator<Order> change) {
        return in(tenant, () -> {
            Order changed = change.apply(orders().find(new OrderId(id)).orElseThrow());
            orders().update(changed);
            return changed;
        });
    }
}
