package dev.tenure.domain.shared;

/** Names a subscription; {@code rentalId} on the wire, for example {@code sub_01jd…}. */
public record SubscriptionId(String value) {

    public SubscriptionId {
        value = Identifier.checked("subscription id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
