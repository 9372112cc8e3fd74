package dev.tenure.application.customer.out;

/** What the use cases of customers need from outside. */
public record CustomerPorts(CustomerRepository customers, CustomerQueries queries) {}
