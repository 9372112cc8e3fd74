package dev.tenure.adapter.persistence.shared;

import dev.tenure.domain.shared.Address;
import org.jspecify.annotations.Nullable;

/** An address inside JSON, without its erased parts. */
public record AddressJson(
        @Nullable String contactName,
        @Nullable String company,
        @Nullable String buildingInfo,
        @Nullable String streetAddress,
        @Nullable String locality,
        @Nullable String city,
        @Nullable String adminArea,
        @Nullable String postalCode,
        @Nullable String country) {

    public static AddressJson of(Address address) {
        return new AddressJson(
                address.contactName(),
                address.company(),
                address.buildingInfo(),
                address.streetAddress(),
                address.locality(),
                address.city(),
                address.adminArea(),
                address.postalCode(),
                address.country());
    }

    public static @Nullable AddressJson ofNullable(@Nullable Address address) {
        return address == null ? null : of(address);
    }

    public Address toAddress() {
        return new Address(
                Erased.textOr(contactName),
                company,
                buildingInfo,
                Erased.textOr(streetAddress),
                locality,
                Erased.textOr(city),
                adminArea,
                postalCode,
                Erased.textOr(country));
    }
}
