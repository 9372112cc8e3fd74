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

/** What orders change of existing customers, one order after the other. */
public final class CustomerUpdates {

    private final Map<CustomerId, List<UnaryOperator<Customer>>> byCustomer = new HashMap<>();

    /** Notes what the next order makes of this customer, where that may be another. */
    public void note(Customer customer, UnaryOperator<Customer> afterOrder) {
        // What is no news to the customer there was may be so after an earlier order.
        if (byCustomer.containsKey(customer.id()) || !afterOrder.apply(customer).equals(customer)) {
            byCustomer
                    .computeIfAbsent(customer.id(), unused -> new ArrayList<>())
                    .add(afterOrder);
        }
    }

    /** Keeps the customers as the orders left them. */
    public void keep(CustomerRepository customers) {
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
