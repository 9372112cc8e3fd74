package dev.tenure.domain.customer;

/** Whether a customer is a person or a company. */
public enum CustomerType {
    INDIVIDUAL,
    BUSINESS
}
