package dev.tenure.application.catalog.upsert;

import static dev.tenure.application.catalog.TestCatalog.bare;
import static dev.tenure.application.catalog.TestCatalog.command;
import static dev.tenure.application.catalog.TestCatalog.full;
import static dev.tenure.application.catalog.TestCatalog.priced;
import static dev.tenure.application.catalog.TestCatalog.tier;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.catalog.TestCatalog;
import dev.tenure.application.catalog.in.UpsertProduct.Result;
import dev.tenure.application.catalog.in.UpsertProduct.VariantResult;
import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.catalog.in.UpsertProductCommand.DiscountInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.TierInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.VariantInput;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.OrderCommands;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.PriceOrigin;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.shared.SharedError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpsertProductTest {

    private static final Instant START = Instant.parse(InMemoryTenure.START);

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();
    private final TestCatalog catalog = new TestCatalog(tenure);

    // What is kept

    @Test
    void a_new_product_is_kept_with_every_field() {
        Result result = catalog.upsert(new UpsertProductCommand(
                "BIKE",
                "E-Bike",
                "500 Wh",
                "Bikes",
                "Pedal",
                "For the city",
                List.of("https://a.example/1.png"),
                null,
                List.of(new VariantInput(
                        "BIKE-RED",
                        "E-Bike Red",
                        Grade.C,
                        "a scratch",
                        "Red",
                        List.of("https://a.example/red.png"),
                        new BigDecimal("2000.01"),
                        new BigDecimal("1500.02"),
                        List.of(
                                new TierInput(
                                        24,
                                        new BigDecimal("80"),
                                        new BigDecimal("49.5"),
                                        new DiscountInput(
                                                Discount.Type.PERCENTAGE, new BigDecimal("12.5"), "spring offer"),
                                        PriceOrigin.Source.SUGGESTED,
                                        START,
                                        "standard"),
                                tier(12, "95"))))));

        Product product = catalog.product("BIKE");
        assertThat(result.product()).isEqualTo(new Versioned<>(product, 1));
        assertThat(result.created()).isTrue();
        assertThat(result.variants()).containsExactly(new VariantResult(new Sku("BIKE-RED"), true));
        assertThat(product.name()).isEqualTo("E-Bike");
        assertThat(product.specification()).isEqualTo("500 Wh");
        assertThat(product.category()).isEqualTo("Bikes");
        assertThat(product.brand()).isEqualTo("Pedal");
        assertThat(product.description()).isEqualTo("For the city");
        assertThat(product.images()).containsExactly(new ImageUrl("https://a.example/1.png"));
        assertThat(product.active()).isTrue();
        Variant variant = product.variants().get(0);
        assertThat(variant.name()).isEqualTo("E-Bike Red");
        assertThat(variant.grade()).isEqualTo(Grade.C);
        assertThat(variant.condition()).isEqualTo("a scratch");
        assertThat(variant.colorName()).isEqualTo("Red");
        assertThat(variant.images()).containsExactly(new ImageUrl("https://a.example/red.png"));
        assertThat(variant.listPrice()).isEqualTo(eur("2000.01"));
        assertThat(variant.acquisitionCost()).isEqualTo(eur("1500.02"));
        assertThat(variant.active()).isTrue();
        assertThat(variant.tiers())
                .containsExactly(
                        PricingTier.of(12, eur("95.00")),
                        new PricingTier(
                                24,
                                eur("80.00"),
                                eur("49.50"),
                                new Discount(Discount.Type.PERCENTAGE, new BigDecimal("12.5"), "spring offer"),
                                new PriceOrigin(PriceOrigin.Source.SUGGESTED, START, "standard")));
    }

    @Test
    void what_is_named_is_afterwards_what_the_command_says_and_the_rest_stays() {
        Product before = catalog.product("MACBOOK-PRO-16");
        catalog.upsert(command("MACBOOK-PRO-16", full("NEW-1"), full("NEW-2")));
        tenure.clock().advance(Duration.ofDays(1));

        Result result = catalog.upsert(command("MACBOOK-PRO-16", bare("NEW-1"), bare("NEW-3")));

        Product after = catalog.product("MACBOOK-PRO-16");
        assertThat(result.created()).isFalse();
        assertThat(result.variants())
                .containsExactly(new VariantResult(new Sku("NEW-1"), false), new VariantResult(new Sku("NEW-3"), true));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.updatedAt()).isEqualTo(START.plusSeconds(86_400));
        assertThat(after.variants().stream().map(variant -> variant.sku().value()))
                .containsExactly("MACBOOK-PRO-16-M3", "NEW-1", "NEW-2", "NEW-3");
        assertThat(after.variants().get(0)).isEqualTo(before.variants().get(0));
        Variant emptied = after.variants().get(1);
        assertThat(emptied.condition()).isNull();
        assertThat(emptied.colorName()).isNull();
        assertThat(emptied.images()).isEmpty();
        assertThat(emptied.listPrice()).isNull();
        assertThat(emptied.acquisitionCost()).isNull();
        assertThat(emptied.tiers()).containsExactly(PricingTier.of(12, eur("10")));
        assertThat(emptied.createdAt()).isEqualTo(START);
        assertThat(emptied.updatedAt()).isEqualTo(START.plusSeconds(86_400));
        assertThat(after.variants().get(2).listPrice()).isEqualTo(eur("1000"));
        assertThat(after.variants().get(2).updatedAt()).isEqualTo(START);
    }

    @Test
    void the_same_again_writes_nothing() {
        Versioned<Product> first =
                catalog.upsert(command("BIKE", full("BIKE-1"))).product();
        tenure.clock().advance(Duration.ofDays(1));

        Result again = catalog.upsert(command("BIKE", full("BIKE-1")));

        assertThat(again.product()).isEqualTo(first);
        assertThat(again.created()).isFalse();
    }

    @Test
    void a_variant_that_was_switched_off_stays_off() {
        catalog.upsert(command("BIKE", full("BIKE-1")));
        catalog.setActive("BIKE-1", false);

        catalog.upsert(command("BIKE", bare("BIKE-1"), bare("BIKE-2")));

        assertThat(catalog.product("BIKE").variants().stream().map(Variant::active))
                .containsExactly(false, true);
    }

    @Test
    void a_price_of_an_order_that_was_placed_stays() {
        var order = tenure.useCases()
                .orders()
                .place()
                .place(
                        caller,
                        OrderCommands.anOrder()
                                .with(OrderCommands.MACBOOK, 1, 24)
                                .build());

        catalog.upsert(command("MACBOOK-PRO-16", bare("MACBOOK-PRO-16-M3")));

        assertThat(tenure.useCases().orders().find().one(caller, order.orderId()))
                .isEqualTo(order);
    }

    // What is refused

    @Test
    void every_broken_field_is_named_at_once() {
        UpsertProductCommand command = new UpsertProductCommand(
                "BIKE",
                " ",
                "500 Wh",
                "Bikes",
                "Pedal",
                null,
                List.of("https://a.example/1.png", "ftp://a.example"),
                null,
                List.of(
                        new VariantInput(
                                "BIKE-1",
                                "x".repeat(256),
                                Grade.A,
                                null,
                                null,
                                null,
                                new BigDecimal("-1"),
                                new BigDecimal("0.001"),
                                List.of(
                                        tier(12, "-1"),
                                        tier(24, "1.005"),
                                        new TierInput(
                                                24,
                                                BigDecimal.ONE,
                                                new BigDecimal("-0.01"),
                                                new DiscountInput(
                                                        Discount.Type.PERCENTAGE, new BigDecimal("100.01"), null),
                                                null,
                                                null,
                                                null))),
                        full("BIKE-1")));

        assertThat(brokenFields(() -> catalog.upsert(command)))
                .containsExactly(
                        "images[1] invalid",
                        "name too_small",
                        "variants[0].acquisitionCost invalid",
                        "variants[0].listPrice too_small",
                        "variants[0].pricing[0].monthlyPrice too_small",
                        "variants[0].pricing[1].monthlyPrice invalid",
                        "variants[0].pricing[2].contractLength INVALID_PRICING",
                        "variants[0].pricing[2].discount.value INVALID_PRICING",
                        "variants[0].pricing[2].setupFee too_small",
                        "variants[0].variantName too_big",
                        "variants[1].variantSku invalid");
        assertThat(code(() -> catalog.upsert(command))).isEqualTo(SharedError.VALIDATION_ERROR);
        assertThat(catalog.skus()).doesNotContain("BIKE");
    }

    @Test
    void where_only_prices_are_wrong_the_code_says_so() {
        assertThat(code(() -> catalog.upsert(command("BIKE", priced(tier(12, "-0.01"))))))
                .isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> catalog.upsert(command("BIKE", priced())))).isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> catalog.upsert(command("BIKE", priced(tier(12, "1"), tier(12, "2"))))))
                .isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> catalog.upsert(command("BIKE", priced(tier(0, "1"))))))
                .isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> catalog.upsert(command("BIKE", priced(tier(121, "1"))))))
                .isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> catalog.upsert(command("BIKE", priced(tier(12, "1.001"))))))
                .isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> catalog.upsert(command(" ", priced(tier(12, "-0.01"))))))
                .isEqualTo(SharedError.VALIDATION_ERROR);
        assertThat(catalog.upsert(command("BIKE", priced(tier(1, "0"), tier(120, "0"))))
                        .created())
                .isTrue();
    }

    @Test
    void a_variant_sku_of_another_product_is_refused_by_name_and_changes_nothing() {
        Product before = catalog.product("IPAD-PRO-12");

        assertThatThrownBy(() -> catalog.upsert(command("BIKE", bare("BIKE-1"), bare("IPAD-PRO-12-M2"))))
                .hasMessageContaining("IPAD-PRO-12-M2");
        assertThat(code(() -> catalog.upsert(command("BIKE", bare("IPAD-PRO-12-M2")))))
                .isEqualTo(CatalogError.DUPLICATE_SKU);
        assertThat(code(() -> catalog.upsert(command("MACBOOK-PRO-16", bare("IPAD-PRO-12-M2")))))
                .isEqualTo(CatalogError.DUPLICATE_SKU);
        assertThat(catalog.product("IPAD-PRO-12")).isEqualTo(before);
        assertThat(catalog.skus()).doesNotContain("BIKE");
    }

    @Test
    void a_product_has_at_most_500_variants_however_they_came() {
        VariantInput[] most = new VariantInput[Product.MAX_VARIANTS];
        Arrays.setAll(most, i -> bare("BIKE-" + i));
        catalog.upsert(command("BIKE", most));

        assertThat(catalog.upsert(command("BIKE", bare("BIKE-7"))).created()).isFalse();
        assertThat(brokenFields(() -> catalog.upsert(command("BIKE", bare("BIKE-500")))))
                .containsExactly("variants invalid");
    }
}
