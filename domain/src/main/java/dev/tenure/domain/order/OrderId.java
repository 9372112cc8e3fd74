package dev.tenure.domain.order;

import dev.tenure.domain.shared.Identifier;

/** Identifies an order, for example {@code ord_01jd…}. */
public record OrderId(String value) {

    public OrderId {
        value = Identifier.checked("order id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
