package dev.tenure.application.order.edit;

import static dev.tenure.application.order.in.OrderCommands.IPAD;
import static dev.tenure.application.order.in.OrderCommands.MACBOOK;
import static dev.tenure.application.order.in.OrderCommands.MONITOR;
import static dev.tenure.application.order.in.OrderCommands.anOrder;
import static dev.tenure.application.order.in.OrderCommands.business;
import static dev.tenure.application.order.in.OrderCommands.complete;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.CloseOrderCommand;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.EditOrderCommand.AddressEdit;
import dev.tenure.application.order.in.EditOrderCommand.CustomerEdit;
import dev.tenure.application.order.in.MarkOrderPaidCommand;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.order.in.ReplaceNotesCommand;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Change;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.shared.CustomFields;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditingOrdersTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();

    // The whole

    @Test
    void an_edit_that_says_nothing_or_what_there_is_changes_nothing() {
        OrderView placed = placed(complete());

        assertThat(edit(placed, edit -> edit)).isEqualTo(placed);
        assertThat(edit(placed, edit -> edit.notes(placed.remarks().notes())
                        .items(List.of(line(MACBOOK, 5), line(IPAD, 3)))
                        .customer(customer().email(" procurement@acmecorp.com ").build())
                        .customFields(Map.of("costCenter", "IT-DEV-001"))))
                .isEqualTo(placed);
        assertThat(events(placed)).hasSize(1);
    }

    @Test
    void everything_of_one_edit_is_kept_together() {
        OrderView placed = placed(complete());

        OrderView edited = edit(placed, edit -> edit.notes(null)
                .trackingNumber("3S1")
                .paymentTerms(PaymentTerms.NET_30)
                .billingGroupId("bg_1")
                .items(List.of(line(MACBOOK, 6), line(MONITOR, 2)))
                .confirmed());

        assertThat(edited.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(edited.remarks().notes()).isNull();
        assertThat(edited.remarks().shipment()).isNotNull();
        assertThat(edited.paymentTerms()).isEqualTo(PaymentTerms.NET_30);
        assertThat(edited.billingGroupId()).isEqualTo("bg_1");
        assertThat(edited.items())
                .extracting(item -> item.quantity() + " x " + item.sku() + " / " + item.contractLength())
                .containsExactly("6 x MACBOOK-PRO-16-M3 / 24", "2 x DELL-U2722D-MONITOR / 12");
        assertThat(events(placed).stream().map(event -> event.fact().name()))
                .containsExactly(
                        "placed",
                        "billing_edited",
                        "notes_replaced",
                        "tracking_set",
                        "item_added",
                        "item_quantity_changed",
                        "item_removed",
                        "confirmed");
        assertThat(OrderView.of(Order.replay(events(placed)).state())).isEqualTo(edited);
    }

    @Test
    void an_edit_of_which_one_part_is_refused_keeps_nothing() {
        OrderView placed = placed(complete());
        handOver(placed, "SN-1", MACBOOK);
        OrderView partial = read(placed);

        assertThat(code(() -> edit(placed, edit -> edit.notes("new")
                        .customer(customer().email("other@example.com").build())
                        .items(List.of(line(MACBOOK, 9), line(IPAD, 3))))))
                .isEqualTo(OrderError.ITEM_LOCKED);

        assertThat(read(placed)).isEqualTo(partial);
        OrderView next = placed(anOrder().by("other@example.com").with(IPAD, 1).build());
        assertThat(tenure.customer(caller, next.customerId()).profile().firstName())
                .as("nobody was made a customer by it")
                .isEqualTo("John");
    }

    @Test
    void all_broken_fields_are_named_at_once() {
        OrderView placed = placed(complete());
        Map<String, @Nullable Object> deep = new HashMap<>();
        deep.put("k", new Object());

        assertThat(brokenFields(() -> edit(placed, edit -> edit.customer(customer()
                                .email("nobody\u0000@example.com")
                                .type(CustomerType.INDIVIDUAL)
                                .build())
                        .notes("half \ud800"))))
                .containsExactly("customer.email invalid_string");
        assertThat(brokenFields(() -> edit(
                        placed, edit -> edit.customer(customer().company("a\0b").build())
                                .billingAddress(city("\ud800"))
                                .shippingAddress(city("x\0"))
                                .notes("\ud800")
                                .trackingNumber("\0")
                                .customFields(deep)
                                .items(List.of(
                                        line(MACBOOK, 5),
                                        line("NO-SUCH", 1),
                                        new ItemInput(IPAD, 3, 36, null, null),
                                        new ItemInput(MONITOR, 1, 7, new BigDecimal("1.001"), null))))))
                .containsExactlyInAnyOrder(
                        "customer.company invalid",
                        "billingAddress.city invalid",
                        "shippingAddress.city invalid",
                        "notes invalid",
                        "trackingNumber invalid",
                        "customFields invalid",
                        "items[1].sku VARIANT_NOT_FOUND",
                        "items[2].contractLength INVALID_CONTRACT_LENGTH",
                        "items[3].contractLength INVALID_CONTRACT_LENGTH",
                        "items[3].listPriceOverride invalid");
        assertThat(read(placed)).isEqualTo(placed);
    }

    @Test
    void an_order_that_is_not_there_or_another_tenants_is_not_found() {
        OrderView placed = placed(complete());
        Caller stranger = tenure.caller("stranger");

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> tenure.useCases()
                        .orders()
                        .edit()
                        .edit(stranger, EditOrderCommand.of(placed.orderId()).build()),
                () -> tenure.useCases()
                        .orders()
                        .edit()
                        .edit(caller, EditOrderCommand.of("ord_0").build()),
                () -> tenure.useCases()
                        .orders()
                        .replaceNotes()
                        .replace(stranger, new ReplaceNotesCommand(placed.orderId(), "x")),
                () -> tenure.useCases()
                        .orders()
                        .markPaid()
                        .markPaid(stranger, new MarkOrderPaidCommand(placed.orderId(), "x", null)),
                () -> tenure.useCases()
                        .orders()
                        .close()
                        .close(stranger, new CloseOrderCommand(placed.orderId(), "x")))) {
            assertThat(code(call)).isEqualTo(ApplicationError.NOT_FOUND);
        }
    }

    // Customer

    @Test
    void another_address_makes_it_the_order_of_that_customer_who_is_found() {
        OrderView placed = placed(complete());
        OrderView ofJane = placed(anOrder().by("jane@example.com").with(IPAD, 1).build());

        OrderView edited = edit(
                placed,
                edit -> edit.customer(customer().email(" Jane@Example.com").build()));

        assertThat(edited.customerId()).isEqualTo(ofJane.customerId());
        assertThat(edited.customer().email().value()).isEqualTo("Jane@Example.com");
        assertThat(edited.customer().firstName()).isEqualTo("Sarah");
        assertThat(tenure.customer(caller, ofJane.customerId()).profile().firstName())
                .as("what is known of a customer is not overwritten")
                .isEqualTo("John");
    }

    @Test
    void or_made() {
        OrderView placed = placed(complete());

        OrderView edited = edit(
                placed,
                edit -> edit.customer(customer().email("new@example.com").build()));

        assertThat(edited.customerId()).isNotEqualTo(placed.customerId());
        assertThat(tenure.customer(caller, edited.customerId()).profile()).isEqualTo(edited.customer());
    }

    @Test
    void the_same_address_in_another_case_is_the_same_customer() {
        OrderView placed = placed(complete());

        OrderView edited = edit(
                placed,
                edit -> edit.customer(
                        customer().email("Procurement@AcmeCorp.com").build()));

        assertThat(edited.customerId()).isEqualTo(placed.customerId());
        assertThat(edited.customer().email().value()).isEqualTo("Procurement@AcmeCorp.com");
        assertThat(edited.version()).isEqualTo(2);
    }

    @Test
    void a_business_with_terms_becomes_an_individual_only_when_the_same_edit_clears_them() {
        OrderView placed = placed(anOrder()
                .by(business("b@example.com"))
                .with(IPAD, 1)
                .payable(PaymentTerms.NET_7)
                .inGroup("bg_1")
                .build());
        CustomerEdit individual = customer().type(CustomerType.INDIVIDUAL).build();

        assertThat(brokenFields(() -> edit(placed, edit -> edit.customer(individual))))
                .containsExactly("customer.customerType invalid");
        assertThat(brokenFields(
                        () -> edit(placed, edit -> edit.customer(individual).paymentTerms(null))))
                .containsExactly("customer.customerType invalid");
        assertThat(brokenFields(() -> edit(placed, edit -> edit.customer(individual)
                        .paymentTerms(PaymentTerms.NET_14)
                        .billingGroupId("bg_2"))))
                .containsExactly("paymentTerms invalid", "billingGroupId invalid");

        OrderView edited = edit(
                placed, edit -> edit.customer(individual).paymentTerms(null).billingGroupId(null));

        assertThat(edited.customer().type()).isEqualTo(CustomerType.INDIVIDUAL);
        assertThat(edited.paymentTerms()).isNull();
    }

    @Test
    void an_individual_becomes_a_business_with_terms_in_one_edit() {
        OrderView placed = placed(anOrder().with(IPAD, 1).build());

        assertThat(brokenFields(() -> edit(placed, edit -> edit.paymentTerms(PaymentTerms.NET_30))))
                .containsExactly("paymentTerms invalid");
        OrderView edited = edit(placed, edit -> edit.customer(
                        customer().type(CustomerType.BUSINESS).build())
                .paymentTerms(PaymentTerms.NET_30)
                .billingGroupId("bg_1"));

        assertThat(edited.paymentTerms()).isEqualTo(PaymentTerms.NET_30);
    }

    // Addresses

    @Test
    void addresses_change_part_by_part() {
        OrderView placed = placed(complete());

        OrderView edited =
                edit(placed, edit -> edit.billingAddress(city("Utrecht")).shippingAddress(city("Delft")));

        assertThat(edited.billingAddress().city()).isEqualTo("Utrecht");
        assertThat(edited.billingAddress().streetAddress()).isEqualTo("456 Business Park");
        assertThat(edited.shippingAddress().city()).isEqualTo("Delft");
        assertThat(edited.shippingAddress().streetAddress()).isEqualTo("789 Office Plaza");
    }

    @Test
    void without_a_shipping_address_the_order_follows_the_billing_address() {
        OrderView placed = placed(complete());

        OrderView cleared = edit(placed, edit -> edit.shippingAddress(null));
        OrderView moved = edit(placed, edit -> edit.billingAddress(city("Utrecht")));

        assertThat(cleared.shippingAddress()).isEqualTo(cleared.billingAddress());
        assertThat(moved.shippingAddress().city()).isEqualTo("Utrecht");
    }

    @Test
    void an_edit_of_the_address_that_is_shown_makes_it_the_orders_own() {
        OrderView placed = placed(anOrder().with(IPAD, 1).build());

        OrderView edited =
                edit(placed, edit -> edit.shippingAddress(city("Delft")).billingAddress(city("Utrecht")));
        OrderView repeated = edit(placed, edit -> edit.shippingAddress(city("Delft")));

        assertThat(edited.shippingAddress().city()).isEqualTo("Delft");
        assertThat(edited.shippingAddress().streetAddress()).isEqualTo("123 Main Street");
        assertThat(edited.billingAddress().city()).isEqualTo("Utrecht");
        assertThat(repeated).isEqualTo(edited);
    }

    // Items

    @Test
    void an_added_line_costs_what_it_costs_today_and_the_others_keep_their_price() {
        OrderView placed = placed(complete());
        tenure.useCases()
                .catalog()
                .importProducts()
                .importCsv(caller, new StringReader(InMemoryTenure.DEMO_CATALOG.replace("89.00", "99.00")));

        OrderView edited = edit(
                placed,
                edit -> edit.items(List.of(
                        new ItemInput(MACBOOK, 7, 24, null, null),
                        line(IPAD, 3),
                        new ItemInput(MACBOOK, 1, 36, new BigDecimal("2000"), null),
                        line(MONITOR, 1))));

        assertThat(edited.items())
                .extracting(item -> item.sku() + " " + item.price().unitPrice().amount())
                .containsExactly(
                        "MACBOOK-PRO-16-M3 89.00",
                        "IPAD-PRO-12-M2 59.00",
                        "MACBOOK-PRO-16-M3 75.00",
                        "DELL-U2722D-MONITOR 24.00");
        assertThat(edited.items().get(2).price().listPriceSource()).isEqualTo(ListPriceSource.MANUAL);
    }

    @Test
    void a_variant_that_is_no_longer_orderable_stays_on_the_order_but_is_not_added() {
        OrderView placed = placed(anOrder().with(IPAD, 1).build());
        deactivate(IPAD);
        deactivate(MONITOR);

        assertThat(edit(placed, edit -> edit.items(List.of(line(IPAD, 4))))
                        .items()
                        .get(0)
                        .quantity())
                .isEqualTo(4);
        assertThat(brokenFields(() -> edit(placed, edit -> edit.items(List.of(line(IPAD, 4), line(MONITOR, 1))))))
                .containsExactly("items[1].sku VARIANT_INACTIVE");
    }

    @Test
    void an_override_of_a_line_that_stays_may_be_repeated_but_not_changed() {
        ItemInput overridden = new ItemInput(IPAD, 2, 12, new BigDecimal("1000.00"), null);
        OrderView placed = placed(anOrder().with(overridden).build());

        assertThat(edit(
                        placed,
                        edit -> edit.items(List.of(new ItemInput(IPAD, 2, null, new BigDecimal("1000"), null)))))
                .isEqualTo(placed);
        assertThat(brokenFields(() -> edit(
                        placed,
                        edit -> edit.items(
                                List.of(new ItemInput(IPAD, 2, null, BigDecimal.ONE, new BigDecimal("5.00")))))))
                .containsExactly("items[0].listPriceOverride invalid", "items[0].acquisitionCostOverride invalid");
    }

    @Test
    void an_order_keeps_1_to_200_items_of_1_to_10000_units() {
        OrderView placed = placed(anOrder().with(IPAD, 1).build());
        ItemInput[] tooMany = new ItemInput[Order.MAX_ITEMS + 1];
        Arrays.fill(tooMany, line(IPAD, 1));

        assertThat(brokenFields(() -> edit(placed, edit -> edit.items(List.of()))))
                .containsExactly("items too_small");
        assertThat(brokenFields(() -> edit(placed, edit -> edit.items(List.of(tooMany)))))
                .containsExactly("items too_big");
        assertThat(brokenFields(() -> edit(placed, edit -> edit.items(List.of(line(IPAD, 0), line(MONITOR, 10_001))))))
                .containsExactly("items[0].quantity too_small", "items[1].quantity too_big");
    }

    @Test
    void an_edit_that_leaves_nothing_open_fulfils_the_order_with_all_else_it_says() {
        OrderView placed = placed(anOrder().with(MACBOOK, 1).with(IPAD, 1).build());
        handOver(placed, "SN-1", MACBOOK);

        OrderView edited = edit(placed, edit -> edit.items(List.of(line(MACBOOK, 1)))
                .customer(customer().company("Smith Ltd").build())
                .notes("the tablet is not wanted any more"));

        assertThat(edited.status()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(edited.customer().company()).isEqualTo("Smith Ltd");
    }

    @Test
    void an_open_item_of_a_partial_order_may_change_while_a_locked_one_stays() {
        OrderView placed = placed(anOrder().with(MACBOOK, 2).with(IPAD, 1).build());
        handOver(placed, "SN-1", MACBOOK);

        assertThat(edit(placed, edit -> edit.items(List.of(line(MACBOOK, 2), line(IPAD, 4))))
                        .status())
                .isEqualTo(OrderStatus.PARTIAL);
        assertThat(code(() -> edit(placed, edit -> edit.items(List.of(line(MACBOOK, 3), line(IPAD, 4))))))
                .isEqualTo(OrderError.ITEM_LOCKED);
        assertThat(code(() -> edit(placed, edit -> edit.items(List.of(line(IPAD, 4))))))
                .isEqualTo(OrderError.ITEM_LOCKED);
    }

    // What is written onto an order

    @Test
    void custom_fields_change_key_by_key() {
        OrderView placed = placed(complete());
        Map<String, @Nullable Object> keys = new HashMap<>();
        keys.put("costCenter", null);
        keys.put("project", Map.of("id", 7));

        OrderView edited = edit(placed, edit -> edit.customFields(keys));

        assertThat(edited.remarks().customFields())
                .isEqualTo(
                        CustomFields.of(Map.of("purchaseOrderNumber", "PO-2025-001234", "project", Map.of("id", 7))));
        assertThat(edit(placed, edit -> edit.customFields(null)).remarks().customFields())
                .isNull();
        assertThat(edit(placed, edit -> edit.customFields(Map.of())).version()).isEqualTo(3);
    }

    @Test
    void a_finished_order_refuses_content_and_takes_remarks_and_payment() {
        OrderView cancelled = placed(complete());
        tenure.useCases().orders().cancel().cancel(caller, new CancelOrderCommand(cancelled.orderId(), null));
        OrderView fulfilled = placed(anOrder().with(IPAD, 1).build());
        handOver(fulfilled, "SN-1", IPAD);

        for (OrderView order : List.of(cancelled, fulfilled)) {
            for (UnaryOperator<EditOrderCommand.Builder> content : List.<UnaryOperator<EditOrderCommand.Builder>>of(
                    edit -> edit.customer(customer().company("Other").build()),
                    edit -> edit.customer(customer().email("other@example.com").build()),
                    edit -> edit.billingAddress(city("Utrecht")),
                    edit -> edit.shippingAddress(city("Utrecht")),
                    edit -> edit.items(List.of(line(MONITOR, 1))),
                    EditOrderCommand.Builder::confirmed)) {
                assertThat(code(() -> edit(order, content))).isEqualTo(OrderError.INVALID_STATUS);
            }
            OrderView edited =
                    edit(order, edit -> edit.notes("n").trackingNumber("3S1").customFields(Map.of("k", "v")));
            assertThat(edited.remarks().notes()).isEqualTo("n");
            assertThat(pay(order, "BANK-1", null).payment().status()).isEqualTo(OrderPayment.Status.PAID);
        }
    }

    @Test
    void notes_are_replaced_and_blank_ones_taken_away() {
        OrderView placed = placed(complete());

        assertThat(notes(placed, " Ring twice ").remarks().notes()).isEqualTo("Ring twice");
        assertThat(notes(placed, "  ").remarks().notes()).isNull();
        assertThat(notes(placed, "x".repeat(5000)).remarks().notes()).hasSize(5000);
        assertThat(brokenFields(() -> notes(placed, "x".repeat(5001)))).containsExactly("notes too_big");
        assertThat(brokenFields(() -> notes(placed, "\ud800"))).containsExactly("notes invalid");
    }

    @Test
    void a_payment_is_recorded_once() {
        OrderView placed = placed(complete());

        OrderView paid = pay(placed, "BANK-1", null);

        assertThat(paid.payment().paidAmount()).isEqualTo(placed.totals().total());
        assertThat(pay(placed, "BANK-1", null)).isEqualTo(paid);
        assertThat(pay(placed, "BANK-1", "622")).isEqualTo(paid);
        assertThat(code(() -> pay(placed, "BANK-2", null))).isEqualTo(OrderError.ALREADY_PAID);
        assertThat(brokenFields(() -> pay(placed, " ", "-1")))
                .containsExactly("paidAmount too_small", "reference too_small");
        assertThat(brokenFields(() -> pay(placed, "BANK-1", "1.001"))).containsExactly("paidAmount invalid");
        assertThat(brokenFields(() -> pay(placed, "a\0", null))).containsExactly("reference invalid");
    }

    @Test
    void a_partial_order_is_closed_for_a_reason() {
        OrderView placed = placed(anOrder().with(MACBOOK, 3).build());

        assertThat(code(() -> close(placed, "early"))).isEqualTo(OrderError.INVALID_STATUS);
        handOver(placed, "SN-1", MACBOOK);
        assertThat(brokenFields(() -> close(placed, " "))).containsExactly("reason too_small");
        assertThat(brokenFields(() -> close(placed, "x".repeat(1001)))).containsExactly("reason too_big");
        assertThat(brokenFields(() -> close(placed, "\0x"))).containsExactly("reason invalid");
        OrderView closed = close(placed, "discontinued");

        assertThat(closed.status()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(closed.closure()).isNotNull().satisfies(closure -> {
            assertThat(closure.reason()).isEqualTo("discontinued");
            assertThat(closure.unitsGivenUp()).isEqualTo(2);
        });
        assertThat(close(placed, "again")).isEqualTo(closed);
    }

    private OrderView placed(PlaceOrderCommand command) {
        return tenure.useCases().orders().place().place(caller, command);
    }

    private OrderView read(OrderView order) {
        return tenure.useCases().orders().find().one(caller, order.orderId());
    }

    private List<Event<OrderFact>> events(OrderView order) {
        return tenure.events(caller, order.orderId());
    }

    private OrderView edit(OrderView order, UnaryOperator<EditOrderCommand.Builder> says) {
        return tenure.useCases()
                .orders()
                .edit()
                .edit(caller, says.apply(EditOrderCommand.of(order.orderId())).build());
    }

    private OrderView notes(OrderView order, String notes) {
        return tenure.useCases()
                .orders()
                .replaceNotes()
                .replace(caller, new ReplaceNotesCommand(order.orderId(), notes));
    }

    private OrderView close(OrderView order, String reason) {
        return tenure.useCases().orders().close().close(caller, new CloseOrderCommand(order.orderId(), reason));
    }

    private OrderView pay(OrderView order, String reference, @Nullable String amount) {
        return tenure.useCases()
                .orders()
                .markPaid()
                .markPaid(
                        caller,
                        new MarkOrderPaidCommand(
                                order.orderId(), reference, amount == null ? null : new BigDecimal(amount)));
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

    private void deactivate(String sku) {
        tenure.useCases().catalog().changeVariantStatus().change(caller, new ProductRef.ByVariantSku(sku), false, true);
    }

    private static ItemInput line(String sku, int quantity) {
        return new ItemInput(sku, quantity, null, null, null);
    }

    private static AddressEdit city(String city) {
        return new AddressEdit(
                Change.unchanged(),
                Change.unchanged(),
                Change.unchanged(),
                Change.unchanged(),
                Change.unchanged(),
                Change.to(city),
                Change.unchanged(),
                Change.unchanged(),
                Change.unchanged());
    }

    private static Who customer() {
        return new Who();
    }

    /** What changes of a customer. */
    private static final class Who {

        private Change<String> email = Change.unchanged();
        private Change<String> company = Change.unchanged();
        private Change<CustomerType> type = Change.unchanged();

        Who email(String address) {
            email = Change.to(address);
            return this;
        }

        Who company(String name) {
            company = Change.to(name);
            return this;
        }

        Who type(CustomerType customerType) {
            type = Change.to(customerType);
            return this;
        }

        CustomerEdit build() {
            return new CustomerEdit(email, Change.unchanged(), Change.unchanged(), company, Change.unchanged(), type);
        }
    }
}
