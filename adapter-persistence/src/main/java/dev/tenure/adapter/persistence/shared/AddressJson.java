package dev.tenure.adapter.persistence.shared;

import dev.tenure.domain.shared.Address;
import org.jspecify.annotations.Nullable;

/** An address inside JSON. */
public record AddressJson(
        String contactName,
        @Nullable String company,
        @Nullable String buildingInfo,
        String streetAddress,
        @Nullable String locality,
        String city,
        @Nullable String adminArea,
        @Nullable String postalCode,
        String country) {

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
                contactName, company, buildingInfo, streetAddress, locality, city, adminArea, postalCode, country);
    }
}
