package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.Identifier;

/** Names a variant of a product, for example {@code var_01jd…}. */
public record VariantId(String value) {

    public VariantId {
        value = Identifier.checked("variant id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
