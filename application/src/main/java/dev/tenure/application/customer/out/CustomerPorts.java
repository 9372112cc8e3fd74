package dev.tenure.application.customer.out;

/** What the use cases of customers need of the outside. */
public record CustomerPorts(CustomerRepository customers, CustomerQueries queries) {}
