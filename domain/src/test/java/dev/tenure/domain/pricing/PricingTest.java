package dev.tenure.domain.pricing;

import static dev.tenure.domain.catalog.CatalogFixtures.CHAIR;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.catalog.CatalogFixtures.aVariant;
import static dev.tenure.domain.catalog.CatalogFixtures.fixed;
import static dev.tenure.domain.catalog.CatalogFixtures.percent;
import static dev.tenure.domain.catalog.CatalogFixtures.tier;
import static dev.tenure.domain.catalog.CatalogFixtures.variant;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.JPY;
import static dev.tenure.domain.shared.SharedFixtures.KWD;
import static dev.tenure.domain.shared.SharedFixtures.USD;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.pricing.PriceStep.Subject;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.ContractLengths;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricingTest {

    @Nested
    class ContractLength {

        @ParameterizedTest
        @ValueSource(ints = {6, 12, 24, 36})
        void the_length_asked_for_is_taken(int months) {
            assertThat(Pricing.contractLength(months, variant(MACBOOK), ContractLengths.USUAL))
                    .isEqualTo(months);
        }

        @Test
        void a_length_the_tenant_does_not_offer_is_refused_even_if_the_variant_has_a_price_for_it() {
            var variant = aVariant(MACBOOK).costing("70.00", 48).build();

            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> Pricing.contractLength(48, variant, ContractLengths.USUAL))
                    .withMessage("SKU MACBOOK-PRO-16-M3 is offered for [6, 12, 24, 36] months, not 48")
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo(CatalogError.INVALID_CONTRACT_LENGTH);
                        assertThat(refusal.details()).isEqualTo(Map.of("allowed", List.of(6, 12, 24, 36), "given", 48));
                    });
        }

        @Test
        void a_length_the_variant_has_no_price_for_is_refused_even_if_the_tenant_offers_it() {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> Pricing.contractLength(24, variant(CHAIR), ContractLengths.USUAL))
                    .withMessageContaining("[12] months, not 24");
        }

        @Test
        void without_a_length_the_default_is_taken() {
            var lengths = new ContractLengths(List.of(6, 12, 24), 24);

            assertThat(Pricing.contractLength(null, variant(MACBOOK), ContractLengths.USUAL))
                    .isEqualTo(12);
            assertThat(Pricing.contractLength(null, variant(MACBOOK), lengths)).isEqualTo(24);
        }

        @Test
        void without_a_length_and_without_a_price_for_the_default_the_only_one_is_taken() {
            var lengths = new ContractLengths(List.of(12, 24), 24);

            assertThat(Pricing.contractLength(null, variant(CHAIR), lengths)).isEqualTo(12);
        }

        @Test
        void a_tier_the_tenant_does_not_offer_does_not_count_as_one_to_choose_from() {
            var variant = aVariant(MACBOOK)
                    .tiers(tier(24, "89.00"), tier(48, "70.00"))
                    .build();

            assertThat(Pricing.contractLength(null, variant, ContractLengths.USUAL))
                    .isEqualTo(24);
        }

        @Test
        void without_a_length_a_choice_of_several_is_refused() {
            var variant = aVariant(MACBOOK)
                    .tiers(tier(24, "89.00"), tier(36, "79.00"))
                    .build();

            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> Pricing.contractLength(null, variant, ContractLengths.USUAL))
                    .withMessageContaining("[24, 36] months, and the default of 12 is not one of them")
                    .satisfies(refusal -> assertThat(refusal.details()).isEqualTo(Map.of("allowed", List.of(24, 36))));
        }

        @Test
        void a_variant_without_a_price_can_not_be_ordered() {
            var variant = aVariant(MACBOOK).tiers().build();

            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> Pricing.contractLength(null, variant, ContractLengths.USUAL))
                    .withMessageContaining("offered for no months");
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> Pricing.contractLength(12, variant, ContractLengths.USUAL));
        }
    }

    @Nested
    class UnitPrice {

        @Test
        void the_worked_example_holds() {
            var price = priced("89.00", percent("12.5"));

            assertThat(price.unitPrice()).isEqualTo(eur("77.88"));
            assertThat(unitPriceSteps(price))
                    .containsExactly(
                            step("tier", null, "89.00", "24 months"),
                            step("percentage_discount", "89.00", "77.875", "12.5 %"),
                            step("rounding", "77.875", "77.88", "half up to 2 decimals"));
        }

        @ParameterizedTest
        @CsvSource({"6, 99.00", "12, 95.00", "24, 89.00", "36, 79.00"})
        void the_tier_of_the_contract_length_sets_the_price(int months, String monthly) {
            var price = Pricing.price(variant(MACBOOK), months, CostOverrides.NONE, EUR);

            assertThat(price.unitPrice()).isEqualTo(eur(monthly));
            assertThat(unitPriceSteps(price)).containsExactly(step("tier", null, monthly, months + " months"));
        }

        @Test
        void a_percentage_is_taken_off_and_says_why() {
            var launch = new Discount(Discount.Type.PERCENTAGE, BigDecimal.TEN, "launch offer");

            var price = priced("89.00", launch);

            assertThat(unitPriceSteps(price))
                    .containsExactly(
                            step("tier", null, "89.00", "24 months"),
                            step("percentage_discount", "89.00", "80.10", "10 %, launch offer"));
        }

        @Test
        void a_fixed_amount_is_taken_off() {
            var price = priced("89.00", fixed("10"));

            assertThat(price.unitPrice()).isEqualTo(eur("79.00"));
            assertThat(unitPriceSteps(price))
                    .containsExactly(
                            step("tier", null, "89.00", "24 months"),
                            step("fixed_discount", "89.00", "79.00", "10 a month"));
        }

        @Test
        void a_price_never_falls_below_zero() {
            assertThat(priced("89.00", fixed("89.01")).unitPrice()).isEqualTo(eur("0.00"));
            assertThat(priced("89.00", fixed("89.00")).unitPrice()).isEqualTo(eur("0.00"));
            assertThat(priced("89.00", percent("100")).unitPrice()).isEqualTo(eur("0.00"));
            assertThat(unitPriceSteps(priced("89.00", fixed("100"))))
                    .contains(step("fixed_discount", "89.00", "0.00", "100 a month"));
        }

        @ParameterizedTest
        @CsvSource({"0.05, 10, 0.05", "0.15, 10, 0.14", "0.10, 50, 0.05", "0.01, 50, 0.01", "0.03, 50, 0.02"})
        void a_price_is_rounded_half_up(String monthly, String percent, String net) {
            assertThat(priced(monthly, percent(percent)).unitPrice()).isEqualTo(eur(net));
        }

        @Test
        void a_price_is_rounded_to_the_decimals_of_its_currency() {
            var yen = aVariant(MACBOOK).in(JPY).tiers(discounted("1005", JPY)).build();
            var dinar =
                    aVariant(MACBOOK).in(KWD).tiers(discounted("1.005", KWD)).build();

            assertThat(Pricing.price(yen, 24, CostOverrides.NONE, JPY).unitPrice())
                    .isEqualTo(Money.of("905", JPY));
            assertThat(Pricing.price(dinar, 24, CostOverrides.NONE, KWD).unitPrice())
                    .isEqualTo(Money.of("0.905", KWD));
        }

        @Test
        void a_set_up_fee_is_no_part_of_the_monthly_price() {
            var tier = new PricingTier(24, eur("89.00"), eur("50.00"), null);
            var variant = aVariant(MACBOOK).tiers(tier).build();

            assertThat(Pricing.price(variant, 24, CostOverrides.NONE, EUR).unitPrice())
                    .isEqualTo(eur("89.00"));
        }

        @Test
        void a_length_without_a_tier_is_refused_and_those_with_one_are_named() {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> Pricing.price(variant(CHAIR), 24, CostOverrides.NONE, EUR))
                    .withMessage("SKU CHAIR-AERON-B is offered for [12] months, not 24");
        }

        @Test
        void a_price_in_another_currency_is_refused_and_never_relabelled() {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> Pricing.price(variant(MACBOOK), 24, CostOverrides.NONE, USD))
                    .withMessage("SKU MACBOOK-PRO-16-M3 costs EUR 89.00 a month, but the order is in USD")
                    .extracting(InvalidValue::code)
                    .isEqualTo(CatalogError.INVALID_PRICING);
        }
    }

    @Nested
    class Costs {

        @Test
        void list_price_and_acquisition_cost_come_from_the_variant() {
            var price = Pricing.price(variant(MACBOOK), 24, CostOverrides.NONE, EUR);

            assertThat(price.listPrice()).isEqualTo(eur("2799.00"));
            assertThat(price.listPriceSource()).isEqualTo(ListPriceSource.VARIANT);
            assertThat(price.acquisitionCost()).isEqualTo(eur("2350.00"));
            assertThat(price.acquisitionCostSource()).isEqualTo(AcquisitionCostSource.VARIANT);
            assertThat(price.trace()).hasSize(1);
        }

        @Test
        void amounts_given_by_hand_replace_them_and_leave_a_trace() {
            var overrides = new CostOverrides(eur("2500.00"), eur("2000.00"));

            var price = Pricing.price(variant(MACBOOK), 24, overrides, EUR);

            assertThat(price.unitPrice()).isEqualTo(eur("89.00"));
            assertThat(price.listPrice()).isEqualTo(eur("2500.00"));
            assertThat(price.listPriceSource()).isEqualTo(ListPriceSource.MANUAL);
            assertThat(price.acquisitionCost()).isEqualTo(eur("2000.00"));
            assertThat(price.acquisitionCostSource()).isEqualTo(AcquisitionCostSource.MANUAL);
            assertThat(price.overrides()).isEqualTo(overrides);
            assertThat(price.trace().subList(1, 3))
                    .containsExactly(
                            new PriceStep(
                                    Subject.LIST_PRICE,
                                    "list_price_override",
                                    new BigDecimal("2799.00"),
                                    new BigDecimal("2500.00"),
                                    "given by hand"),
                            new PriceStep(
                                    Subject.ACQUISITION_COST,
                                    "acquisition_cost_override",
                                    new BigDecimal("2350.00"),
                                    new BigDecimal("2000.00"),
                                    "given by hand"));
        }

        @Test
        void without_an_acquisition_cost_the_list_price_stands_in() {
            var variant = aVariant(MACBOOK).acquisitionCost(null).build();

            var price = Pricing.price(variant, 24, CostOverrides.NONE, EUR);

            assertThat(price.acquisitionCost()).isEqualTo(eur("2799.00"));
            assertThat(price.acquisitionCostSource()).isEqualTo(AcquisitionCostSource.LIST_PRICE);
            assertThat(price.trace())
                    .last()
                    .isEqualTo(new PriceStep(
                            Subject.ACQUISITION_COST,
                            "list_price_as_acquisition_cost",
                            null,
                            new BigDecimal("2799.00"),
                            "the variant has no acquisition cost"));
        }

        @Test
        void a_list_price_given_by_hand_stands_in_too() {
            var variant =
                    aVariant(MACBOOK).listPrice(null).acquisitionCost(null).build();

            var price = Pricing.price(variant, 24, new CostOverrides(eur("2500.00"), null), EUR);

            assertThat(price.acquisitionCost()).isEqualTo(eur("2500.00"));
            assertThat(price.acquisitionCostSource()).isEqualTo(AcquisitionCostSource.LIST_PRICE);
            assertThat(price.listPriceSource()).isEqualTo(ListPriceSource.MANUAL);
        }

        @Test
        void what_nobody_knows_stays_unknown() {
            var variant =
                    aVariant(MACBOOK).listPrice(null).acquisitionCost(null).build();

            var price = Pricing.price(variant, 24, CostOverrides.NONE, EUR);

            assertThat(price.listPrice()).isNull();
            assertThat(price.listPriceSource()).isEqualTo(ListPriceSource.UNKNOWN);
            assertThat(price.acquisitionCost()).isNull();
            assertThat(price.acquisitionCostSource()).isEqualTo(AcquisitionCostSource.UNKNOWN);
        }

        @Test
        void an_override_is_at_least_zero_and_in_the_currency_of_the_price() {
            assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new CostOverrides(eur("-0.01"), null));
            assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new CostOverrides(null, eur("-0.01")));
            var dollars = Money.of("1.00", USD);
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> Pricing.price(variant(MACBOOK), 24, new CostOverrides(dollars, null), EUR));
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> Pricing.price(variant(MACBOOK), 24, new CostOverrides(null, dollars), EUR));
        }
    }

    private static ItemPrice priced(String monthly, Discount discount) {
        Variant variant = aVariant(MACBOOK).tiers(tier(24, monthly, discount)).build();
        return Pricing.price(variant, 24, CostOverrides.NONE, EUR);
    }

    private static PricingTier discounted(String monthly, Currency currency) {
        return new PricingTier(24, Money.of(monthly, currency), null, percent("10"));
    }

    private static List<PriceStep> unitPriceSteps(ItemPrice price) {
        return price.trace().stream()
                .filter(step -> step.subject() == Subject.UNIT_PRICE)
                .toList();
    }

    private static PriceStep step(String rule, @Nullable String before, String after, String reason) {
        return new PriceStep(
                Subject.UNIT_PRICE,
                rule,
                before == null ? null : new BigDecimal(before),
                new BigDecimal(after),
                reason);
    }

    @Test
    void the_set_up_fee_of_the_tier_is_captured_and_is_no_part_of_the_unit_price() {
        var variant = aVariant(MACBOOK)
                .tiers(new PricingTier(24, eur("89.00"), eur("49.00"), null))
                .build();

        var price = Pricing.price(variant, 24, CostOverrides.NONE, EUR);

        assertThat(price.unitPrice()).isEqualTo(eur("89.00"));
        assertThat(price.setupFee()).isEqualTo(eur("49.00"));
    }
}
