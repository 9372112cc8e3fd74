package dev.tenure.adapter.cli.shared;

import dev.tenure.domain.shared.Address;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses for people. */
public final class Addresses {

    private Addresses() {}

    /** On one line. */
    public static String line(Address address) {
        return joined(
                ", ",
                address.contactName(),
                address.company(),
                address.streetAddress(),
                address.buildingInfo(),
                address.locality(),
                joined(" ", address.postalCode(), address.city()),
                address.adminArea(),
                address.country());
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }
}
