package dev.tenure.application.customer;

import dev.tenure.application.customer.in.FindCustomers;

/** What can be asked of customers. */
public record CustomerUseCases(FindCustomers find) {}
