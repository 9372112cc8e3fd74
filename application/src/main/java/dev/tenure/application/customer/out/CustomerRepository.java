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

/** Stores the customers of the transaction's tenant; one e-mail address (in any case) is one customer. */
public interface CustomerRepository {

    /** The customers with one of these addresses, as a deferred result. */
    Deferred<List<Customer>> loadAllByEmail(Collection<EmailAddress> emails);

    /**
     * Inserts the customers, no two of one e-mail address, with the commit at the latest. This transaction looked for
     * their addresses and did not find them; if another one has inserted one of them meanwhile, the work of this
     * transaction runs again.
     */
    void insertAll(List<Customer> customers);

    /**
     * Those of these customers that exist, locked against other writers until the transaction ends, in the order of
     * their ids.
     */
    Map<CustomerId, Versioned<Customer>> findAll(Collection<CustomerId> ids);

    /** @throws Conflict {@code CONFLICT} when one of the customers is no longer at the version that was read */
    void updateAll(Collection<Versioned<Customer>> customers);

    /**
     * Counts units that were handed over, no two of these of one customer, with the commit at the latest. Code that has
     * read one of the customers for a change has to read it again: this is one more version.
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
