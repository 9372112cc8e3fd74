package dev.tenure.domain.order.planted;

import dev.tenure.domain.customer.Customer;
import java.util.List;

/** An aggregate that holds others instead of their ids. */
public record HoldsAnAggregate(List<Customer> customers) {}
