package dev.tenure.application.customer.out;

/** The out-ports that the use cases of customers need. */
public record CustomerPorts(CustomerRepository customers, CustomerQueries queries) {}
