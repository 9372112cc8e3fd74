package dev.tenure.adapter.cli.customer;

/** What a customer can be. */
public enum CustomerStatus {
    ACTIVE,
    INACTIVE
}
