package dev.tenure.domain.shared;

import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.JPY;
import static dev.tenure.domain.shared.SharedFixtures.KWD;
import static dev.tenure.domain.shared.SharedFixtures.USD;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_EVEN;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void the_worked_examples_hold() {
        assertThat(eur("89.00").times(5)).isEqualTo(eur("445.00"));
        assertThat(eur("0.05").percent(new BigDecimal("21"), HALF_UP)).isEqualTo(eur("0.01"));
        assertThat(eur("10.00").allocate(3)).containsExactly(eur("3.34"), eur("3.33"), eur("3.33"));
        assertThat(Money.rounded(new BigDecimal("88.999"), EUR, HALF_UP)).isEqualTo(eur("89.00"));
        assertThat(eur("89.00").percent(new BigDecimal("21"), HALF_UP)).isEqualTo(eur("18.69"));
        assertThat(eur("89.00")).hasToString("EUR 89.00");
    }

    @ParameterizedTest
    @CsvSource({"EUR, 2", "JPY, 0", "KWD, 3"})
    void an_amount_is_always_at_the_decimals_of_its_currency(String code, int decimals) {
        var money = Money.of("89", Currency.getInstance(code));

        assertThat(money.amount().scale()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"89", "89.0", "89.00", "89.000", "8.9E+1"})
    void amounts_that_differ_in_spelling_alone_are_equal(String spelling) {
        assertThat(eur(spelling)).isEqualTo(eur("89.00")).hasSameHashCodeAs(eur("89.00"));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 0.001", "JPY, 0.5", "KWD, 0.0001", "EUR, -1.999"})
    void an_amount_with_more_decimals_than_its_currency_is_refused(String code, String amount) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Money.of(amount, Currency.getInstance(code)))
                .withMessageContaining(amount)
                .extracting(InvalidValue::code)
                .isEqualTo(SharedError.VALIDATION_ERROR);
    }

    @Test
    void an_amount_of_a_thousand_million_decimals_is_refused_without_spelling_it_out() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> eur("1E-999999999"))
                .withMessageContaining("1E-999999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000", "-1000000000000", "1E+999999999"})
    void an_amount_at_the_limit_is_refused(String amount) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> eur(amount))
                .withMessage("an amount must be below 1000000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999.99", "-999999999999.99"})
    void an_amount_just_below_the_limit_is_fine(String amount) {
        assertThat(eur(amount).amount()).isEqualByComparingTo(amount);
    }

    @Test
    void a_sum_beyond_the_limit_is_refused() {
        var largest = eur("999999999999.99");

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> largest.plus(eur("0.01")));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> largest.times(2));
    }

    @Test
    void what_prices_can_not_be_in_is_no_currency_here() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Money.of("1", Currency.getInstance("XXX")))
                .withMessageContaining("XXX");
    }

    @Test
    void currencies_do_not_mix() {
        var euro = eur("1.00");
        var dollar = Money.of("1.00", USD);

        assertThat(euro).isNotEqualTo(dollar);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> euro.plus(dollar));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> euro.minus(dollar));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> euro.max(dollar));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> euro.compareTo(dollar))
                .withMessageContaining("EUR 1.00 and USD 1.00");
    }

    @ParameterizedTest
    @CsvSource({"0.05, 10, 0.01", "0.15, 10, 0.02", "-0.05, 10, -0.01", "0.04, 10, 0.00"})
    void half_up_rounds_a_half_away_from_zero(String amount, String percent, String share) {
        assertThat(eur(amount).percent(new BigDecimal(percent), HALF_UP)).isEqualTo(eur(share));
    }

    @Test
    void rounding_is_what_the_caller_says() {
        var five = new BigDecimal("10");

        assertThat(eur("0.25").percent(five, HALF_UP)).isEqualTo(eur("0.03"));
        assertThat(eur("0.25").percent(five, HALF_EVEN)).isEqualTo(eur("0.02"));
        assertThat(eur("0.29").percent(five, DOWN)).isEqualTo(eur("0.02"));
    }

    @Test
    void a_share_is_rounded_to_the_currency() {
        var rate = new BigDecimal("8.875");

        assertThat(Money.of("1000", JPY).percent(rate, HALF_UP)).isEqualTo(Money.of("89", JPY));
        assertThat(Money.of("1.000", KWD).percent(rate, HALF_UP)).isEqualTo(Money.of("0.089", KWD));
    }

    @Test
    void a_negative_amount_is_split_like_a_positive_one() {
        assertThat(eur("-10.00").allocate(3)).containsExactly(eur("-3.34"), eur("-3.33"), eur("-3.33"));
    }

    @Test
    void an_amount_is_split_down_to_the_minor_unit_of_its_currency() {
        assertThat(Money.of("10", JPY).allocate(4))
                .containsExactly(Money.of("3", JPY), Money.of("3", JPY), Money.of("2", JPY), Money.of("2", JPY));
        assertThat(Money.of("0.001", KWD).allocate(2))
                .isEqualTo(List.of(Money.of("0.001", KWD), Money.of("0.000", KWD)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void an_amount_is_split_into_at_least_one_part(int parts) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> eur("1.00").allocate(parts))
                .withMessageContaining("not " + parts);
    }

    @Test
    void amounts_are_ordered_by_size() {
        assertThat(eur("1.00")).isLessThan(eur("1.01"));
        assertThat(eur("-1.00").max(eur("0.50"))).isEqualTo(eur("0.50"));
        assertThat(eur("0.50").max(eur("-1.00"))).isEqualTo(eur("0.50"));
    }

    @Test
    void the_sign_is_free() {
        assertThat(eur("1.00").minus(eur("3.50"))).isEqualTo(eur("-2.50"));
        assertThat(eur("-2.50").isNegative()).isTrue();
        assertThat(eur("0.00").isNegative()).isFalse();
        assertThat(eur("0.00").isZero()).isTrue();
        assertThat(eur("0.01").isZero()).isFalse();
    }
}
