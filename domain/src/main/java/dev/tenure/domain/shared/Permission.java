package dev.tenure.domain.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A right of an API key: a resource and whether it may be read or written. Writing does not include reading. */
public enum Permission {
    ORDERS_READ,
    ORDERS_WRITE,
    SUBSCRIPTIONS_READ,
    SUBSCRIPTIONS_WRITE,
    PRODUCTS_READ,
    PRODUCTS_WRITE,
    CUSTOMERS_READ,
    CUSTOMERS_WRITE,
    SETTINGS_READ,
    SETTINGS_WRITE;

    public static final Set<Permission> ALL = Set.of(values());

    /** The scope as it is written, for example {@code orders:read}. */
    public String label() {
        int split = name().lastIndexOf('_');
        return name().substring(0, split).toLowerCase(Locale.ROOT)
                + ":"
                + name().substring(split + 1).toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidValue {@code VALIDATION_ERROR} when there is no such scope; the message lists those there are */
    public static Permission ofLabel(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(label))
                .findFirst()
                .orElseThrow(() -> {
                    Set<String> allowed = new TreeSet<>();
                    for (Permission scope : values()) {
                        allowed.add(scope.label());
                    }
                    return new InvalidValue(
                            SharedError.VALIDATION_ERROR,
                            "%s is not a scope; there are %s".formatted(label, String.join(", ", allowed)),
                            Map.of("allowed", allowed, "given", label));
                });
    }
}
