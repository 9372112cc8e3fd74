package dev.tenure.application.contract;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.customer.in.CustomerFilter;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerQuery.Sort;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.application.customer.out.CustomerQueries;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.customer.out.UnitsHandedOver;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Customers are shown with what they have, and found by what is asked for. */
public interface CustomerQueriesContract extends StoreContract {

    CustomerRepository customers();

    OrderRepository orders();

    CustomerQueries customerQueries();

    @Test
    default void a_customer_is_shown_with_their_orders_and_units() {
        TenantId tenant = aTenant();
        Customer anna = customer(tenant, 1, "Anna", "Åkesson", "+46 8 555 01");
        within(tenant, () -> {
            assertThat(FindOrInsert.findOrInsert(customers(), anna)).isEqualTo(anna);
            orders().insert(anOrder().of(tenant).by(buyer(anna)).pending());
            customers().unitsHandedOver(List.of(new UnitsHandedOver(anna.id(), 2, money("59.90"))));
            customers().unitsHandedOver(List.of(new UnitsHandedOver(anna.id(), 1, money("10.10"))));
        });

        assertThat(customerQueries().find(tenant, anna.id())).contains(new CustomerView(anna, 3, 1, 3, money("70.00")));
        assertThat(customerQueries().find(tenant, new CustomerId("cust_none"))).isEmpty();
        assertThat(customerQueries().find(aTenant(), anna.id())).isEmpty();
    }

    @Test
    default void units_of_several_customers_are_counted_at_once_for_each_of_them() {
        TenantId tenant = aTenant();
        Customer anna = customer(tenant, 1, "Anna", "Åkesson", null);
        Customer boris = customer(tenant, 2, "Boris", "Andersen", null);
        Customer cem = customer(tenant, 3, "Cem", "Aydın", null);
        within(tenant, () -> {
            customers().insertAll(List.of(anna, boris, cem));
            customers().unitsHandedOver(List.of(new UnitsHandedOver(anna.id(), 4, money("40.50"))));
        });

        within(tenant, () -> {
            customers()
                    .unitsHandedOver(List.of(
                            new UnitsHandedOver(anna.id(), 2, money("59.90")),
                            new UnitsHandedOver(boris.id(), 1, money("10.10"))));
            customers().unitsHandedOver(List.of());
        });

        assertThat(customerQueries().find(tenant, anna.id()))
                .contains(new CustomerView(anna, 3, 0, 6, money("100.40")));
        assertThat(customerQueries().find(tenant, boris.id()))
                .contains(new CustomerView(boris, 2, 0, 1, money("10.10")));
        assertThat(customerQueries().find(tenant, cem.id())).contains(new CustomerView(cem, 1, 0, 0, money("0")));
    }

    @Test
    default void customers_are_found_by_parts_of_what_they_are_called_now() {
        TenantId tenant = aTenant();
        Customer anna = customer(tenant, 1, "Anna", "Åkesson", "+46 8 555 01");
        Customer boris = customer(tenant, 2, "Boris", "Andersen", null);
        within(tenant, () -> {
            assertThat(FindOrInsert.findOrInsert(customers(), anna)).isEqualTo(anna);
            assertThat(FindOrInsert.findOrInsert(customers(), boris)).isEqualTo(boris);
            Customer renamed = new Customer(
                    tenant,
                    boris.id(),
                    new CustomerProfile(
                            boris.profile().email(), "Boris", "Andersen", "Möbel KG", null, CustomerType.BUSINESS),
                    billingAddress(),
                    billingAddress(),
                    false,
                    boris.createdAt(),
                    boris.updatedAt());
            customers().update(customers().find(boris.id()).orElseThrow().with(renamed));
        });

        assertThat(found(tenant, null, null, null, "akes")).containsExactly("cust_1");
        assertThat(found(tenant, null, null, null, "46855501")).containsExactly("cust_1");
        assertThat(found(tenant, null, null, null, "555")).containsExactly("cust_1");
        assertThat(found(tenant, null, null, null, "MOBEL boris")).containsExactly("cust_2");
        assertThat(found(tenant, null, null, null, "an")).containsExactly("cust_1", "cust_2");
        assertThat(found(tenant, null, null, null, "cust_1")).isEmpty();
        assertThat(found(tenant, null, null, "C2@Mail.example", null)).containsExactly("cust_2");
        assertThat(found(tenant, false, null, null, null)).containsExactly("cust_2");
        assertThat(found(tenant, true, null, null, "an")).containsExactly("cust_1");
        assertThat(found(tenant, null, CustomerType.BUSINESS, null, null)).containsExactly("cust_2");
    }

    @Test
    default void every_sort_in_both_directions_visits_each_customer_once() {
        TenantId tenant = aTenant();
        within(tenant, () -> {
            for (int i = 0; i < 9; i++) {
                Customer customer = customer(tenant, i, "F" + i % 3, "L" + i % 2, null);
                assertThat(FindOrInsert.findOrInsert(customers(), customer)).isEqualTo(customer);
                customers().unitsHandedOver(List.of(new UnitsHandedOver(customer.id(), i % 4, money("" + i % 5))));
            }
        });

        for (Sort sort : Sort.values()) {
            List<String> descending = paged(tenant, new CustomerQuery(CustomerFilter.NONE, sort, true));
            List<String> ascending =
                    new ArrayList<>(paged(tenant, new CustomerQuery(CustomerFilter.NONE, sort, false)));
            assertThat(descending).as("%s", sort).hasSize(9).doesNotHaveDuplicates();
            Collections.reverse(ascending);
            assertThat(ascending).as("%s", sort).isEqualTo(descending);
        }
        assertThat(paged(tenant, new CustomerQuery(CustomerFilter.NONE, Sort.TOTAL_MONTHLY_REVENUE, true)))
                .startsWith("cust_4", "cust_8", "cust_3");
        assertThat(paged(tenant, new CustomerQuery(CustomerFilter.NONE, Sort.LAST_NAME, false)))
                .startsWith("cust_0", "cust_2", "cust_4", "cust_6", "cust_8", "cust_1");
    }

    private List<String> found(
            TenantId tenant,
            @Nullable Boolean active,
            @Nullable CustomerType type,
            @Nullable String email,
            @Nullable String search) {
        return paged(
                tenant, new CustomerQuery(new CustomerFilter(active, type, email, search), Sort.CREATED_AT, false));
    }

    private List<String> paged(TenantId tenant, CustomerQuery query) {
        List<String> visited = new ArrayList<>();
        Position position = null;
        do {
            Slice<CustomerView> slice = customerQueries().list(tenant, query, 2, position);
            slice.rows().forEach(view -> visited.add(view.customer().id().value()));
            position = slice.next();
        } while (position != null && visited.size() < 100);
        return visited;
    }

    private static Buyer buyer(Customer customer) {
        return new Buyer(customer.id(), customer.profile(), billingAddress(), null, null, null);
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), EUR);
    }

    private static Customer customer(
            TenantId tenant, int number, String firstName, String lastName, @Nullable String phone) {
        return new Customer(
                tenant,
                new CustomerId("cust_" + number),
                new CustomerProfile(
                        new EmailAddress("c" + number + "@mail.example"),
                        firstName,
                        lastName,
                        null,
                        phone,
                        CustomerType.INDIVIDUAL),
                billingAddress(),
                billingAddress(),
                true,
                START.plusSeconds(number),
                START.plusSeconds(number));
    }
}
