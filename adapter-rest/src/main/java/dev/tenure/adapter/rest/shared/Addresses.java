package dev.tenure.adapter.rest.shared;

import dev.tenure.domain.shared.Address;

/** Addresses as the wire shows them. */
public final class Addresses {

    private Addresses() {}

    public static JsonObject address(Address address) {
        return new JsonObject()
                .text("contactName", address.contactName())
                .text("company", address.company())
                .text("buildingInfo", address.buildingInfo())
                .text("streetAddress", address.streetAddress())
                .text("locality", address.locality())
                .text("city", address.city())
                .text("adminArea", address.adminArea())
                .text("postalCode", address.postalCode())
                .text("country", address.country());
    }
}
