package dev.tenure.domain.customer;

import static dev.tenure.domain.customer.CustomerFixtures.customer;
import static dev.tenure.domain.customer.CustomerFixtures.peter;
import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarah;
import static dev.tenure.domain.customer.CustomerFixtures.someone;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static dev.tenure.domain.shared.SharedFixtures.email;
import static dev.tenure.domain.shared.SharedFixtures.shippingAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.shared.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerTest {

    private static final Instant LATER = START.plusSeconds(3600);

    @Test
    void an_order_that_says_nothing_new_changes_nothing() {
        var customer = customer();

        assertThat(customer.afterOrder(sarah(), billingAddress(), shippingAddress(), LATER))
                .isSameAs(customer);
    }

    @Test
    void an_order_fills_in_what_was_not_known() {
        var customer = customer(petersId(), someone("peter@home.example"));
        var said = new CustomerProfile(
                email("peter@home.example"), "Peter", "Smit", "Smit BV", "+32 2", CustomerType.BUSINESS);

        var after = customer.afterOrder(said, billingAddress(), shippingAddress(), LATER);

        assertThat(after.profile().company()).isEqualTo("Smit BV");
        assertThat(after.profile().phone()).isEqualTo("+32 2");
        assertThat(after.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void an_order_overwrites_nothing_that_was_known() {
        var said = new CustomerProfile(
                email("SARAH@techcorp.example"), "S.", "J.", "Other BV", "0", CustomerType.INDIVIDUAL);

        var after = customer().afterOrder(said, billingAddress(), shippingAddress(), LATER);

        assertThat(after.profile()).isEqualTo(sarah());
    }

    @Test
    void an_order_refreshes_the_last_addresses() {
        var after = customer().afterOrder(sarah(), shippingAddress(), billingAddress(), LATER);

        assertThat(after.lastBillingAddress()).isEqualTo(shippingAddress());
        assertThat(after.lastShippingAddress()).isEqualTo(billingAddress());
    }

    @Test
    void an_order_makes_an_inactive_customer_active() {
        var known = customer();
        var inactive = new Customer(
                known.tenantId(),
                known.id(),
                known.profile(),
                known.lastBillingAddress(),
                known.lastShippingAddress(),
                false,
                known.createdAt(),
                known.updatedAt());

        var after = inactive.afterOrder(sarah(), billingAddress(), shippingAddress(), LATER);

        assertThat(after.active()).isTrue();
        assertThat(after.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void a_full_name_is_first_and_last_name() {
        assertThat(sarah().fullName()).isEqualTo("Sarah Johnson");
    }

    @Test
    void names_are_lines_of_text() {
        assertThat(named("x".repeat(255), "y").firstName()).hasSize(255);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> named("x".repeat(256), "y"));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> named("x", "y".repeat(256)));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> named(" ", "y"));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> named("x", " "));
    }

    @ParameterizedTest
    @CsvSource({"IMMEDIATE, 2025-01-01", "NET_7, 2025-01-08", "NET_14, 2025-01-15", "NET_30, 2025-01-31"})
    void an_invoice_is_due_so_many_days_after_its_date(PaymentTerms terms, LocalDate due) {
        assertThat(terms.dueDate(LocalDate.of(2025, 1, 1))).isEqualTo(due);
    }

    private static CustomerProfile named(String firstName, String lastName) {
        return new CustomerProfile(peter().email(), firstName, lastName, null, null, CustomerType.INDIVIDUAL);
    }
}
