package dev.tenure.application.customer.out;

import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Money;
import java.util.Optional;

/** Keeps the customers of the transaction's tenant; one e-mail address (whatever its case) is one customer. */
public interface CustomerRepository {

    Optional<Customer> findByEmail(EmailAddress email);

    /**
     * Inserts the candidate, or gives the customer that has its e-mail address already, also when another transaction made that one
     * just now. So any number of parallel calls with one address end with one customer.
     */
    Customer findOrInsert(Customer candidate);

    /** The customer, held against other writers until the transaction ends. */
    Optional<Versioned<Customer>> find(CustomerId id);

    /** @throws Conflict {@code CONFLICT} when the customer is no longer at the version that was read */
    void update(Versioned<Customer> customer);

    /**
     * Counts units that were handed over to the customer, with what they come to a month. Whoever holds the customer for a change of
     * their own has to read them again: this is one more version.
     */
    void unitsHandedOver(CustomerId id, int units, Money monthlyAmount);
}
