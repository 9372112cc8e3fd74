package dev.tenure.domain.customer;

/** Whether a customer is a person or a company. Only a company may have payment terms and a billing group. */
public enum CustomerType {
    INDIVIDUAL,
    BUSINESS
}
