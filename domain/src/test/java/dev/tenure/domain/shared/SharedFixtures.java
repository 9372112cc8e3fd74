package dev.tenure.domain.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;

/** Values of every feature, each distinct in all its parts, so that swapped arguments show. */
public final class SharedFixtures {

    public static final Currency EUR = Currency.getInstance("EUR");
    public static final Currency USD = Currency.getInstance("USD");
    /** No decimals. */
    public static final Currency JPY = Currency.getInstance("JPY");
    /** Three decimals. */
    public static final Currency KWD = Currency.getInstance("KWD");

    /** The instant at which fixtures begin; a Tuesday. */
    public static final Instant START = Instant.parse("2025-03-04T10:15:30.123Z");

    private SharedFixtures() {}

    public static Money eur(String amount) {
        return Money.of(amount, EUR);
    }

    public static TenantId tenantId() {
        return new TenantId("acme");
    }

    public static TenantId otherTenantId() {
        return new TenantId("globex");
    }

    public static Actor actor() {
        return Actor.apiKey("key_1");
    }

    /** A change at {@link #START}. */
    public static Stamp stamp() {
        return stamp(0);
    }

    /** A change so many minutes after {@link #START}, in a request of its own. */
    public static Stamp stamp(int minutes) {
        return new Stamp(START.plus(Duration.ofMinutes(minutes)), actor(), "req-" + minutes);
    }

    public static SerialNumber serial(String value) {
        return new SerialNumber(value);
    }

    public static EmailAddress email(String value) {
        return new EmailAddress(value);
    }

    public static CustomFields customFields(String key, Object value) {
        return CustomFields.of(Map.of(key, value));
    }

    public static Address billingAddress() {
        return new Address(
                "Bill Contact",
                "Bill Company",
                "Bill Building 1",
                "Billing Street 11",
                "Bill Locality",
                "Billingen",
                "Bill State",
                "1011 AB",
                "Netherlands");
    }

    public static Address shippingAddress() {
        return new Address(
                "Ship Contact",
                "Ship Company",
                "Ship Building 2",
                "Shipping Road 22",
                "Ship Locality",
                "Shippingham",
                "Ship State",
                "2022 CD",
                "Belgium");
    }
}
