package dev.tenure.domain.catalog;

import static dev.tenure.domain.catalog.CatalogFixtures.CHAIR;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.catalog.CatalogFixtures.aVariant;
import static dev.tenure.domain.catalog.CatalogFixtures.tier;
import static dev.tenure.domain.catalog.CatalogFixtures.variant;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.USD;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.ContractLengths;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTest {

    @Test
    void tiers_are_ascending_however_they_were_given() {
        var variant = aVariant(MACBOOK)
                .tiers(tier(24, "89.00"), tier(6, "99.00"), tier(12, "95.00"))
                .build();

        assertThat(variant.tiers()).extracting(PricingTier::contractLength).containsExactly(6, 12, 24);
    }

    @Test
    void a_tier_is_found_by_exactly_its_length() {
        assertThat(variant(CHAIR).tier(12)).contains(tier(12, "25.00"));
        assertThat(variant(CHAIR).tier(24)).isEmpty();
    }

    @Test
    void a_variant_has_one_price_per_length() {
        refused(
                () -> aVariant(MACBOOK)
                        .tiers(tier(24, "89.00"), tier(24, "88.00"))
                        .build(),
                "two prices");
    }

    @Test
    void amounts_are_never_negative() {
        refused(() -> tier(24, "-0.01"), "at least 0");
        refused(() -> new PricingTier(24, eur("1.00"), eur("-0.01"), null), "at least 0");
        refused(() -> aVariant(MACBOOK).listPrice("-0.01").build(), "at least 0");
        refused(() -> aVariant(MACBOOK).acquisitionCost("-0.01").build(), "at least 0");
        assertThat(tier(24, "0.00").monthlyPrice().isZero()).isTrue();
    }

    @Test
    void a_variant_has_one_currency() {
        var inDollars = PricingTier.of(24, Money.of("89.00", USD));

        refused(() -> aVariant(MACBOOK).tiers(tier(12, "95.00"), inDollars).build(), "more than one currency");
        refused(() -> aVariant(MACBOOK).tiers(inDollars).build(), "more than one currency");
        refused(() -> new PricingTier(24, eur("1.00"), Money.of("1.00", USD), null), "USD 1.00");
        assertThat(aVariant(MACBOOK).in(USD).build().listPrice()).isEqualTo(Money.of("2799.00", USD));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, ContractLengths.MAX_MONTHS})
    void a_tier_is_for_1_to_120_months(int months) {
        assertThat(tier(months, "1.00").contractLength()).isEqualTo(months);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, ContractLengths.MAX_MONTHS + 1})
    void a_tier_for_another_length_is_refused(int months) {
        refused(() -> tier(months, "1.00"), "not " + months);
    }

    @Test
    void a_variant_can_be_switched_off_and_on() {
        var off = variant(MACBOOK).activated(false, START.plusSeconds(1));

        assertThat(off.active()).isFalse();
        assertThat(off.updatedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(off.activated(false, START.plusSeconds(2))).isEqualTo(off);
        assertThat(off.activated(true, START.plusSeconds(2)))
                .isEqualTo(variant(MACBOOK).touched(START.plusSeconds(2)));
    }

    @Test
    void a_variant_has_its_own_pictures_up_to_a_limit() {
        String[] most = new String[Product.MAX_IMAGES];
        Arrays.fill(most, "https://images.example.com/macbook.png");
        String[] tooMany = Arrays.copyOf(most, most.length + 1);
        tooMany[most.length] = most[0];

        assertThat(aVariant(MACBOOK).pictured(most).build().images()).hasSize(Product.MAX_IMAGES);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> aVariant(MACBOOK).pictured(tooMany).build())
                .withMessageContaining("at most 50 images");
    }

    private static void refused(ThrowingCallable act, String why) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(act)
                .withMessageContaining(why)
                .extracting(InvalidValue::code)
                .isEqualTo(CatalogError.INVALID_PRICING);
    }
}
