package dev.tenure.domain.shared;

import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    private static final List<String> PARTS = List.of(
            "contactName",
            "company",
            "buildingInfo",
            "streetAddress",
            "locality",
            "city",
            "adminArea",
            "postalCode",
            "country");

    @ParameterizedTest
    @ValueSource(strings = {"contactName", "streetAddress", "city", "country"})
    void contact_street_city_and_country_are_required(String part) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> addressWith(part, " "))
                .withMessage(part + " must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "buildingInfo", "locality", "adminArea", "postalCode"})
    void the_other_parts_may_be_left_out(String part) {
        assertThat(addressWith(part, " ")).isEqualTo(addressWith(part, ""));
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void every_part_has_at_most_255_characters(String part) {
        assertThat(addressWith(part, "x".repeat(255))).isNotEqualTo(billingAddress());
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> addressWith(part, "x".repeat(256)))
                .withMessageStartingWith(part);
    }

    @Test
    void surrounding_white_space_is_dropped() {
        assertThat(addressWith("city", "  Billingen ")).isEqualTo(billingAddress());
    }

    private static Address addressWith(String part, String value) {
        var known = billingAddress();
        var parts = Arrays.asList(
                known.contactName(),
                known.company(),
                known.buildingInfo(),
                known.streetAddress(),
                known.locality(),
                known.city(),
                known.adminArea(),
                known.postalCode(),
                known.country());
        assertThat(Collections.frequency(PARTS, part)).isOne();
        parts.set(PARTS.indexOf(part), value);
        return new Address(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                parts.get(6),
                parts.get(7),
                parts.get(8));
    }
}
