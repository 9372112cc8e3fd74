package dev.tenure.domain.order;

/** What can be asked of an order after it was placed. */
public enum Trigger {
    CONFIRM,
    EDIT,
    FULFIL,
    CLOSE,
    CANCEL
}
