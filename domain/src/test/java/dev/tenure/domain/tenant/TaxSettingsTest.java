package dev.tenure.domain.tenant;

import static dev.tenure.domain.tenant.TenantFixtures.taxOnTop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxSettingsTest {

    @Test
    void no_tax_has_a_rate_of_zero() {
        assertThat(TaxSettings.NONE.mode()).isEqualTo(TaxMode.NONE);
        assertThat(TaxSettings.NONE.ratePercent()).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21", "8.875", "0.0001", "100"})
    void a_rate_is_0_to_100_per_cent_with_up_to_4_decimals(String rate) {
        assertThat(taxOnTop(rate).ratePercent()).isEqualByComparingTo(rate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "100.0001", "0.00001", "1E+999999999", "1E-999999999"})
    void another_rate_is_refused(String rate) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> taxOnTop(rate))
                .withMessageContaining("0 to 100 per cent with at most 4 decimals")
                .extracting(InvalidValue::code)
                .isEqualTo(SharedError.VALIDATION_ERROR);
    }

    @Test
    void rates_that_differ_in_spelling_alone_are_equal() {
        assertThat(taxOnTop("21.00")).isEqualTo(taxOnTop("21"));
        assertThat(taxOnTop("2E+1")).isEqualTo(taxOnTop("20.0"));
        assertThat(taxOnTop("0.000")).isEqualTo(taxOnTop("0"));
    }
}
