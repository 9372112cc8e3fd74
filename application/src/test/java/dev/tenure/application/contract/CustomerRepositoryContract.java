package dev.tenure.application.contract;

import static dev.tenure.domain.customer.CustomerFixtures.sarah;
import static dev.tenure.domain.customer.CustomerFixtures.someone;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static dev.tenure.domain.shared.SharedFixtures.email;
import static dev.tenure.domain.shared.SharedFixtures.shippingAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One e-mail address is one customer. */
public interface CustomerRepositoryContract extends StoreContract {

    CustomerRepository customers();

    @Test
    default void a_customer_is_read_back_as_it_was_written() {
        TenantId tenant = aTenant();
        Customer full = customer(tenant, "cust_full", sarah());
        Customer plain = plainest(tenant);

        assertThat(findOrInsert(full)).isEqualTo(full);
        assertThat(findOrInsert(plain)).isEqualTo(plain);

        assertThat(found(tenant, "cust_full").value()).isEqualTo(full);
        assertThat(found(tenant, "cust_plain").value()).isEqualTo(plain);
        assertThat(in(tenant, () -> customers().findByEmail(full.profile().email())))
                .contains(full);
    }

    @Test
    default void a_customer_is_found_by_e_mail_address_in_any_case() {
        TenantId tenant = aTenant();
        Customer customer = customer(tenant, "cust_1", someone("Ann.Lee@Example.COM"));
        findOrInsert(customer);

        assertThat(in(tenant, () -> customers().findByEmail(email("ann.lee@example.com"))))
                .contains(customer);
        assertThat(in(tenant, () -> customers().findByEmail(email("ANN.LEE@EXAMPLE.COM"))))
                .contains(customer);
    }

    @Test
    default void several_customers_are_found_at_once_by_e_mail_addresses_in_any_case() {
        TenantId tenant = aTenant();
        Customer ann = customer(tenant, "cust_1", someone("Ann.Lee@Example.COM"));
        Customer bob = customer(tenant, "cust_2", someone("bob@example.com"));
        findOrInsert(ann);
        findOrInsert(bob);
        findOrInsert(customer(tenant, "cust_3", someone("cem@example.com")));

        List<Customer> found = in(tenant, () -> customers()
                .loadAllByEmail(List.of(
                        email("BOB@example.com"),
                        email("none@example.com"),
                        email("ann.lee@example.com"),
                        email("ANN.LEE@example.com")))
                .get());

        assertThat(found).containsExactlyInAnyOrder(ann, bob);
        assertThat(in(tenant, () -> customers().loadAllByEmail(List.of()).get()))
                .isEmpty();
    }

    @Test
    default void a_candidate_whose_e_mail_address_is_known_in_another_case_is_not_inserted() {
        TenantId tenant = aTenant();
        Customer first = customer(tenant, "cust_1", someone("ann@example.com"));
        findOrInsert(first);

        Customer given = findOrInsert(customer(tenant, "cust_2", someone("Ann@Example.com")));

        assertThat(given).isEqualTo(first);
        assertThat(in(tenant, () -> customers().find(new CustomerId("cust_2")))).isEmpty();
    }

    @Test
    default void candidates_of_one_e_mail_address_in_parallel_end_with_one_customer() {
        TenantId tenant = aTenant();

        List<Customer> given = Parallel.results(number -> findOrInsert(
                customer(tenant, "cust_" + number, someone(number % 2 == 0 ? "ann@a.example" : "ANN@a.example"))));

        assertThat(given.stream().distinct()).hasSize(1);
        assertThat(in(tenant, () -> customers().findByEmail(email("ann@a.example"))))
                .contains(given.get(0));
        for (int number = 0; number < Parallel.THREADS; number++) {
            CustomerId id = new CustomerId("cust_" + number);
            assertThat(in(tenant, () -> customers().find(id)).isPresent())
                    .isEqualTo(id.equals(given.get(0).id()));
        }
    }

    @Test
    default void what_is_not_there_is_not_found() {
        TenantId tenant = aTenant();

        assertThat(in(tenant, () -> customers().find(new CustomerId("cust_none"))))
                .isEmpty();
        assertThat(in(tenant, () -> customers().findByEmail(email("none@example.com"))))
                .isEmpty();
    }

    @Test
    default void a_changed_customer_is_read_back_as_it_was_changed() {
        TenantId tenant = aTenant();
        findOrInsert(plainest(tenant));
        Versioned<Customer> read = found(tenant, "cust_plain");
        CustomerProfile profile = new CustomerProfile(
                read.value().profile().email(), "New", "Name", "Firm", "+1 555", CustomerType.BUSINESS);
        Customer changed = new Customer(
                tenant,
                read.value().id(),
                profile,
                shippingAddress(),
                billingAddress(),
                false,
                read.value().createdAt(),
                START.plusSeconds(3600));

        within(tenant, () -> customers().update(read.with(changed)));

        assertThat(found(tenant, "cust_plain").value()).isEqualTo(changed);
        assertThat(found(tenant, "cust_plain").version()).isNotEqualTo(read.version());
    }

    @Test
    default void an_update_that_builds_on_an_old_version_is_refused() {
        TenantId tenant = aTenant();
        findOrInsert(plainest(tenant));
        Versioned<Customer> old = found(tenant, "cust_plain");
        Customer newer = old.value().afterOrder(sarah(), billingAddress(), shippingAddress(), START.plusSeconds(1));
        within(tenant, () -> customers().update(old.with(newer)));

        Throwable refused = catchThrowable(
                () -> within(tenant, () -> customers().update(old.with(Customers.inactive(old.value())))));

        assertThat(refused).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo(ApplicationError.CONFLICT));
        assertThat(found(tenant, "cust_plain").value()).isEqualTo(newer);
    }

    @Test
    default void changes_of_one_customer_in_parallel_happen_one_after_another() {
        TenantId tenant = aTenant();
        findOrInsert(plainest(tenant));
        Versioned<Customer> before = found(tenant, "cust_plain");

        List<Long> versions = Parallel.results(number -> in(tenant, () -> {
            Versioned<Customer> held =
                    customers().find(new CustomerId("cust_plain")).orElseThrow();
            customers().update(held.with(Customers.inactive(held.value())));
            return held.version();
        }));

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(found(tenant, "cust_plain").value().updatedAt())
                .isEqualTo(before.value().updatedAt().plusSeconds(60L * Parallel.THREADS));
    }

    @Test
    default void tenants_do_not_see_each_others_customers() {
        TenantId tenant = aTenant();
        TenantId other = aTenant();
        Customer mine = customer(tenant, "cust_1", someone("ann@example.com"));
        Customer theirs = customer(
                other,
                "cust_1",
                new CustomerProfile(email("ann@example.com"), "Their", "Ann", null, null, CustomerType.INDIVIDUAL));
        findOrInsert(mine);

        assertThat(in(other, () -> customers().find(mine.id()))).isEmpty();
        assertThat(in(other, () -> customers().findByEmail(mine.profile().email())))
                .isEmpty();
        assertThat(findOrInsert(theirs)).isEqualTo(theirs);
        assertThat(found(tenant, "cust_1").value()).isEqualTo(mine);
        assertThat(found(other, "cust_1").value()).isEqualTo(theirs);
    }

    @Test
    default void a_customer_can_not_be_written_for_another_tenant() {
        TenantId tenant = aTenant();
        TenantId other = aTenant();
        Customer theirs = plainest(other);

        assertThatThrownBy(() -> in(tenant, () -> FindOrInsert.findOrInsert(customers(), theirs)))
                .isInstanceOf(RuntimeException.class);

        assertThat(in(tenant, () -> customers().find(theirs.id()))).isEmpty();
        assertThat(in(other, () -> customers().find(theirs.id()))).isEmpty();
    }

    @Test
    default void nothing_works_outside_a_transaction() {
        Customer customer = plainest(aTenant());

        assertThatThrownBy(() -> customers().find(customer.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> customers().findByEmail(customer.profile().email()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FindOrInsert.findOrInsert(customers(), customer))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> customers().update(new Versioned<>(customer, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private Customer findOrInsert(Customer candidate) {
        return in(candidate.tenantId(), () -> FindOrInsert.findOrInsert(customers(), candidate));
    }

    private Versioned<Customer> found(TenantId tenant, String id) {
        return in(tenant, () -> customers().find(new CustomerId(id)).orElseThrow());
    }

    private static Customer customer(TenantId tenant, String id, CustomerProfile profile) {
        return new Customer(
                tenant,
                new CustomerId(id),
                profile,
                billingAddress(),
                shippingAddress(),
                true,
                START,
                START.plusMillis(1234));
    }

    private static Customer plainest(TenantId tenant) {
        Address address = new Address("Contact", null, null, OrderStories.ODD_TEXT, null, "City", null, null, "NL");
        return new Customer(
                tenant, new CustomerId("cust_plain"), someone("p@home.example"), address, address, true, START, START);
    }
}
