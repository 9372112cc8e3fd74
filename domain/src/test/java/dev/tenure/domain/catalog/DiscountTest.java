package dev.tenure.domain.catalog;

import static dev.tenure.domain.catalog.CatalogFixtures.fixed;
import static dev.tenure.domain.catalog.CatalogFixtures.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.shared.InvalidValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "12.5", "0.0001", "100"})
    void a_percentage_is_0_to_100(String value) {
        assertThat(percent(value).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "100.0001", "0.00001", "1E+999999999", "1E-999999999"})
    void another_percentage_is_refused(String value) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> percent(value))
                .withMessageContaining("0 to 100 per cent")
                .extracting(InvalidValue::code)
                .isEqualTo(CatalogError.INVALID_PRICING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0001", "101", "999999999999.9999"})
    void a_fixed_discount_is_an_amount(String value) {
        assertThat(fixed(value).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "0.00001", "1000000000000", "1E+999999999", "1E-999999999"})
    void another_fixed_discount_is_refused(String value) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> fixed(value));
    }

    @Test
    void discounts_that_differ_in_spelling_alone_are_equal() {
        assertThat(percent("12.50")).isEqualTo(percent("12.5"));
        assertThat(fixed("1E+1")).isEqualTo(fixed("10.00"));
        assertThat(percent("10")).isNotEqualTo(fixed("10"));
    }

    @Test
    void a_description_is_optional_and_a_line() {
        assertThat(new Discount(Discount.Type.FIXED, BigDecimal.ONE, " ").description())
                .isNull();
        assertThat(new Discount(Discount.Type.FIXED, BigDecimal.ONE, "x".repeat(255)).description())
                .hasSize(255);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Discount(Discount.Type.FIXED, BigDecimal.ONE, "x".repeat(256)));
    }
}
