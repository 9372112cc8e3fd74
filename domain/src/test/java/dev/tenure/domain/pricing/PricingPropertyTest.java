package dev.tenure.domain.pricing;

import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.catalog.CatalogFixtures.aVariant;
import static dev.tenure.domain.property.Property.forAll;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.JPY;
import static dev.tenure.domain.shared.SharedFixtures.KWD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.pricing.PriceStep.Subject;
import dev.tenure.domain.property.Gen;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PricingPropertyTest {

    static final List<Currency> CURRENCIES = List.of(EUR, JPY, KWD);

    // The price in minor units, a discount and another one in hundredths of a per cent or of an amount, a tax rate in
    // hundredths.
    private static final Gen<List<Long>> NUMBERS = Gen.lists(Gen.numbers(0, 10_000), 4);

    @ParameterizedTest
    @FieldSource("CURRENCIES")
    void a_unit_price_is_between_zero_and_the_price_of_its_tier(Currency currency) {
        forAll(NUMBERS, numbers -> {
            for (var type : Discount.Type.values()) {
                var price = priced(numbers, type, number(numbers, 1), currency);

                assertThat(price.unitPrice().isNegative()).isFalse();
                assertThat(price.unitPrice()).isLessThanOrEqualTo(monthly(numbers, currency));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("CURRENCIES")
    void a_larger_discount_never_gives_a_larger_price(Currency currency) {
        forAll(NUMBERS, numbers -> {
            long less = Math.min(number(numbers, 1), number(numbers, 2));
            long more = Math.max(number(numbers, 1), number(numbers, 2));
            for (var type : Discount.Type.values()) {
                assertThat(priced(numbers, type, more, currency).unitPrice())
                        .isLessThanOrEqualTo(
                                priced(numbers, type, less, currency).unitPrice());
            }
        });
    }

    @ParameterizedTest
    @FieldSource("CURRENCIES")
    void a_trace_leads_from_the_tier_to_the_price_without_a_gap(Currency currency) {
        forAll(NUMBERS, numbers -> {
            for (var type : Discount.Type.values()) {
                var price = priced(numbers, type, number(numbers, 1), currency);

                var steps = price.trace().stream()
                        .filter(step -> step.subject() == Subject.UNIT_PRICE)
                        .toList();
                assertThat(steps.get(0).before()).isNull();
                assertThat(steps.get(0).after())
                        .isEqualTo(monthly(numbers, currency).amount());
                for (int i = 1; i < steps.size(); i++) {
                    assertThat(steps.get(i).before()).isEqualTo(steps.get(i - 1).after());
                }
                assertThat(steps.get(steps.size() - 1).after())
                        .isEqualTo(price.unitPrice().amount());
            }
        });
    }

    @ParameterizedTest
    @FieldSource("CURRENCIES")
    void tax_on_top_makes_a_line_no_smaller_and_tax_inside_is_less_than_the_line(Currency currency) {
        forAll(NUMBERS, numbers -> {
            var line = monthly(numbers, currency);
            var rate = BigDecimal.valueOf(number(numbers, 3), 2);
            var onTop = TaxPolicy.of(new TaxSettings(TaxMode.EXCLUSIVE, rate));
            var inside = TaxPolicy.of(new TaxSettings(TaxMode.INCLUSIVE, rate));

            assertThat(onTop.total(line)).isGreaterThanOrEqualTo(line).isEqualTo(line.plus(onTop.tax(line)));
            assertThat(inside.total(line)).isEqualTo(line);
            assertThat(inside.tax(line)).isLessThanOrEqualTo(onTop.tax(line));
            assertThat(inside.tax(line).isNegative()).isFalse();
            // Half of a line of one minor unit, rounded up, is all of it.
            boolean tiny = line.amount().unscaledValue().longValue() <= 1;
            assertThat(tiny || inside.tax(line).compareTo(line) < 0).isTrue();
            for (TaxPolicy policy : List.of(onTop, inside)) {
                var steps = policy.explain(line);
                assertThat(
                                steps.isEmpty()
                                        ? BigDecimal.ZERO
                                        : steps.get(steps.size() - 1).after())
                        .isEqualByComparingTo(policy.tax(line).amount());
            }
        });
    }

    private static ItemPrice priced(List<Long> numbers, Discount.Type type, long hundredths, Currency currency) {
        var discount = new Discount(type, BigDecimal.valueOf(hundredths, 2), null);
        var tier = new PricingTier(24, monthly(numbers, currency), null, discount);
        var variant = aVariant(MACBOOK).in(currency).tiers(tier).build();
        return Pricing.price(variant, 24, CostOverrides.NONE, currency);
    }

    private static Money monthly(List<Long> numbers, Currency currency) {
        return new Money(BigDecimal.valueOf(number(numbers, 0), currency.getDefaultFractionDigits()), currency);
    }

    private static long number(List<Long> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
