package dev.tenure.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.shared.InvalidValue;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2024-07-01, 12, 2025-06-30",
        "2025-01-31, 1, 2025-02-27",
        "2024-01-31, 1, 2024-02-28",
        "2024-02-29, 12, 2025-02-27",
        "2024-02-29, 48, 2028-02-28",
        "2025-03-31, 6, 2025-09-29",
        "2024-12-15, 120, 2034-12-14",
        // the two samples of the reference: the end of a longer contract is reckoned from its start
        "2024-07-01, 18, 2025-12-31",
        "2024-02-01, 18, 2025-07-31"
    })
    void a_contract_ends_a_day_before_the_same_day_so_many_months_later(LocalDate start, int months, LocalDate end) {
        assertThat(new ContractPeriod(start, months).end()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, 0, 2025-01-31",
        "2025-01-31, 1, 2025-02-28",
        "2025-01-31, 2, 2025-03-31",
        "2025-01-31, 3, 2025-04-30",
        "2024-01-31, 1, 2024-02-29",
        "2024-02-29, 12, 2025-02-28",
        "2024-02-29, 11, 2025-01-29"
    })
    void a_billing_day_is_reckoned_from_the_start_and_clamped_to_the_month(LocalDate start, int index, LocalDate day) {
        assertThat(new ContractPeriod(start, 24).billingDay(index)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 121})
    void a_contract_runs_for_1_to_120_months(int months) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new ContractPeriod(LocalDate.of(2025, 1, 1), months))
                .withMessage("a contract runs for 1 to 120 months, not " + months);
    }
}
