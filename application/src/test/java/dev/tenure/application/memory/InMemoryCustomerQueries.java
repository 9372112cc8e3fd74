package dev.tenure.application.memory;

import dev.tenure.application.customer.in.CustomerFilter;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.application.customer.out.CustomerFinding;
import dev.tenure.application.customer.out.CustomerQueries;
import dev.tenure.application.memory.InMemoryStore.UnitsRented;
import dev.tenure.application.shared.SearchWords;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.TenantId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the customers in memory. */
public final class InMemoryCustomerQueries implements CustomerQueries {

    private static final Keyset.Key<CustomerView> ID =
            Keyset.Key.text(view -> view.customer().id().value());

    private final InMemoryStore store;

    public InMemoryCustomerQueries(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<CustomerView> find(TenantId tenant, CustomerId id) {
        return store.transaction(
                tenant, () -> store.customers.get(store.key(id)).map(this::view));
    }

    @Override
    public Slice<CustomerView> list(TenantId tenant, CustomerQuery query, int limit, @Nullable Position after) {
        return store.transaction(tenant, () -> keyset(query)
                .page(
                        store.customers
                                .all()
                                .filter(found -> found.value().tenantId().equals(tenant))
                                .filter(found -> matches(query.filter(), found.value()))
                                .map(this::view),
                        limit,
                        after));
    }

    private CustomerView view(Versioned<Customer> found) {
        Customer customer = found.value();
        long orders = store.orders
                .all()
                .filter(rows -> rows.state().tenantId().equals(customer.tenantId()))
                .filter(rows -> rows.state().buyer().customerId().equals(customer.id()))
                .count();
        UnitsRented rented =
                store.unitsRented.get(store.key(customer.id())).orElse(new UnitsRented(0, BigDecimal.ZERO));
        Currency currency = store.tenants
                .get(customer.tenantId())
                .orElseThrow()
                .value()
                .settings()
                .currency();
        return new CustomerView(
                customer, found.version(), orders, rented.units(), new Money(rented.monthlyAmount(), currency));
    }

    private static boolean matches(CustomerFilter filter, Customer customer) {
        return (filter.active() == null || filter.active() == customer.active())
                && (filter.customerType() == null
                        || filter.customerType() == customer.profile().type())
                && (filter.email() == null
                        || filter.email()
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .equals(customer.profile().email().key()))
                && (filter.search() == null
                        || CustomerFinding.searchText(customer.profile()).matches(SearchWords.of(filter.search()), ""));
    }

    private static Keyset<CustomerView> keyset(CustomerQuery query) {
        List<Keyset.Key<CustomerView>> keys =
                switch (query.sort()) {
                    case CREATED_AT ->
                        List.of(Keyset.Key.instant(view -> view.customer().createdAt()), ID);
                    case FIRST_NAME ->
                        List.of(
                                Keyset.Key.text(
                                        view -> view.customer().profile().firstName()),
                                ID);
                    case LAST_NAME ->
                        List.of(
                                Keyset.Key.text(
                                        view -> view.customer().profile().lastName()),
                                ID);
                    case EMAIL ->
                        List.of(Keyset.Key.text(
                                view -> view.customer().profile().email().key()));
                    case TOTAL_MONTHLY_REVENUE ->
                        List.of(Keyset.Key.number(view -> view.monthlyRevenue().amount()), ID);
                    case TOTAL_DEVICES_RENTED ->
                        List.of(Keyset.Key.number(view -> BigDecimal.valueOf(view.devicesRented())), ID);
                };
        return query.descending() ? Keyset.descending(keys) : Keyset.ascending(keys);
    }
}
