package dev.tenure.application.memory;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.customer.out.UnitsHandedOver;
import dev.tenure.application.memory.InMemoryStore.TenantKey;
import dev.tenure.application.memory.InMemoryStore.UnitsRented;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.EmailAddress;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers in memory. */
public final class InMemoryCustomerRepository implements CustomerRepository {

    private final InMemoryStore store;

    public InMemoryCustomerRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Deferred<List<Customer>> loadAllByEmail(Collection<EmailAddress> emails) {
        return Deferred.of(emails.stream()
                .flatMap(email -> found(email).stream())
                .distinct()
                .toList());
    }

    private Optional<Customer> found(EmailAddress email) {
        return store.customersOfEmails
                .get(store.key(email.key()))
                .flatMap(this::find)
                .map(Versioned::value);
    }

    @Override
    public void insertAll(List<Customer> customers) {
        customers.forEach(customer -> {
            store.requireOwn(customer.tenantId());
            write(customer, 1);
        });
    }

    @Override
    public Map<CustomerId, Versioned<Customer>> findAll(Collection<CustomerId> ids) {
        Map<CustomerId, Versioned<Customer>> found = new HashMap<>();
        for (CustomerId id : ids) {
            store.customers.get(store.key(id)).ifPresent(customer -> found.put(id, customer));
        }
        return found;
    }

    @Override
    public void updateAll(Collection<Versioned<Customer>> customers) {
        customers.forEach(this::change);
    }

    private void change(Versioned<Customer> customer) {
        store.requireOwn(customer.value().tenantId());
        CustomerId id = customer.value().id();
        Versioned<Customer> found = find(id).filter(read -> read.version() == customer.version())
                .orElseThrow(() -> new Conflict(
                        ApplicationError.CONFLICT,
                        "customer %s is no longer at version %d".formatted(id, customer.version())));
        store.customersOfEmails.remove(store.key(found.value().profile().email().key()));
        write(customer.value(), customer.version() + 1);
    }

    @Override
    public void unitsHandedOver(List<UnitsHandedOver> units) {
        units.forEach(this::count);
    }

    private void count(UnitsHandedOver more) {
        CustomerId id = more.customer();
        Versioned<Customer> found = find(id).orElseThrow();
        UnitsRented before = store.unitsRented.get(store.key(id)).orElse(new UnitsRented(0, BigDecimal.ZERO));
        store.unitsRented.put(
                store.key(id),
                new UnitsRented(
                        before.units() + more.units(),
                        before.monthlyAmount().add(more.monthlyAmount().amount())));
        store.customers.put(store.key(id), new Versioned<>(found.value(), found.version() + 1));
    }

    private void write(Customer customer, long version) {
        TenantKey<String> email = store.key(customer.profile().email().key());
        if (store.customersOfEmails.contains(email)) {
            throw new IllegalStateException("another customer has the e-mail address " + email.id());
        }
        store.customersOfEmails.put(email, customer.id());
        store.customers.put(store.key(customer.id()), new Versioned<>(customer, version));
    }
}
