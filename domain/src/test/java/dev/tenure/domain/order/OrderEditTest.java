package dev.tenure.domain.order;

import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.customer.CustomerFixtures.peter;
import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarah;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.businessBuyer;
import static dev.tenure.domain.order.OrderFixtures.catalogPrices;
import static dev.tenure.domain.order.OrderFixtures.individualBuyer;
import static dev.tenure.domain.order.OrderFixtures.line;
import static dev.tenure.domain.order.OrderFixtures.loaded;
import static dev.tenure.domain.shared.SharedFixtures.USD;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static dev.tenure.domain.shared.SharedFixtures.customFields;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static dev.tenure.domain.shared.SharedFixtures.shippingAddress;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.OrderPayment.Method;
import dev.tenure.domain.order.OrderPayment.Status;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SharedError;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderEditTest {

    @Nested
    class Customer {

        @ParameterizedTest
        @EnumSource(names = {"PENDING", "CONFIRMED", "PARTIAL"})
        void an_open_order_may_change_hands(OrderStatus status) {
            var order = loaded(anOrder().by(individualBuyer()).in(status));

            var edited = order.editCustomer(sarahsId(), sarah(), stamp(9));

            assertThat(edited.state().buyer().customerId()).isEqualTo(sarahsId());
            assertThat(edited.state().buyer().profile()).isEqualTo(sarah());
            assertThat(edited.state().status()).isEqualTo(status);
            assertThat(onlyFact(edited))
                    .isEqualTo(new OrderFact.CustomerEdited(petersId(), peter(), sarahsId(), sarah()));
        }

        @ParameterizedTest
        @EnumSource(names = {"FULFILLED", "CANCELLED"})
        void a_finished_order_may_not(OrderStatus status) {
            var order = anOrder().in(status);

            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> order.editCustomer(petersId(), peter(), stamp(9)))
                    .extracting(IllegalTransition::code)
                    .isEqualTo(OrderError.INVALID_STATUS);
        }

        @ParameterizedTest
        @EnumSource
        void the_same_customer_again_changes_nothing(OrderStatus status) {
            var order = anOrder().in(status);

            assertThat(order.editCustomer(sarahsId(), sarah(), stamp(9))).isSameAs(order);
        }

        @Test
        void a_business_with_payment_terms_can_not_become_an_individual() {
            var order = anOrder().by(businessBuyer()).pending();

            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> order.editCustomer(petersId(), peter(), stamp(9)))
                    .withMessageContaining("payment terms and a billing group are for business customers");
        }

        @Test
        void it_can_once_terms_and_group_are_gone() {
            var order = anOrder().by(businessBuyer()).pending();

            var edited = order.editBilling(null, null, stamp(8)).editCustomer(petersId(), peter(), stamp(9));

            assertThat(edited.state().buyer().profile()).isEqualTo(peter());
        }
    }

    @Nested
    class TheWholeBuyer {

        @Test
        void a_business_becomes_an_individual_when_its_terms_go_in_the_same_step() {
            var order = loaded(anOrder().by(businessBuyer()).pending());

            var edited = order.editBuyer(individualBuyer(), stamp(9));

            assertThat(edited.state().buyer()).isEqualTo(individualBuyer());
            assertThat(facts(edited))
                    .containsExactly(
                            OrderFact.AddressesEdited.class,
                            OrderFact.BillingEdited.class,
                            OrderFact.CustomerEdited.class);
            assertThat(edited.changes()).extracting(Event::stamp).containsOnly(stamp(9));
        }

        @Test
        void an_individual_becomes_a_business_and_is_given_terms_in_the_same_step() {
            var order = loaded(anOrder().by(individualBuyer()).confirmed());

            var edited = order.editBuyer(businessBuyer(), stamp(9));

            assertThat(edited.state().buyer()).isEqualTo(businessBuyer());
            assertThat(facts(edited))
                    .containsExactly(
                            OrderFact.AddressesEdited.class,
                            OrderFact.CustomerEdited.class,
                            OrderFact.BillingEdited.class);
        }

        @ParameterizedTest
        @EnumSource
        void the_same_buyer_again_changes_nothing(OrderStatus status) {
            var order = anOrder().in(status);

            assertThat(order.editBuyer(order.state().buyer(), stamp(9))).isSameAs(order);
        }

        @ParameterizedTest
        @EnumSource(names = {"FULFILLED", "CANCELLED"})
        void a_finished_order_keeps_its_buyer(OrderStatus status) {
            var order = anOrder().in(status);

            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> order.editBuyer(individualBuyer(), stamp(9)))
                    .extracting(IllegalTransition::code)
                    .isEqualTo(OrderError.INVALID_STATUS);
        }

        private List<Class<?>> facts(Order order) {
            return order.changes().stream()
                    .<Class<?>>map(event -> event.fact().getClass())
                    .toList();
        }
    }

    @Nested
    class Addresses {

        @ParameterizedTest
        @EnumSource(names = {"PENDING", "CONFIRMED", "PARTIAL"})
        void an_open_order_may_go_elsewhere(OrderStatus status) {
            var order = loaded(anOrder().in(status));

            var edited = order.editAddresses(shippingAddress(), billingAddress(), stamp(9));

            assertThat(edited.state().buyer().billingAddress()).isEqualTo(shippingAddress());
            assertThat(edited.state().buyer().shippingAddress()).isEqualTo(billingAddress());
            assertThat(onlyFact(edited))
                    .isEqualTo(new OrderFact.AddressesEdited(
                            billingAddress(), shippingAddress(), shippingAddress(), billingAddress()));
        }

        @ParameterizedTest
        @EnumSource(names = {"FULFILLED", "CANCELLED"})
        void a_finished_order_may_not(OrderStatus status) {
            var order = anOrder().in(status);

            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> order.editAddresses(billingAddress(), null, stamp(9)))
                    .extracting(IllegalTransition::code)
                    .isEqualTo(OrderError.INVALID_STATUS);
        }

        @Test
        void without_an_address_to_ship_to_the_order_goes_where_it_is_billed() {
            var order = anOrder().pending();

            var edited = order.editAddresses(billingAddress(), null, stamp(9));

            assertThat(edited.state().buyer().ownShippingAddress()).isNull();
            assertThat(edited.state().buyer().shippingAddress()).isEqualTo(billingAddress());
        }

        @ParameterizedTest
        @EnumSource
        void the_same_addresses_again_change_nothing(OrderStatus status) {
            var order = anOrder().in(status);

            assertThat(order.editAddresses(billingAddress(), shippingAddress(), stamp(9)))
                    .isSameAs(order);
        }
    }

    @Nested
    class Billing {

        @ParameterizedTest
        @EnumSource(names = {"PENDING", "CONFIRMED", "PARTIAL"})
        void a_business_may_change_terms_and_group_of_an_open_order(OrderStatus status) {
            var order = loaded(anOrder().in(status));

            var edited = order.editBilling(PaymentTerms.NET_30, " group_2 ", stamp(9));

            assertThat(edited.state().buyer().paymentTerms()).isEqualTo(PaymentTerms.NET_30);
            assertThat(edited.state().buyer().billingGroupId()).isEqualTo("group_2");
            assertThat(onlyFact(edited))
                    .isEqualTo(new OrderFact.BillingEdited(
                            PaymentTerms.NET_14, "group_1", PaymentTerms.NET_30, "group_2"));
        }

        @ParameterizedTest
        @EnumSource(names = {"FULFILLED", "CANCELLED"})
        void a_finished_order_keeps_them(OrderStatus status) {
            var order = anOrder().in(status);

            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> order.editBilling(PaymentTerms.NET_30, "group_1", stamp(9)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"group_1", " group_1\n"})
        void the_same_terms_and_group_again_change_nothing(String group) {
            var order = anOrder().fulfilled();

            assertThat(order.editBilling(PaymentTerms.NET_14, group, stamp(9))).isSameAs(order);
        }

        @Test
        void an_individual_has_neither_terms_nor_a_group() {
            var order = anOrder().by(individualBuyer()).pending();

            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> order.editBilling(PaymentTerms.NET_7, null, stamp(9)))
                    .extracting(InvalidValue::code)
                    .isEqualTo(SharedError.VALIDATION_ERROR);
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> order.editBilling(null, "group_1", stamp(9)));
        }

        @Test
        void an_individual_pays_at_once_and_a_blank_group_is_none() {
            var order = anOrder().by(individualBuyer()).pending();

            var edited = order.editBilling(PaymentTerms.IMMEDIATE, " ", stamp(9));

            assertThat(edited.state().buyer().paymentTerms()).isEqualTo(PaymentTerms.IMMEDIATE);
            assertThat(edited.state().buyer().billingGroupId()).isNull();
        }

        @Test
        void a_billing_group_is_a_line_of_text() {
            var order = anOrder().pending();

            assertThat(order.editBilling(null, "x".repeat(255), stamp(9))
                            .state()
                            .buyer()
                            .billingGroupId())
                    .hasSize(255);
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> order.editBilling(null, "x".repeat(256), stamp(9)));
        }
    }

    @Nested
    class Notes {

        @ParameterizedTest
        @EnumSource
        void they_are_replaced_in_every_status(OrderStatus status) {
            var order = loaded(anOrder().noting("before").in(status));

            var edited = order.replaceNotes(" after ", stamp(9));

            assertThat(edited.state().remarks().notes()).isEqualTo("after");
            assertThat(edited.state().status()).isEqualTo(status);
            assertThat(onlyFact(edited)).isEqualTo(new OrderFact.NotesReplaced("before", "after"));
            assertThat(edited.replaceNotes("after  ", stamp(10))).isSameAs(edited);
        }

        @Test
        void blank_ones_are_none() {
            var order = anOrder().noting("before").pending();

            assertThat(order.replaceNotes(" ", stamp(9)).state().remarks().notes())
                    .isNull();
            assertThat(order.replaceNotes(null, stamp(9)).state().remarks().notes())
                    .isNull();
        }

        @Test
        void they_have_at_most_5000_characters() {
            var order = anOrder().pending();

            assertThat(order.replaceNotes("x".repeat(5000), stamp(9))
                            .state()
                            .remarks()
                            .notes())
                    .hasSize(5000);
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> order.replaceNotes("x".repeat(5001), stamp(9)));
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> anOrder().noting("x".repeat(5001)).pending());
        }
    }

    @Nested
    class Fields {

        @ParameterizedTest
        @EnumSource
        void they_are_replaced_in_every_status(OrderStatus status) {
            var before = customFields("channel", "phone");
            var after = customFields("channel", "web");
            var order = loaded(anOrder().withCustomFields(before).in(status));

            var edited = order.replaceCustomFields(after, stamp(9));

            assertThat(edited.state().remarks().customFields()).isEqualTo(after);
            assertThat(onlyFact(edited)).isEqualTo(new OrderFact.CustomFieldsReplaced(before, after));
            assertThat(edited.replaceCustomFields(customFields("channel", "web"), stamp(10)))
                    .isSameAs(edited);
        }

        @Test
        void they_are_cleared_by_null() {
            var order = anOrder().withCustomFields(CustomFields.empty()).pending();

            assertThat(order.replaceCustomFields(null, stamp(9))
                            .state()
                            .remarks()
                            .customFields())
                    .isNull();
        }
    }

    @Nested
    class Tracking {

        @ParameterizedTest
        @EnumSource
        void a_number_is_set_in_every_status_and_says_when_the_parcel_left(OrderStatus status) {
            var order = loaded(anOrder().in(status));

            var edited = order.track(" 3SABC123 ", stamp(9));

            var shipment = new Remarks.Shipment("3SABC123", stamp(9).at());
            assertThat(edited.state().remarks().shipment()).isEqualTo(shipment);
            assertThat(onlyFact(edited)).isEqualTo(new OrderFact.TrackingSet(null, shipment));
        }

        @ParameterizedTest
        @ValueSource(strings = {"3SABC123", " 3SABC123\n"})
        void the_same_number_again_changes_nothing_and_the_parcel_does_not_leave_twice(String number) {
            var order = anOrder().pending().track("3SABC123", stamp(8));

            assertThat(order.track(number, stamp(9))).isSameAs(order);
        }

        @Test
        void null_or_blank_takes_it_away() {
            var order = anOrder().pending();
            var tracked = order.track("3SABC123", stamp(8));

            assertThat(tracked.track(null, stamp(9)).state().remarks().shipment())
                    .isNull();
            assertThat(tracked.track(" ", stamp(9)).state().remarks().shipment())
                    .isNull();
            assertThat(order.track(" ", stamp(9))).isSameAs(order);
        }

        @Test
        void a_number_is_a_line_of_text() {
            var order = anOrder().pending();

            assertThat(order.track("x".repeat(255), stamp(9)).state().remarks().shipment())
                    .isNotNull();
            assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> order.track("x".repeat(256), stamp(9)));
        }
    }

    @Nested
    class Payment {

        private final OrderPayment paid = new OrderPayment(Status.PAID, Method.MANUAL, "tx_1", eur("178.00"), true);

        @ParameterizedTest
        @EnumSource
        void it_is_recorded_in_every_status(OrderStatus status) {
            var order = loaded(anOrder().in(status));

            var edited = order.recordPayment(paid, stamp(9));

            assertThat(edited.state().payment()).isEqualTo(paid);
            assertThat(edited.state().status()).isEqualTo(status);
            assertThat(onlyFact(edited)).isEqualTo(new OrderFact.PaymentRecorded(OrderPayment.PENDING, paid));
            assertThat(edited.recordPayment(paid, stamp(10))).isSameAs(edited);
        }

        @Test
        void it_is_in_the_currency_of_the_order_and_at_least_zero() {
            var order = anOrder().pending();
            var dollars = new OrderPayment(Status.PAID, Method.STRIPE, null, Money.of("1.00", USD), false);

            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> order.recordPayment(dollars, stamp(9)))
                    .withMessageContaining("USD 1.00");
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> new OrderPayment(Status.PAID, null, null, eur("-0.01"), false));
        }

        @Test
        void a_transaction_id_is_a_line_of_text() {
            assertThat(new OrderPayment(Status.PAID, null, "x".repeat(255), null, false).transactionId())
                    .hasSize(255);
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> new OrderPayment(Status.PAID, null, "x".repeat(256), null, false));
        }
    }

    @Nested
    class PaymentByHand {

        @ParameterizedTest
        @EnumSource
        void it_is_the_total_of_a_month_where_no_amount_is_given_in_every_status(OrderStatus status) {
            var order = loaded(anOrder().in(status));

            var paid = order.markPaid(" BANK-1 ", null, stamp(9));

            var expected = new OrderPayment(
                    Status.PAID, Method.MANUAL, "BANK-1", order.state().totals().total(), true);
            assertThat(onlyFact(paid)).isEqualTo(new OrderFact.PaymentRecorded(OrderPayment.PENDING, expected));
        }

        @Test
        void the_same_again_changes_nothing_even_when_the_total_has_moved_on() {
            var order = anOrder().pending().markPaid("BANK-1", null, stamp(7));
            var larger = order.editItems(List.of(line(MACBOOK, 9)), catalogPrices(), stamp(8));

            assertThat(larger.markPaid("BANK-1", null, stamp(9))).isSameAs(larger);
            assertThat(larger.markPaid("BANK-1", order.state().payment().paidAmount(), stamp(9)))
                    .isSameAs(larger);
        }

        @Test
        void another_reference_or_amount_is_refused() {
            var order = anOrder().pending().markPaid("BANK-1", eur("5.00"), stamp(8));

            for (var refused : List.<ThrowingCallable>of(
                    () -> order.markPaid("BANK-2", null, stamp(9)),
                    () -> order.markPaid("BANK-2", eur("5.00"), stamp(9)),
                    () -> order.markPaid("BANK-1", eur("5.01"), stamp(9)))) {
                assertThatExceptionOfType(RuleViolated.class)
                        .isThrownBy(refused)
                        .satisfies(refusal -> {
                            assertThat(refusal.code()).isEqualTo(OrderError.ALREADY_PAID);
                            assertThat(refusal.details()).containsEntry("reference", "BANK-1");
                        });
            }
        }

        @Test
        void a_payment_that_failed_may_still_come() {
            var failed = new OrderPayment(Status.FAILED, Method.STRIPE, "BANK-1", eur("1.00"), false);
            var order = anOrder().pending().recordPayment(failed, stamp(8));

            assertThat(order.markPaid("BANK-1", eur("1.00"), stamp(9))
                            .state()
                            .payment()
                            .status())
                    .isEqualTo(Status.PAID);
        }

        @Test
        void the_reference_is_a_line_of_text_and_the_amount_one_of_the_order() {
            var order = anOrder().pending();

            for (var refused : List.<ThrowingCallable>of(
                    () -> order.markPaid(" ", null, stamp(9)),
                    () -> order.markPaid("x".repeat(256), null, stamp(9)),
                    () -> order.markPaid("BANK-1", eur("-0.01"), stamp(9)),
                    () -> order.markPaid("BANK-1", Money.of("1.00", USD), stamp(9)))) {
                assertThatExceptionOfType(InvalidValue.class).isThrownBy(refused);
            }
        }
    }

    private static OrderFact onlyFact(Order order) {
        assertThat(order.changes()).hasSize(1);
        return order.changes().get(0).fact();
    }
}
