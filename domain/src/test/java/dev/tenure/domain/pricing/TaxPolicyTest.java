package dev.tenure.domain.pricing;

import static dev.tenure.domain.shared.SharedFixtures.JPY;
import static dev.tenure.domain.shared.SharedFixtures.KWD;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static dev.tenure.domain.tenant.TenantFixtures.taxIncluded;
import static dev.tenure.domain.tenant.TenantFixtures.taxOnTop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.domain.pricing.PriceStep.Subject;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxPolicyTest {

    @Test
    void no_tax_leaves_a_line_as_it_is() {
        var none = TaxPolicy.of(TaxSettings.NONE);

        assertThat(none.tax(eur("445.00"))).isEqualTo(eur("0.00"));
        assertThat(none.total(eur("445.00"))).isEqualTo(eur("445.00"));
        assertThat(none.explain(eur("445.00"))).isEmpty();
    }

    @Test
    void without_a_mode_the_rate_says_nothing() {
        var none = TaxPolicy.of(new TaxSettings(TaxMode.NONE, new BigDecimal("21")));

        assertThat(none.total(eur("445.00"))).isEqualTo(eur("445.00"));
    }

    @Test
    void exclusive_tax_comes_on_top() {
        var onTop = TaxPolicy.of(taxOnTop("21"));

        assertThat(onTop.tax(eur("445.00"))).isEqualTo(eur("93.45"));
        assertThat(onTop.total(eur("445.00"))).isEqualTo(eur("538.45"));
        assertThat(onTop.explain(eur("445.00")))
                .containsExactly(new PriceStep(
                        Subject.TAX, "exclusive_tax", null, new BigDecimal("93.45"), "21 % on top of EUR 445.00"));
    }

    @Test
    void inclusive_tax_is_found_inside() {
        var inside = TaxPolicy.of(taxIncluded("21"));

        assertThat(inside.tax(eur("445.00"))).isEqualTo(eur("77.23"));
        assertThat(inside.total(eur("445.00"))).isEqualTo(eur("445.00"));
        assertThat(inside.explain(eur("445.00")))
                .containsExactly(
                        new PriceStep(
                                Subject.TAX,
                                "inclusive_tax",
                                null,
                                new BigDecimal("77.23140495"),
                                "21 % contained in EUR 445.00"),
                        new PriceStep(
                                Subject.TAX,
                                "rounding",
                                new BigDecimal("77.23140495"),
                                new BigDecimal("77.23"),
                                "half up to 2 decimals"));
    }

    @Test
    void a_tax_that_is_rounded_away_is_explained_all_the_same() {
        assertThat(TaxPolicy.of(taxOnTop("21")).explain(eur("0.01")))
                .extracting(PriceStep::rule, step -> step.after().toPlainString())
                .containsExactly(tuple("exclusive_tax", "0.0021"), tuple("rounding", "0.00"));
    }

    @ParameterizedTest
    @CsvSource({"0.17, 0.03", "0.02, 0.00", "0.03, 0.01", "1.21, 0.21"})
    void inclusive_tax_is_rounded_half_up_once(String line, String tax) {
        assertThat(TaxPolicy.of(taxIncluded("21")).tax(eur(line))).isEqualTo(eur(tax));
    }

    @Test
    void a_half_that_is_exact_is_rounded_up() {
        assertThat(TaxPolicy.of(taxIncluded("100")).tax(eur("0.01"))).isEqualTo(eur("0.01"));
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.00", "0.03, 0.01", "0.50, 0.11", "1.50, 0.32"})
    void exclusive_tax_is_rounded_half_up(String line, String tax) {
        assertThat(TaxPolicy.of(taxOnTop("21")).tax(eur(line))).isEqualTo(eur(tax));
    }

    @Test
    void tax_is_rounded_to_the_decimals_of_the_currency() {
        assertThat(TaxPolicy.of(taxOnTop("10")).tax(Money.of("1005", JPY))).isEqualTo(Money.of("101", JPY));
        assertThat(TaxPolicy.of(taxIncluded("10")).tax(Money.of("1005", JPY))).isEqualTo(Money.of("91", JPY));
        assertThat(TaxPolicy.of(taxOnTop("5")).tax(Money.of("0.010", KWD))).isEqualTo(Money.of("0.001", KWD));
    }

    @Test
    void a_rate_of_zero_charges_nothing() {
        assertThat(TaxPolicy.of(taxOnTop("0")).explain(eur("445.00"))).isEmpty();
        assertThat(TaxPolicy.of(taxIncluded("0")).tax(eur("445.00"))).isEqualTo(eur("0.00"));
    }
}
