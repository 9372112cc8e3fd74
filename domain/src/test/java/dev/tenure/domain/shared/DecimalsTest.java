package dev.tenure.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "2E+1, 20", "20.0, 20", "0.000, 0", "0E+3, 0", "-1.10, -1.1", "0.001, 0.001"})
    void equal_numbers_have_one_spelling(String given, String plain) {
        assertThat(Decimals.plain(new BigDecimal(given))).isEqualTo(new BigDecimal(plain));
        assertThat(Decimals.plain(new BigDecimal(given))).hasToString(plain);
    }

    @ParameterizedTest
    @CsvSource({"1.50, 1", "2E+1, 0", "20.0, 0", "0.000, 0", "0.001, 3", "1E-999999999, 999999999"})
    void decimals_are_counted_without_trailing_zeros(String given, int count) {
        assertThat(Decimals.count(new BigDecimal(given))).isEqualTo(count);
    }
}
