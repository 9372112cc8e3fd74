package dev.tenure.application.order;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The changes of existing customers by orders, in the order of these orders. */
public final class CustomerUpdates {

    private final Map<CustomerId, List<UnaryOperator<Customer>>> byCustomer = new HashMap<>();

    /** Adds the change of this customer by the next order, if it changes anything. */
    public void note(Customer customer, UnaryOperator<Customer> afterOrder) {
        // A change without effect may have one after the change of an earlier order.
        if (byCustomer.containsKey(customer.id()) || !afterOrder.apply(customer).equals(customer)) {
            byCustomer
                    .computeIfAbsent(customer.id(), unused -> new ArrayList<>())
                    .add(afterOrder);
        }
    }

    /** Saves the changed customers. */
    public void store(CustomerRepository customers) {
        if (byCustomer.isEmpty()) {
            return;
        }
        List<Versioned<Customer>> changed = new ArrayList<>();
        customers.findAll(byCustomer.keySet()).forEach((id, held) -> {
            Customer customer = held.value();
            for (UnaryOperator<Customer> afterOrder : Objects.requireNonNull(byCustomer.get(id))) {
                customer = afterOrder.apply(customer);
            }
            if (!customer.equals(held.value())) {
                changed.add(held.with(customer));
            }
        });
        customers.updateAll(changed);
    }
}
