package dev.tenure.adapter.json.shared;

import dev.tenure.domain.shared.Address;

/** The JSON of addresses. */
public final class AddressCodec {

    private AddressCodec() {}

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
