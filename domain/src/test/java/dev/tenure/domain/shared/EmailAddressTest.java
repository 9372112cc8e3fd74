package dev.tenure.domain.shared;

import static dev.tenure.domain.shared.SharedFixtures.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "Ann.O'Neil+orders@mail.example.co.uk",
                "a@b.c",
                "1234567890@example.com",
                "jürgen@müller.example"
            })
    void an_address_has_a_name_and_a_domain_with_a_dot(String value) {
        assertThat(email(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.com",
                "ann@example",
                "ann@example.",
                "ann@.com",
                "ann@example..com",
                "ann@@example.com",
                "ann@b@example.com",
                "an n@example.com",
                "ann@exam ple.com",
                "ann@example.com,bob@example.com",
                "Ann <ann@example.com>",
                "ann@example.com\r\nBcc: all@example.com",
                "ann\u0000@example.com"
            })
    void anything_else_is_refused(String value) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> email(value))
                .extracting(InvalidValue::code)
                .isEqualTo(SharedError.VALIDATION_ERROR);
    }

    @Test
    void surrounding_white_space_is_dropped() {
        assertThat(email("  ann@example.com\n").value()).isEqualTo("ann@example.com");
    }

    @Test
    void addresses_that_differ_in_case_alone_have_one_key() {
        assertThat(email("Ann@Example.com").key()).isEqualTo("ann@example.com");
        assertThat(email("Ann@Example.com")).hasToString("Ann@Example.com");
    }

    @Test
    void an_address_has_at_most_254_characters() {
        var longest = "a".repeat(64) + "@" + "b".repeat(254 - 64 - 1 - 4) + ".com";

        assertThat(email(longest).value()).hasSize(254);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> email(longest + "m"));
    }

    @Test
    void the_name_has_at_most_64_characters() {
        assertThat(email("a".repeat(64) + "@example.com").value()).hasSize(76);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> email("a".repeat(65) + "@example.com"));
    }
}
