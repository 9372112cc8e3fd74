package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.Text;

/**
 * A stock keeping unit: the name by which an order asks for a variant, for example {@code MACBOOK-PRO-16-M3}.
 * Case-sensitive.
 */
public record Sku(String value) {

    public Sku {
        value = Text.required("sku", value, Text.LINE);
    }

    @Override
    public String toString() {
        return value;
    }
}
