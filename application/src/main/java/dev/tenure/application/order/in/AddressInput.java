package dev.tenure.application.order.in;

import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An address in a command. */
public record AddressInput(
        @NotBlank @Size(max = Text.LINE) String contactName,
        @Size(max = Text.LINE) @Nullable String company,
        @Size(max = Text.LINE) @Nullable String buildingInfo,
        @NotBlank @Size(max = Text.LINE) String streetAddress,
        @Size(max = Text.LINE) @Nullable String locality,
        @NotBlank @Size(max = Text.LINE) String city,
        @Size(max = Text.LINE) @Nullable String adminArea,
        @Size(max = Text.LINE) @Nullable String postalCode,
        @NotBlank @Size(max = Text.LINE) String country) {

    public Address toAddress() {
        return new Address(
                contactName, company, buildingInfo, streetAddress, locality, city, adminArea, postalCode, country);
    }
}
