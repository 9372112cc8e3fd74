package dev.tenure.domain.customer;

import dev.tenure.domain.shared.Identifier;

/** Names a customer, for example {@code cust_01jd…}. */
public record CustomerId(String value) {

    public CustomerId {
        value = Identifier.checked("customer id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
