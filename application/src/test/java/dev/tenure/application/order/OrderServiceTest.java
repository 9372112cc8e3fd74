package dev.tenure.application.order;

import static dev.tenure.application.order.in.OrderCommands.MACBOOK;
import static dev.tenure.application.order.in.OrderCommands.anOrder;
import static dev.tenure.application.order.in.OrderCommands.minimal;
import static dev.tenure.application.order.in.OrderFilters.filter;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.FindOrders;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Cancellation;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderServiceTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();
    private final FindOrders orders = tenure.useCases().orders().find();

    // Confirming and cancelling

    @Test
    void a_pending_order_can_be_confirmed() {
        String id = placed();
        tenure.clock().advance(Duration.ofHours(1));

        OrderView confirmed = confirm(id);

        assertThat(confirmed.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(confirmed.version()).isEqualTo(2);
        assertThat(confirmed.updatedAt())
                .isEqualTo(Instant.parse(InMemoryTenure.START).plusSeconds(3600));
        assertThat(orders.one(caller, id)).isEqualTo(confirmed);
    }

    @Test
    void confirming_and_cancelling_can_be_repeated_safely() {
        String id = placed();

        assertThat(confirm(id)).isEqualTo(confirm(id));
        tenure.clock().advance(Duration.ofHours(1));
        OrderView cancelled = cancel(id, "changed their mind");
        tenure.clock().advance(Duration.ofHours(1));
        assertThat(cancel(id, "another reason")).isEqualTo(cancelled);
        assertThat(cancel(id, null)).isEqualTo(cancelled);

        assertThat(tenure.events(caller, id)).hasSize(3);
        assertThat(cancelled.cancellation())
                .isEqualTo(
                        new Cancellation(Instant.parse(InMemoryTenure.START).plusSeconds(3600), "changed their mind"));
    }

    @Test
    void an_order_can_be_cancelled_without_a_reason() {
        OrderView cancelled = cancel(placed(), null);

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.cancellation()).isEqualTo(new Cancellation(Instant.parse(InMemoryTenure.START), null));
    }

    @Test
    void a_cancelled_order_can_not_be_confirmed() {
        String id = placed();
        cancel(id, null);

        assertThat(code(() -> confirm(id))).isEqualTo(OrderError.INVALID_STATUS);
        assertThat(orders.one(caller, id).version()).isEqualTo(2);
    }

    @Test
    void an_order_with_a_subscription_can_be_neither_confirmed_nor_cancelled() {
        String partial = placed(2);
        handOver(partial, "SN-1");
        String fulfilled = placed(1);
        handOver(fulfilled, "SN-2");

        for (String id : List.of(partial, fulfilled)) {
            assertThat(code(() -> confirm(id))).isEqualTo(OrderError.INVALID_STATUS);
            assertThat(code(() -> cancel(id, null))).isEqualTo(OrderError.ORDER_NOT_CANCELLABLE);
        }
    }

    @Test
    void a_reason_has_at_most_1000_characters() {
        String id = placed();

        assertThat(brokenFields(() -> cancel(id, "r".repeat(Text.REASON + 1)))).containsExactly("reason too_big");
        assertThat(cancel(id, "r".repeat(Text.REASON)).cancellation()).isNotNull();
    }

    @Test
    void what_happened_is_kept_with_who_and_when_and_in_which_request() {
        String id = placed();
        tenure.clock().set("2025-01-16T00:00:00.123456Z");
        Caller bob = new Caller(caller.tenant(), Actor.apiKey("key_7"), Permission.ALL, "req-7");

        OrderView confirmed = tenure.useCases().orders().confirm().confirm(bob, id);

        List<Event<OrderFact>> events = tenure.events(caller, id);
        assertThat(events.stream().map(Event::stamp))
                .containsExactly(
                        new Stamp(Instant.parse(InMemoryTenure.START), new Actor("cli:ann"), null),
                        new Stamp(Instant.parse("2025-01-16T00:00:00.123Z"), Actor.apiKey("key_7"), "req-7"));
        assertThat(OrderView.of(Order.replay(events).state())).isEqualTo(confirmed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ord_999999", "", " ", "../etc", "' or 1=1 --", "ord_000001\0", "ORD_000001"})
    void an_order_that_is_not_there_is_not_found(String id) {
        placed();

        assertThat(code(() -> orders.one(caller, id))).isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> confirm(id))).isEqualTo(ApplicationError.NOT_FOUND);
        if (!id.isBlank()) {
            assertThat(code(() -> cancel(id, null))).isEqualTo(ApplicationError.NOT_FOUND);
        }
    }

    @Test
    void the_order_of_another_tenant_is_not_found() {
        String id = placed();
        Caller stranger = tenure.caller("stranger");

        assertThat(code(() -> orders.one(stranger, id))).isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases().orders().confirm().confirm(stranger, id)))
                .isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases().orders().cancel().cancel(stranger, new CancelOrderCommand(id, null))))
                .isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(orders.list(stranger, OrderQuery.ALL, PageRequest.FIRST).rows())
                .isEmpty();
        assertThat(orders.one(caller, id).version()).isEqualTo(1);
    }

    // Lists

    @Test
    void a_list_without_orders_is_one_empty_page() {
        Page<OrderView> page = orders.list(caller, OrderQuery.ALL, PageRequest.FIRST);

        assertThat(page).isEqualTo(new Page<>(List.of(), PageRequest.DEFAULT_LIMIT, null));
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void a_list_is_walked_page_by_page_newest_first() {
        for (int i = 0; i < 5; i++) {
            placed();
            tenure.clock().advance(Duration.ofSeconds(i % 2));
        }

        Page<OrderView> first = orders.list(caller, OrderQuery.ALL, new PageRequest(2, null));
        Page<OrderView> second = orders.list(caller, OrderQuery.ALL, new PageRequest(2, first.nextCursor()));
        Page<OrderView> third = orders.list(caller, OrderQuery.ALL, new PageRequest(2, second.nextCursor()));

        assertThat(ids(first)).containsExactly("ord_000005", "ord_000004");
        assertThat(ids(second)).containsExactly("ord_000003", "ord_000002");
        assertThat(ids(third)).containsExactly("ord_000001");
        assertThat(first.hasMore()).isTrue();
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void the_limit_may_change_on_the_way() {
        placed();
        placed();
        placed();
        Page<OrderView> first = orders.list(caller, OrderQuery.ALL, new PageRequest(1, null));

        assertThat(ids(orders.list(caller, OrderQuery.ALL, new PageRequest(100, first.nextCursor()))))
                .containsExactly("ord_000002", "ord_000001");
    }

    @Test
    void filters_narrow_a_list() {
        String pending = placed();
        String confirmed = placed();
        confirm(confirmed);
        String ofJane = tenure.useCases()
                .orders()
                .place()
                .place(caller, anOrder().by("jane@example.com").with(MACBOOK, 1).build())
                .orderId();
        String jane = orders.one(caller, ofJane).customerId();

        assertThat(listed(Set.of(OrderStatus.PENDING), null)).containsExactlyInAnyOrder(pending, ofJane);
        assertThat(listed(Set.of(OrderStatus.CONFIRMED, OrderStatus.CANCELLED), null))
                .containsExactly(confirmed);
        assertThat(listed(Set.of(), jane)).containsExactly(ofJane);
        assertThat(listed(Set.of(OrderStatus.CONFIRMED), jane)).isEmpty();
    }

    @Test
    void a_limit_is_1_to_100_and_never_clipped() {
        assertThat(brokenFields(() -> orders.list(caller, OrderQuery.ALL, new PageRequest(0, null))))
                .containsExactly("limit too_small");
        assertThat(brokenFields(() -> orders.list(caller, OrderQuery.ALL, new PageRequest(101, null))))
                .containsExactly("limit too_big");
        assertThat(orders.list(caller, OrderQuery.ALL, new PageRequest(1, null)).limit())
                .isEqualTo(1);
        assertThat(orders.list(caller, OrderQuery.ALL, new PageRequest(100, null))
                        .limit())
                .isEqualTo(100);
    }

    @Test
    void a_cursor_that_was_tampered_with_is_refused() {
        String cursor = aCursor();

        List<String> forgeries = new ArrayList<>(List.of(
                "",
                "x",
                "!",
                "not base64 ✂",
                "AAAAAAAAAAAAAAAAAAAAAA",
                "A".repeat(80),
                "A".repeat(100_000),
                cursor + "AAAA",
                "AAAA" + cursor));
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            forgeries.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
        for (String forgery : forgeries) {
            assertThat(code(() -> orders.list(caller, OrderQuery.ALL, new PageRequest(1, forgery))))
                    .isEqualTo(SharedError.VALIDATION_ERROR);
            assertThat(brokenFields(() -> orders.list(caller, OrderQuery.ALL, new PageRequest(1, forgery))))
                    .containsExactly("startAfter invalid_string");
        }
    }

    @Test
    void a_cursor_is_good_for_its_own_query_only() {
        String cursor = aCursor();

        for (OrderQuery other : List.of(
                new OrderQuery(OrderFilter.NONE, Sort.CREATED_AT, SortDirection.ASC),
                new OrderQuery(OrderFilter.NONE, Sort.UPDATED_AT, SortDirection.DESC),
                new OrderQuery(filter().by("cust_000001").build(), Sort.CREATED_AT, SortDirection.DESC),
                new OrderQuery(filter().of(OrderStatus.PENDING).build(), Sort.CREATED_AT, SortDirection.DESC))) {
            assertThat(brokenFields(() -> orders.list(caller, other, new PageRequest(1, cursor))))
                    .containsExactly("startAfter invalid_string");
        }
    }

    @Test
    void a_cursor_is_good_for_its_own_tenant_only() {
        String cursor = aCursor();

        assertThat(brokenFields(
                        () -> orders.list(tenure.caller("stranger"), OrderQuery.ALL, new PageRequest(1, cursor))))
                .containsExactly("startAfter invalid_string");
    }

    @Test
    void a_cursor_of_orders_is_not_one_of_products() {
        String cursor = aCursor();

        assertThat(brokenFields(() -> tenure.useCases()
                        .catalog()
                        .findProducts()
                        .list(caller, FindProducts.Filter.ALL, new PageRequest(1, cursor))))
                .containsExactly("startAfter invalid_string");
    }

    @Test
    void two_ways_of_writing_one_query_share_its_cursors() {
        placed();
        placed();
        OrderQuery one = new OrderQuery(
                filter().of(Set.of(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.CANCELLED))
                        .build(),
                Sort.TOTAL,
                SortDirection.ASC);
        OrderQuery other = new OrderQuery(
                filter().of(Set.of(OrderStatus.CANCELLED, OrderStatus.PENDING, OrderStatus.CONFIRMED))
                        .build(),
                Sort.TOTAL,
                SortDirection.ASC);

        Page<OrderView> first = orders.list(caller, one, new PageRequest(1, null));

        assertThat(ids(orders.list(caller, other, new PageRequest(1, first.nextCursor()))))
                .containsExactly("ord_000002");
    }

    private String placed() {
        return placed(1);
    }

    private String placed(int units) {
        return tenure.useCases()
                .orders()
                .place()
                .place(
                        caller,
                        units == 1 ? minimal() : anOrder().with(MACBOOK, units).build())
                .orderId();
    }

    private OrderView confirm(String id) {
        return tenure.useCases().orders().confirm().confirm(caller, id);
    }

    private OrderView cancel(String id, @Nullable String reason) {
        return tenure.useCases().orders().cancel().cancel(caller, new CancelOrderCommand(id, reason));
    }

    private void handOver(String id, String serialNumber) {
        tenure.useCases()
                .subscriptions()
                .create()
                .create(
                        caller,
                        new CreateSubscriptionCommand(id, serialNumber, null, null, null, null, null, null, null));
    }

    private String aCursor() {
        placed();
        placed();
        String cursor =
                orders.list(caller, OrderQuery.ALL, new PageRequest(1, null)).nextCursor();
        assertThat(cursor).isNotNull();
        return String.valueOf(cursor);
    }

    private List<String> listed(Set<OrderStatus> statuses, @Nullable String customerId) {
        OrderQuery query =
                new OrderQuery(filter().of(statuses).by(customerId).build(), Sort.CREATED_AT, SortDirection.DESC);
        return ids(orders.list(caller, query, PageRequest.FIRST));
    }

    private static List<String> ids(Page<OrderView> page) {
        return page.rows().stream().map(OrderView::orderId).toList();
    }
}
