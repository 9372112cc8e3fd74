package dev.tenure.domain.subscription;

import dev.tenure.domain.shared.ErrorCode;

/** Why a unit can't be handed over. */
public enum SubscriptionError implements ErrorCode {
    ORDER_NOT_FOUND("The order that the subscription is to fulfil does not exist in this tenant."),
    ASSET_NOT_AVAILABLE(
            "The asset is rented out, returned, sold or unavailable; only an available one can be handed over."),
    ASSET_NOT_FOUND(
            "No asset has this serial number, and the tenant wants assets registered before they are handed over."),
    SKU_MISMATCH("The asset is of another SKU than the order item.");

    private final String meaning;

    SubscriptionError(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
