package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.ErrorCode;

/** Why a SKU can't be ordered or a catalog change is refused. */
public enum CatalogError implements ErrorCode {
    VARIANT_NOT_FOUND("No variant has this SKU. Check it against the catalog."),
    VARIANT_INACTIVE(
            "The SKU exists, but its variant is inactive or its product discontinued. Reactivate it or use another."),
    INVALID_CONTRACT_LENGTH(
            "The tenant does not offer this contract length, the variant has no price for it, or an edit would change it."),
    INVALID_PRICING(
            "The price tiers are not usable: none at all, two for one length, a negative price or another currency."),
    DUPLICATE_SKU("The variant SKU already belongs to another product."),
    PRODUCT_HAS_ACTIVE_ORDERS(
            "Orders that are pending, confirmed or partial have variants of the product. Finish them, or pass force."),
    VARIANT_IN_USE("Orders that are pending, confirmed or partial have the variant. Finish them, or pass force.");

    private final String meaning;

    CatalogError(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
