package dev.tenure.application.customer;

import dev.tenure.application.customer.in.FindCustomers;

/** The use cases of customers. */
public record CustomerUseCases(FindCustomers find) {}
