package dev.tenure.adapter.cli.customer;

/** The status of a customer. */
public enum CustomerStatus {
    ACTIVE,
    INACTIVE
}
