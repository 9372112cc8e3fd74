package dev.tenure.domain.shared;

import static dev.tenure.domain.property.Property.forAll;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.JPY;
import static dev.tenure.domain.shared.SharedFixtures.KWD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.domain.property.Gen;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MoneyPropertyTest {

    static final List<Currency> CURRENCIES = List.of(EUR, JPY, KWD);
    private static final Gen<List<Long>> AMOUNTS = Gen.lists(Gen.numbers(-1_000_000_000L, 1_000_000_000L), 3);

    @ParameterizedTest
    @FieldSource("CURRENCIES")
    void addition_is_associative_and_commutative_and_zero_changes_nothing(Currency currency) {
        forAll(AMOUNTS, units -> {
            var a = money(units, 0, currency);
            var b = money(units, 1, currency);
            var c = money(units, 2, currency);

            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
            assertThat(a.plus(Money.zero(currency))).isEqualTo(a);
            assertThat(a.minus(a)).isEqualTo(Money.zero(currency));
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.times(3)).isEqualTo(a.plus(a).plus(a));
            assertThat(a.compareTo(b)).isEqualTo(-b.compareTo(a));
        });
    }

    @ParameterizedTest
    @FieldSource("CURRENCIES")
    void shares_sum_to_the_whole_and_differ_by_at_most_one_minor_unit(Currency currency) {
        var minorUnit = new Money(BigDecimal.ONE.movePointLeft(currency.getDefaultFractionDigits()), currency);
        forAll(AMOUNTS, units -> {
            var whole = money(units, 0, currency);
            int number = units.size() < 2 ? 7 : 1 + Math.floorMod(units.get(1), 1000);

            var shares = whole.allocate(number);

            assertThat(shares).hasSize(number);
            assertThat(shares.stream().reduce(Money.zero(currency), Money::plus))
                    .isEqualTo(whole);
            var largest = shares.stream().max(Money::compareTo).orElseThrow();
            var smallest = shares.stream().min(Money::compareTo).orElseThrow();
            assertThat(largest.minus(smallest)).isLessThanOrEqualTo(minorUnit);
            assertThat(shares).allMatch(share -> share.isZero() || share.isNegative() == whole.isNegative());
        });
    }

    private static Money money(List<Long> minorUnits, int index, Currency currency) {
        long units = index < minorUnits.size() ? minorUnits.get(index) : index;
        return new Money(BigDecimal.valueOf(units, currency.getDefaultFractionDigits()), currency);
    }
}
