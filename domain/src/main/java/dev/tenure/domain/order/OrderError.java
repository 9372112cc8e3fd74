package dev.tenure.domain.order;

import dev.tenure.domain.shared.ErrorCode;

/** Why an order refuses a change. */
public enum OrderError implements ErrorCode {
    INVALID_STATUS("The order's status does not allow this; the message names the statuses that do."),
    ORDER_NOT_CANCELLABLE("Subscriptions exist already. Cancel those, or close the order to give up the rest."),
    ORDER_NOT_CONFIRMED("The order is cancelled, or the tenant wants it confirmed before it is fulfilled."),
    ITEM_FULLY_FULFILLED("Every unit of the item, or of the whole order, has its subscription already."),
    ITEM_NOT_FOUND("The order has no such item."),
    ITEM_LOCKED("The item has a subscription and can't be changed or removed. Change the subscription instead."),
    ALREADY_PAID("The first payment was recorded already, under another reference or with another amount.");

    private final String meaning;

    OrderError(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
