package dev.tenure.application.order;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the customer of an order by e-mail address, or creates one. */
public final class FindOrCreateCustomer {

    private final CustomerRepository customers;
    private final IdGenerator ids;

    public FindOrCreateCustomer(CustomerRepository customers, IdGenerator ids) {
        this.customers = customers;
        this.ids = ids;
    }

    /** The id for a customer who may be new. */
    public CustomerId nextId() {
        return new CustomerId(ids.next("cust"));
    }

    /** The customers with these e-mail addresses, for orders that are placed now. */
    public Deferred<Buyers> load(Collection<EmailAddress> emails, TenantId tenant, Instant now) {
        Deferred<List<Customer>> known = customers.loadAllByEmail(emails);
        return () -> new Buyers(known.get(), tenant, now);
    }

    /** Inserts the new customers, and updates the changed ones. */
    public void store(Buyers buyers) {
        insertNew(buyers);
        updateKnown(buyers);
    }

    /** The first half of {@link #store}, for callers with other inserts before they lock customers. */
    public void insertNew(Buyers buyers) {
        customers.insertAll(List.copyOf(buyers.created.values()));
    }

    /** The second half of {@link #store}. */
    public void updateKnown(Buyers buyers) {
        buyers.updates.store(customers);
    }

    /** The customers of the orders, existing and new. */
    public static final class Buyers {

        private final TenantId tenant;
        private final Instant now;
        private final Map<String, Customer> known = new HashMap<>();
        private final Map<String, Customer> created = new LinkedHashMap<>();
        private final CustomerUpdates updates = new CustomerUpdates();

        Buyers(List<Customer> known, TenantId tenant, Instant now) {
            this.tenant = tenant;
            this.now = now;
            known.forEach(customer -> this.known.put(customer.profile().email().key(), customer));
        }

        /** The buyer with the id of the existing customer with that e-mail address; unchanged if there is none. */
        public Buyer identified(Buyer buyer) {
            return customer(buyer)
                    .map(customer -> buyer.identifiedAs(customer.id()))
                    .orElse(buyer);
        }

        /** Records the update of the customer by an accepted order. */
        public void accept(Buyer identified) {
            accept(identified, now, before -> afterOrder(before, identified));
        }

        /**
         * As {@link #accept(Buyer)}, for an order with another time.
         *
         * @param ordered when the customer ordered; a new customer exists since then
         * @param afterOrder changes the existing customer
         */
        public void accept(Buyer buyer, Instant ordered, UnaryOperator<Customer> afterOrder) {
            customer(buyer)
                    .ifPresentOrElse(
                            customer -> updates.note(customer, afterOrder),
                            () -> created.put(buyer.profile().email().key(), candidate(buyer, ordered)));
        }

        private Optional<Customer> customer(Buyer buyer) {
            String key = buyer.profile().email().key();
            return Optional.ofNullable(known.get(key)).or(() -> Optional.ofNullable(created.get(key)));
        }

        private Customer afterOrder(Customer customer, Buyer buyer) {
            return customer.afterOrder(buyer.profile(), buyer.billingAddress(), buyer.shippingAddress(), now);
        }

        private Customer candidate(Buyer buyer, Instant ordered) {
            return new Customer(
                    tenant,
                    buyer.customerId(),
                    buyer.profile(),
                    buyer.billingAddress(),
                    buyer.shippingAddress(),
                    true,
                    ordered,
                    ordered);
        }
    }
}
