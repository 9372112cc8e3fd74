package dev.tenure.application.contract;

import static dev.tenure.application.order.in.OrderFilters.filter;
import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.businessBuyer;
import static dev.tenure.domain.order.OrderFixtures.individualBuyer;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.catalog.CatalogFixtures;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders are listed as they are, each once, in the order that was asked for. */
public interface OrderQueriesContract extends StoreWithCustomersContract {

    OrderRepository orders();

    OrderQueries queries();

    @Test
    default void an_order_is_shown_as_it_was_written() {
        TenantId tenant = aTenantWithCustomers();
        Order full = OrderStories.fullest(tenant, "ord_full");
        Order plain = OrderStories.plainest(tenant, "ord_plain");
        inserted(tenant, full, plain);

        assertThat(queries().find(tenant, new OrderId("ord_full"))).contains(OrderView.of(full.state()));
        assertThat(queries().find(tenant, new OrderId("ord_plain"))).contains(OrderView.of(plain.state()));
        assertThat(queries().list(tenant, OrderQuery.ALL, 10, null).rows())
                .containsExactlyInAnyOrder(OrderView.of(full.state()), OrderView.of(plain.state()));
    }

    @Test
    default void an_order_is_shown_as_its_whole_life_left_it() {
        TenantId tenant = aTenantWithCustomers();
        Order order = OrderStories.fullest(tenant, "ord_long");
        for (UnaryOperator<Order> step : OrderStories.stepsToClosure()) {
            order = step.apply(order);
        }
        Order cancelled = anOrder().of(tenant).withId("ord_cancelled").cancelled();
        inserted(tenant, order, cancelled);

        assertThat(queries().find(tenant, new OrderId("ord_long"))).contains(OrderView.of(order.state()));
        assertThat(queries().find(tenant, new OrderId("ord_cancelled"))).contains(OrderView.of(cancelled.state()));
        assertThat(queries().list(tenant, OrderQuery.ALL, 10, null).rows())
                .containsExactlyInAnyOrder(OrderView.of(order.state()), OrderView.of(cancelled.state()));
    }

    @Test
    default void what_is_not_there_is_not_shown() {
        TenantId tenant = aTenantWithCustomers();

        assertThat(queries().find(tenant, new OrderId("ord_none"))).isEmpty();
        assertThat(queries().list(tenant, OrderQuery.ALL, 10, null)).isEqualTo(new Slice<>(List.of(), null));
    }

    @Test
    default void tenants_do_not_see_each_others_orders() {
        TenantId tenant = aTenantWithCustomers();
        TenantId other = aTenantWithCustomers();
        Order mine = anOrder().of(tenant).noting("mine").pending();
        Order theirs = anOrder().of(other).noting("theirs").pending();
        inserted(tenant, mine);
        inserted(other, theirs, anOrder().of(other).withId("ord_only_theirs").pending());

        assertThat(queries().find(tenant, new OrderId("ord_1"))).contains(OrderView.of(mine.state()));
        assertThat(queries().find(tenant, new OrderId("ord_only_theirs"))).isEmpty();
        for (Sort sort : Sort.values()) {
            OrderQuery query = new OrderQuery(
                    filter().of(OrderStatus.PENDING).by(sarahsId().value()).build(), sort, SortDirection.ASC);
            assertThat(queries().list(tenant, query, 10, null).rows()).containsExactly(OrderView.of(mine.state()));
        }
    }

    @Test
    default void every_sort_in_both_directions_with_any_filter_visits_each_order_once() {
        TenantId tenant = aTenantWithCustomers();
        List<OrderView> all = aMixOfOrders(tenant);

        for (Sort sort : Sort.values()) {
            for (SortDirection direction : SortDirection.values()) {
                for (Set<OrderStatus> statuses : List.of(
                        Set.<OrderStatus>of(),
                        Set.of(OrderStatus.CONFIRMED),
                        Set.of(OrderStatus.PENDING, OrderStatus.PARTIAL, OrderStatus.CANCELLED))) {
                    for (String customer :
                            new @Nullable String[] {null, petersId().value()}) {
                        OrderQuery query = new OrderQuery(
                                filter().of(statuses).by(customer).build(), sort, direction);
                        List<OrderView> expected = expected(all, query);

                        assertThat(ids(paged(tenant, query, 1)))
                                .as("%s by 1", query)
                                .isEqualTo(ids(expected));
                        assertThat(ids(paged(tenant, query, 4)))
                                .as("%s by 4", query)
                                .isEqualTo(ids(expected));
                        assertThat(ids(paged(tenant, query, 100)))
                                .as("%s", query)
                                .isEqualTo(ids(expected));
                    }
                }
            }
        }
    }

    @Test
    default void a_slice_has_a_position_only_when_more_rows_follow() {
        TenantId tenant = aTenantWithCustomers();
        int count = aMixOfOrders(tenant).size();

        assertThat(queries().list(tenant, OrderQuery.ALL, count - 1, null).next())
                .isNotNull();
        assertThat(queries().list(tenant, OrderQuery.ALL, count, null).next()).isNull();
        assertThat(queries().list(tenant, OrderQuery.ALL, count + 1, null).next())
                .isNull();
    }

    @Test
    default void a_customer_who_does_not_exist_has_no_orders() {
        TenantId tenant = aTenantWithCustomers();
        inserted(tenant, anOrder().of(tenant).pending());

        for (String customer : List.of("cust_none", "", "%", "' or true --", OrderStories.ODD_TEXT)) {
            OrderQuery query = new OrderQuery(filter().by(customer).build(), Sort.CREATED_AT, SortDirection.ASC);
            assertThat(queries().list(tenant, query, 10, null)).isEqualTo(new Slice<>(List.of(), null));
        }
    }

    @Test
    default void a_walk_visits_each_order_once_while_others_are_placed() {
        for (SortDirection direction : SortDirection.values()) {
            TenantId tenant = aTenantWithCustomers();
            List<String> before = ids(aMixOfOrders(tenant));
            OrderQuery query = new OrderQuery(OrderFilter.NONE, Sort.CREATED_AT, direction);
            List<String> visited = new ArrayList<>();
            Position position = null;
            int slices = 0;

            do {
                Slice<OrderView> slice = queries().list(tenant, query, 2, position);
                visited.addAll(ids(slice.rows()));
                position = slice.next();
                slices++;
                if (slices <= 4) {
                    inserted(
                            tenant,
                            anOrder()
                                    .of(tenant)
                                    .withId("ord_early" + slices)
                                    .placedAtMinute(-slices)
                                    .pending(),
                            anOrder()
                                    .of(tenant)
                                    .withId("ord_between" + slices)
                                    .placedAtMinute(1)
                                    .pending(),
                            anOrder()
                                    .of(tenant)
                                    .withId("ord_late" + slices)
                                    .placedAtMinute(90 + slices)
                                    .pending());
                }
            } while (position != null && slices < 100);

            assertThat(visited).containsAll(before).doesNotHaveDuplicates();
        }
    }

    @Test
    default void a_walk_by_what_does_not_change_visits_each_order_once_while_they_change() {
        TenantId tenant = aTenantWithCustomers();
        List<String> all = ids(aMixOfOrders(tenant));
        List<String> visited = new ArrayList<>();
        Position position = null;

        do {
            Slice<OrderView> slice = queries().list(tenant, OrderQuery.ALL, 3, position);
            visited.addAll(ids(slice.rows()));
            position = slice.next();
            within(
                    tenant,
                    () -> all.forEach(id -> {
                        Order order = orders().find(new OrderId(id)).orElseThrow();
                        orders().update(order.replaceNotes("seen " + visited.size(), stamp(200)));
                    }));
        } while (position != null);

        assertThat(visited).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void a_position_stays_good_when_its_own_order_has_left_the_query() {
        TenantId tenant = aTenantWithCustomers();
        inserted(
                tenant,
                anOrder().of(tenant).withId("ord_1").placedAtMinute(1).pending(),
                anOrder().of(tenant).withId("ord_2").placedAtMinute(2).pending(),
                anOrder().of(tenant).withId("ord_3").placedAtMinute(3).pending());
        OrderQuery query = new OrderQuery(filter().of(OrderStatus.PENDING).build(), Sort.CREATED_AT, SortDirection.ASC);
        Slice<OrderView> first = queries().list(tenant, query, 2, null);

        within(tenant, () -> orders().update(
                        orders().find(new OrderId("ord_2")).orElseThrow().confirm(stamp(9))));

        assertThat(ids(queries().list(tenant, query, 2, first.next()).rows())).containsExactly("ord_3");
    }

    /**
     * Fifteen orders of two customers in all statuses, many of them equal in all that a list can be sorted by but the
     * id.
     */
    private List<OrderView> aMixOfOrders(TenantId tenant) {
        List<OrderStatus> statuses = List.of(OrderStatus.values());
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            orders.add(anOrder()
                    .of(tenant)
                    .withId("ord_%s%d".formatted("kxbqz".charAt(i % 5), i))
                    .by(i % 2 == 0 ? businessBuyer() : individualBuyer())
                    .with(item(CatalogFixtures.MACBOOK).times(2 + 9 * (i % 2)))
                    .placedAtMinute(i / 4)
                    .in(statuses.get(i / 2 % 5)));
        }
        inserted(tenant, orders.toArray(Order[]::new));
        return orders.stream().map(order -> OrderView.of(order.state())).toList();
    }

    private void inserted(TenantId tenant, Order... orders) {
        within(tenant, () -> {
            for (Order order : orders) {
                orders().insert(order);
            }
        });
    }

    private List<OrderView> paged(TenantId tenant, OrderQuery query, int limit) {
        List<OrderView> visited = new ArrayList<>();
        Position position = null;
        do {
            Slice<OrderView> slice = queries().list(tenant, query, limit, position);
            assertThat(slice.rows()).hasSizeLessThanOrEqualTo(limit);
            visited.addAll(slice.rows());
            position = slice.next();
        } while (position != null && visited.size() < 1000);
        return visited;
    }

    private static List<OrderView> expected(List<OrderView> all, OrderQuery query) {
        Comparator<OrderView> first =
                switch (query.sort()) {
                    case CREATED_AT -> Comparator.comparing(OrderView::createdAt);
                    case UPDATED_AT -> Comparator.comparing(OrderView::updatedAt);
                    case ORDER_ID -> Comparator.comparing(OrderView::orderId);
                    case STATUS -> Comparator.comparing(order -> order.status().name());
                    case TOTAL -> Comparator.comparing(order -> order.totals().total());
                };
        Comparator<OrderView> ascending =
                first.thenComparing(OrderView::createdAt).thenComparing(OrderView::orderId);
        return all.stream()
                .filter(order -> query.filter().statuses().isEmpty()
                        || query.filter().statuses().contains(order.status()))
                .filter(order -> query.filter().customerId() == null
                        || query.filter().customerId().equals(order.customerId()))
                .sorted(query.direction() == SortDirection.ASC ? ascending : ascending.reversed())
                .toList();
    }

    private static List<String> ids(List<OrderView> orders) {
        return orders.stream().map(OrderView::orderId).toList();
    }
}
