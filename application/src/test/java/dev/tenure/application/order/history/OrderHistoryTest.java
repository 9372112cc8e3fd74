package dev.tenure.application.order.history;

import static dev.tenure.application.order.in.OrderCommands.IPAD;
import static dev.tenure.application.order.in.OrderCommands.MONITOR;
import static dev.tenure.application.order.in.OrderCommands.complete;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.application.eventlog.in.EventView;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.CloseOrderCommand;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.MarkOrderPaidCommand;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.order.in.ReplaceNotesCommand;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.domain.event.FieldChange;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {

    private static final Instant START = Instant.parse(InMemoryTenure.START);

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();

    // As of

    @Test
    void an_order_is_shown_as_it_stood() {
        OrderView placed = placed();
        tenure.clock().advance(Duration.ofMinutes(30));
        OrderView confirmed = tenure.useCases().orders().confirm().confirm(caller, placed.orderId());

        assertThat(asOf(placed, START)).isEqualTo(placed);
        assertThat(asOf(placed, START.plusSeconds(1800).minusMillis(1))).isEqualTo(placed);
        assertThat(asOf(placed, START.plusSeconds(1800))).isEqualTo(confirmed);
        assertThat(asOf(placed, Instant.MAX)).isEqualTo(confirmed);
    }

    @Test
    void before_it_was_placed_there_is_none() {
        OrderView placed = placed();

        assertThat(code(() -> asOf(placed, START.minusMillis(1)))).isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> asOf(placed, Instant.MIN))).isEqualTo(ApplicationError.NOT_FOUND);
    }

    @Test
    void where_clocks_disagree_no_event_is_told_without_those_before_it() {
        OrderView placed = placed();
        tenure.clock().advance(Duration.ofMinutes(2));
        tenure.useCases().orders().confirm().confirm(caller, placed.orderId());
        tenure.clock().set("2025-01-15T10:31:00Z");
        notes(placed, "stamped before the confirmation, and after it");

        assertThat(asOf(placed, START.plusSeconds(60))).isEqualTo(placed);
        assertThat(asOf(placed, START.plusSeconds(120)).version()).isEqualTo(3);
    }

    // Events

    @Test
    void every_event_tells_what_differs_by_the_paths_of_clients() {
        OrderView placed = placed();
        String id = placed.orderId();
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("costCenter", "IT-2");
        fields.put("purchaseOrderNumber", null);
        tenure.useCases()
                .orders()
                .edit()
                .edit(
                        caller,
                        EditOrderCommand.of(id)
                                .customFields(fields)
                                .notes("Ring twice")
                                .billingGroupId("bg_1")
                                .trackingNumber("3S1")
                                .shippingAddress(null)
                                .items(List.of(line(IPAD, 4), line(MONITOR, 1)))
                                .build());
        handOver(placed, "SN-1", IPAD);
        tenure.useCases().orders().markPaid().markPaid(caller, new MarkOrderPaidCommand(id, "BANK-1", null));
        tenure.useCases().orders().close().close(caller, new CloseOrderCommand(id, "discontinued"));

        List<EventView> events =
                events(placed, SortDirection.ASC, PageRequest.FIRST).rows();

        assertThat(events)
                .extracting(EventView::sequence, EventView::type)
                .containsExactly(
                        tuple(1L, "placed"),
                        tuple(2L, "addresses_edited"),
                        tuple(3L, "billing_edited"),
                        tuple(4L, "custom_fields_replaced"),
                        tuple(5L, "notes_replaced"),
                        tuple(6L, "tracking_set"),
                        tuple(7L, "item_added"),
                        tuple(8L, "item_quantity_changed"),
                        tuple(9L, "item_removed"),
                        tuple(10L, "unit_fulfilled"),
                        tuple(11L, "payment_recorded"),
                        tuple(12L, "closed"));
        assertThat(events.get(0).changes()).isEmpty();
        assertThat(events.get(1).changes())
                .containsExactly(
                        new FieldChange("shippingAddress.contactName", "Sarah Johnson", "Finance Department"),
                        new FieldChange("shippingAddress.buildingInfo", null, "Building A, 3rd Floor"),
                        new FieldChange("shippingAddress.streetAddress", "789 Office Plaza", "456 Business Park"),
                        new FieldChange("shippingAddress.city", "Amsterdam", "Rotterdam"),
                        new FieldChange("shippingAddress.postalCode", "1012 AB", "3011 AA"));
        assertThat(events.get(2).changes()).containsExactly(new FieldChange("billingGroupId", null, "bg_1"));
        assertThat(events.get(3).changes())
                .containsExactlyInAnyOrder(
                        new FieldChange("customFields.costCenter", "IT-DEV-001", "IT-2"),
                        new FieldChange("customFields.purchaseOrderNumber", "PO-2025-001234", null));
        assertThat(events.get(4).changes())
                .containsExactly(
                        new FieldChange("notes", "Rush delivery requested - new employee onboarding", "Ring twice"));
        assertThat(events.get(5).changes())
                .containsExactly(
                        new FieldChange("trackingNumber", null, "3S1"), new FieldChange("shippedAt", null, START));
        assertThat(events.get(6).changes()).singleElement().satisfies(added -> {
            assertThat(added.path()).isEqualTo("items[2]");
            assertThat(added.before()).isNull();
            assertThat(added.after()).isInstanceOfSatisfying(OrderItem.class, item -> assertThat(item.quantity())
                    .isEqualTo(1));
        });
        assertThat(events.get(7).changes()).containsExactly(new FieldChange("items[1].quantity", 3, 4));
        assertThat(events.get(8).changes())
                .singleElement()
                .extracting(FieldChange::path, FieldChange::after)
                .containsExactly("items[0]", null);
        assertThat(events.get(9).changes())
                .containsExactly(
                        new FieldChange("status", OrderStatus.PENDING, OrderStatus.PARTIAL),
                        new FieldChange("items[0].rentalIds[0]", null, "sub_000001"));
        assertThat(events.get(10).changes())
                .contains(
                        new FieldChange("payment.status", OrderPayment.Status.PENDING, OrderPayment.Status.PAID),
                        new FieldChange("payment.transactionId", null, "BANK-1"),
                        new FieldChange("payment.manuallyMarked", false, true))
                .hasSize(5);
        assertThat(events.get(11).changes())
                .containsExactly(
                        new FieldChange("status", OrderStatus.PARTIAL, OrderStatus.FULFILLED),
                        new FieldChange("closure.unitsGivenUp", null, 4));
        assertThat(events.get(11).reason()).isEqualTo("discontinued");
    }

    @Test
    void every_event_says_who_when_why_and_in_which_request() {
        OrderView placed = placed();
        tenure.clock().advance(Duration.ofHours(1));
        Caller bob = new Caller(caller.tenant(), Actor.apiKey("key_7"), Permission.ALL, "req-7");
        tenure.useCases().orders().cancel().cancel(bob, new CancelOrderCommand(placed.orderId(), "withdrawn"));

        assertThat(events(placed, SortDirection.DESC, new PageRequest(1, null)).rows())
                .containsExactly(new EventView(
                        2,
                        "cancelled",
                        START.plusSeconds(3600),
                        Actor.apiKey("key_7").value(),
                        "req-7",
                        "withdrawn",
                        List.of(new FieldChange("status", OrderStatus.PENDING, OrderStatus.CANCELLED))));
    }

    @Test
    void events_are_walked_from_either_end_page_by_page_while_more_happen() {
        OrderView placed = placed();
        for (int i = 2; i <= 7; i++) {
            notes(placed, "note " + i);
        }

        for (int limit : new int[] {1, 2, 3, 6, 7, 100}) {
            assertThat(walked(placed, SortDirection.ASC, limit)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(walked(placed, SortDirection.DESC, limit)).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        }
        Page<EventView> first = events(placed, SortDirection.DESC, new PageRequest(4, null));
        notes(placed, "note 8");
        assertThat(events(placed, SortDirection.DESC, new PageRequest(4, first.nextCursor()))
                        .rows())
                .extracting(EventView::sequence)
                .containsExactly(3L, 2L, 1L);
        assertThat(first.rows().get(0).changes()).containsExactly(new FieldChange("notes", "note 6", "note 7"));
    }

    @Test
    void a_cursor_is_good_for_its_own_order_and_direction_only() {
        OrderView placed = placed();
        OrderView other = placed();
        notes(placed, "a");
        notes(other, "a");
        String cursor =
                events(placed, SortDirection.ASC, new PageRequest(1, null)).nextCursor();

        assertThat(brokenFields(() -> events(other, SortDirection.ASC, new PageRequest(1, cursor))))
                .containsExactly("startAfter invalid_string");
        assertThat(brokenFields(() -> events(placed, SortDirection.DESC, new PageRequest(1, cursor))))
                .containsExactly("startAfter invalid_string");
    }

    @Test
    void the_events_of_an_order_that_is_not_there_or_another_tenants_are_not_found() {
        OrderView placed = placed();
        Caller stranger = tenure.caller("stranger");

        assertThat(code(() -> tenure.useCases()
                        .events()
                        .read()
                        .read(caller, "order", "../x", SortDirection.ASC, PageRequest.FIRST)))
                .isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases()
                        .events()
                        .read()
                        .read(stranger, "order", placed.orderId(), SortDirection.ASC, PageRequest.FIRST)))
                .isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases()
                        .events()
                        .read()
                        .read(caller, "invoice", placed.orderId(), SortDirection.ASC, PageRequest.FIRST)))
                .isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases().orders().findAsOf().asOf(stranger, placed.orderId(), Instant.MAX)))
                .isEqualTo(ApplicationError.NOT_FOUND);
    }

    private OrderView placed() {
        return tenure.useCases().orders().place().place(caller, complete());
    }

    private OrderView asOf(OrderView order, Instant instant) {
        return tenure.useCases().orders().findAsOf().asOf(caller, order.orderId(), instant);
    }

    private void notes(OrderView order, String notes) {
        tenure.useCases().orders().replaceNotes().replace(caller, new ReplaceNotesCommand(order.orderId(), notes));
    }

    private void handOver(OrderView order, String serialNumber, String sku) {
        tenure.useCases()
                .subscriptions()
                .create()
                .create(
                        caller,
                        new CreateSubscriptionCommand(
                                order.orderId(), serialNumber, null, null, sku, null, null, null, null));
    }

    private Page<EventView> events(OrderView order, SortDirection direction, PageRequest page) {
        return tenure.useCases().events().read().read(caller, "order", order.orderId(), direction, page);
    }

    private List<Long> walked(OrderView order, SortDirection direction, int limit) {
        List<Long> sequences = new ArrayList<>();
        String cursor = null;
        do {
            Page<EventView> page = events(order, direction, new PageRequest(limit, cursor));
            page.rows().forEach(event -> sequences.add(event.sequence()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return sequences;
    }

    private static ItemInput line(String sku, int quantity) {
        return new ItemInput(sku, quantity, null, null, null);
    }
}
