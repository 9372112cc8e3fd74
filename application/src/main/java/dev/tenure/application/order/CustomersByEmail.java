package dev.tenure.application.order;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds out whose an order is: the customers are known by their e-mail addresses. */
final class CustomersByEmail {

    private final CustomerRepository customers;
    private final IdGenerator ids;

    CustomersByEmail(CustomerRepository customers, IdGenerator ids) {
        this.customers = customers;
        this.ids = ids;
    }

    /** An id for a customer who may turn out to be new. */
    CustomerId next() {
        return new CustomerId(ids.next("cust"));
    }

    /** The customers with these e-mail addresses, when the answer is needed. */
    Deferred<List<Customer>> loadAll(Collection<EmailAddress> emails) {
        return customers.loadAllByEmail(emails);
    }

    /** The buyer as the customer with that e-mail address: the one there is, refreshed by this order, or a new one. */
    Buyer identified(Buyer buyer, Caller caller, Stamp stamp) {
        Optional<Customer> known = customers.findByEmail(buyer.profile().email());
        return identified(List.of(buyer), known.stream().toList(), caller.tenant(), stamp.at())
                .get(0);
    }

    /** As {@link #identified(Buyer, Caller, Stamp)} for several, each of which knows what the ones before it brought; {@code known} are there. */
    List<Buyer> identified(List<Buyer> buyers, List<Customer> known, TenantId tenant, Instant at) {
        Map<String, Customer> byKey = new HashMap<>();
        known.forEach(customer -> byKey.put(key(customer.profile()), customer));
        customers
                .findOrInsertAll(buyers.stream()
                        .filter(buyer -> !byKey.containsKey(key(buyer.profile())))
                        .map(buyer -> candidate(buyer, tenant, at))
                        .toList())
                .forEach(customer -> byKey.put(key(customer.profile()), customer));
        List<Buyer> identified = new ArrayList<>();
        CustomerNews news = new CustomerNews();
        for (Buyer buyer : buyers) {
            Customer customer = Objects.requireNonNull(byKey.get(key(buyer.profile())));
            news.note(customer, before -> afterOrder(before, buyer, at));
            identified.add(buyer.identifiedAs(customer.id()));
        }
        news.keep(customers);
        return identified;
    }

    private static Customer candidate(Buyer buyer, TenantId tenant, Instant at) {
        return new Customer(
                tenant,
                buyer.customerId(),
                buyer.profile(),
                buyer.billingAddress(),
                buyer.shippingAddress(),
                true,
                at,
                at);
    }

    private static Customer afterOrder(Customer customer, Buyer buyer, Instant at) {
        return customer.afterOrder(buyer.profile(), buyer.billingAddress(), buyer.shippingAddress(), at);
    }

    private static String key(CustomerProfile profile) {
        return profile.email().key();
    }
}
