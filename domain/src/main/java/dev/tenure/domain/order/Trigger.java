package dev.tenure.domain.order;

/** The commands that can change an order's status. */
public enum Trigger {
    CONFIRM,
    EDIT,
    FULFIL,
    CLOSE,
    CANCEL
}
