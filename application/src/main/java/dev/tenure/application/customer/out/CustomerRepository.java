package dev.tenure.application.customer.out;

import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.EmailAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the customers of the transaction's tenant; one e-mail address (whatever its case) is one customer. */
public interface CustomerRepository {

    /** The customers with one of these addresses, when the answer is needed. */
    Deferred<List<Customer>> loadAllByEmail(Collection<EmailAddress> emails);

    /**
     * Inserts the customers, no two of one e-mail address, with the commit at the latest. They are ones whose addresses this transaction
     * looked for and did not find; where another has inserted one of them meanwhile, the work of this transaction is run again.
     */
    void insertAll(List<Customer> customers);

    /** Those of these customers that there are, held against other writers until the transaction ends, taken in the order of their ids. */
    Map<CustomerId, Versioned<Customer>> findAll(Collection<CustomerId> ids);

    /** @throws Conflict {@code CONFLICT} when one of the customers is no longer at the version that was read */
    void updateAll(Collection<Versioned<Customer>> customers);

    /**
     * Counts units that were handed over, no two of these of one customer, with the commit at the latest. Whoever holds one of the
     * customers for a change of their own has to read them again: this is one more version.
     */
    void unitsHandedOver(List<UnitsHandedOver> units);

    /** As {@link #loadAllByEmail} for one, at once. */
    default Optional<Customer> findByEmail(EmailAddress email) {
        return loadAllByEmail(List.of(email)).get().stream().findFirst();
    }

    /** As {@link #findAll} for one. */
    default Optional<Versioned<Customer>> find(CustomerId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** As {@link #updateAll} for one. */
    default void update(Versioned<Customer> customer) {
        updateAll(List.of(customer));
    }
}
