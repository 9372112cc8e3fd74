package dev.tenure.application.order;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Asked;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Stamp;
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

    /** The customer with this e-mail address, when the answer is needed. */
    Asked<Optional<Customer>> ask(Optional<EmailAddress> email) {
        return email.map(customers::askByEmail).orElse(Asked.answered(Optional.empty()));
    }

    /** As {@link #identified(Buyer, Optional, Caller, Stamp)}, with who there is read first. */
    Buyer identified(Buyer buyer, Caller caller, Stamp stamp) {
        return identified(buyer, customers.findByEmail(buyer.profile().email()), caller, stamp);
    }

    /** The buyer as the customer with that e-mail address: the one there is, refreshed by this order, or a new one. */
    Buyer identified(Buyer buyer, Optional<Customer> known, Caller caller, Stamp stamp) {
        Customer customer = known.orElseGet(() -> customers.findOrInsert(new Customer(
                caller.tenant(),
                buyer.customerId(),
                buyer.profile(),
                buyer.billingAddress(),
                buyer.shippingAddress(),
                true,
                stamp.at(),
                stamp.at())));
        if (!afterOrder(customer, buyer, stamp).equals(customer)) {
            Versioned<Customer> held = customers.find(customer.id()).orElseThrow();
            customers.update(held.with(afterOrder(held.value(), buyer, stamp)));
        }
        return buyer.identifiedAs(customer.id());
    }

    private static Customer afterOrder(Customer customer, Buyer buyer, Stamp stamp) {
        return customer.afterOrder(buyer.profile(), buyer.billingAddress(), buyer.shippingAddress(), stamp.at());
    }
}
