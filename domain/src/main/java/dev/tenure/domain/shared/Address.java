package dev.tenure.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * A postal address. Contact, street, city and country are required; the country is free text ({@code Netherlands} and
 * {@code US} are both fine). Each part has at most {@link Text#LINE} characters and is stored without surrounding white
 * space.
 */
public record Address(
        String contactName,
        @Nullable String company,
        @Nullable String buildingInfo,
        String streetAddress,
        @Nullable String locality,
        String city,
        @Nullable String adminArea,
        @Nullable String postalCode,
        String country) {

    public Address {
        contactName = Text.required("contactName", contactName, Text.LINE);
        company = Text.optional("company", company, Text.LINE);
        buildingInfo = Text.optional("buildingInfo", buildingInfo, Text.LINE);
        streetAddress = Text.required("streetAddress", streetAddress, Text.LINE);
        locality = Text.optional("locality", locality, Text.LINE);
        city = Text.required("city", city, Text.LINE);
        adminArea = Text.optional("adminArea", adminArea, Text.LINE);
        postalCode = Text.optional("postalCode", postalCode, Text.LINE);
        country = Text.required("country", country, Text.LINE);
    }
}
