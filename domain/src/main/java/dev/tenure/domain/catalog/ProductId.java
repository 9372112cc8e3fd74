package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.Identifier;

/** Names a product, for example {@code prod_01jd…}. */
public record ProductId(String value) {

    public ProductId {
        value = Identifier.checked("product id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
