package dev.tenure.application.catalog;

import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.catalog.in.FindProducts.Filter;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.catalog.in.UpsertProduct.Result;
import dev.tenure.application.catalog.in.UpsertProduct.VariantResult;
import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.catalog.in.UpsertProductCommand.DiscountInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.Status;
import dev.tenure.application.catalog.in.UpsertProductCommand.TierInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.VariantInput;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.OrderCommands;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
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
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpsertProductTest {

    private static final Instant START = Instant.parse(InMemoryTenure.START);

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();

    // What is kept

    @Test
    void a_new_product_is_kept_with_every_field() {
        Result result = upsert(new UpsertProductCommand(
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

        Product product = product("BIKE");
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
        Product before = product("MACBOOK-PRO-16");
        upsert(command("MACBOOK-PRO-16", full("NEW-1"), full("NEW-2")));
        tenure.clock().advance(Duration.ofDays(1));

        Result result = upsert(command("MACBOOK-PRO-16", bare("NEW-1"), bare("NEW-3")));

        Product after = product("MACBOOK-PRO-16");
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
        Versioned<Product> first = upsert(command("BIKE", full("BIKE-1"))).product();
        tenure.clock().advance(Duration.ofDays(1));

        Result again = upsert(command("BIKE", full("BIKE-1")));

        assertThat(again.product()).isEqualTo(first);
        assertThat(again.created()).isFalse();
    }

    @Test
    void a_variant_that_was_switched_off_stays_off() {
        upsert(command("BIKE", full("BIKE-1")));
        switchOff("BIKE-1", false);

        upsert(command("BIKE", bare("BIKE-1"), bare("BIKE-2")));

        assertThat(product("BIKE").variants().stream().map(Variant::active)).containsExactly(false, true);
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

        upsert(command("MACBOOK-PRO-16", bare("MACBOOK-PRO-16-M3")));

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

        assertThat(brokenFields(() -> upsert(command)))
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
        assertThat(code(() -> upsert(command))).isEqualTo(SharedError.VALIDATION_ERROR);
        assertThat(skus()).doesNotContain("BIKE");
    }

    @Test
    void where_only_prices_are_wrong_the_code_says_so() {
        assertThat(code(() -> upsert(command("BIKE", priced(tier(12, "-0.01"))))))
                .isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> upsert(command("BIKE", priced())))).isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> upsert(command("BIKE", priced(tier(12, "1"), tier(12, "2"))))))
                .isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> upsert(command("BIKE", priced(tier(0, "1")))))).isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> upsert(command("BIKE", priced(tier(121, "1")))))).isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> upsert(command("BIKE", priced(tier(12, "1.001"))))))
                .isEqualTo(CatalogError.INVALID_PRICING);
        assertThat(code(() -> upsert(command(" ", priced(tier(12, "-0.01")))))).isEqualTo(SharedError.VALIDATION_ERROR);
        assertThat(upsert(command("BIKE", priced(tier(1, "0"), tier(120, "0")))).created())
                .isTrue();
    }

    @Test
    void a_variant_sku_of_another_product_is_refused_by_name_and_changes_nothing() {
        Product before = product("IPAD-PRO-12");

        assertThatThrownBy(() -> upsert(command("BIKE", bare("BIKE-1"), bare("IPAD-PRO-12-M2"))))
                .hasMessageContaining("IPAD-PRO-12-M2");
        assertThat(code(() -> upsert(command("BIKE", bare("IPAD-PRO-12-M2"))))).isEqualTo(CatalogError.DUPLICATE_SKU);
        assertThat(code(() -> upsert(command("MACBOOK-PRO-16", bare("IPAD-PRO-12-M2")))))
                .isEqualTo(CatalogError.DUPLICATE_SKU);
        assertThat(product("IPAD-PRO-12")).isEqualTo(before);
        assertThat(skus()).doesNotContain("BIKE");
    }

    @Test
    void a_product_has_at_most_500_variants_however_they_came() {
        VariantInput[] most = new VariantInput[Product.MAX_VARIANTS];
        Arrays.setAll(most, i -> bare("BIKE-" + i));
        upsert(command("BIKE", most));

        assertThat(upsert(command("BIKE", bare("BIKE-7"))).created()).isFalse();
        assertThat(brokenFields(() -> upsert(command("BIKE", bare("BIKE-500")))))
                .containsExactly("variants invalid");
    }

    // Out of the catalog and back

    @Test
    void a_discontinued_product_can_not_be_ordered_and_comes_back_variant_by_variant() {
        upsert(command("BIKE", bare("BIKE-1"), bare("BIKE-2")));

        Versioned<Product> gone = discontinue("BIKE", false);
        upsert(command("BIKE", bare("BIKE-1")));

        assertThat(gone.version()).isEqualTo(2);
        assertThat(gone.value().active()).isFalse();
        assertThat(gone.value().variants()).noneMatch(Variant::active);
        assertThat(discontinue("BIKE", false)).isEqualTo(gone);
        assertThat(product("BIKE")).isEqualTo(gone.value());
        assertThat(code(() -> order("BIKE-1"))).isEqualTo(CatalogError.VARIANT_INACTIVE);

        upsert(withStatus(command("BIKE", bare("BIKE-1")), Status.ACTIVE));
        assertThat(code(() -> order("BIKE-1"))).isEqualTo(CatalogError.VARIANT_INACTIVE);

        tenure.useCases()
                .catalog()
                .changeVariantStatus()
                .change(caller, new ProductRef.ByVariantSku("BIKE-1"), true, false);
        assertThat(order("BIKE-1")).isNotEmpty();
        assertThat(code(() -> order("BIKE-2"))).isEqualTo(CatalogError.VARIANT_INACTIVE);
    }

    @Test
    void an_open_order_keeps_its_product_and_its_variant_in_the_catalog_unless_forced() {
        upsert(command("BIKE", bare("BIKE-1"), bare("BIKE-2")));
        String order = order("BIKE-1");

        assertThat(code(() -> discontinue("BIKE", false))).isEqualTo(CatalogError.PRODUCT_HAS_ACTIVE_ORDERS);
        assertThat(code(() -> upsert(withStatus(command("BIKE", bare("BIKE-1")), Status.DISCONTINUED))))
                .isEqualTo(CatalogError.PRODUCT_HAS_ACTIVE_ORDERS);
        assertThat(code(() -> switchOff("BIKE-1", false))).isEqualTo(CatalogError.VARIANT_IN_USE);
        assertThat(product("BIKE").variants()).allMatch(Variant::active);
        switchOff("BIKE-2", false);
        switchOff("BIKE-1", true);
        assertThat(product("BIKE").variants()).noneMatch(Variant::active);
        assertThat(discontinue("BIKE", true).value().active()).isFalse();
        assertThat(discontinue("BIKE", false).value().active()).isFalse();
        assertThat(tenure.useCases().orders().find().one(caller, order).items()).hasSize(1);
    }

    @Test
    void an_order_that_is_over_is_no_reason_to_stay() {
        upsert(command("BIKE", bare("BIKE-1")));
        tenure.useCases().orders().cancel().cancel(caller, new CancelOrderCommand(order("BIKE-1"), null));

        switchOff("BIKE-1", false);

        assertThat(upsert(withStatus(command("BIKE", bare("BIKE-1")), Status.DISCONTINUED))
                        .product()
                        .value()
                        .active())
                .isFalse();
    }

    @Test
    void what_is_not_there_can_be_neither_shown_nor_discontinued_nor_switched() {
        for (ProductRef absent : List.of(
                new ProductRef.ById("prod_none"),
                new ProductRef.ById("\0"),
                new ProductRef.BySku("NONE"),
                new ProductRef.BySku(" "),
                new ProductRef.ByVariantId("var_none"),
                new ProductRef.ByVariantSku("BIKE"))) {
            assertThat(code(() -> tenure.useCases().catalog().findProducts().one(caller, absent)))
                    .isEqualTo(ApplicationError.NOT_FOUND);
            assertThat(code(() ->
                            tenure.useCases().catalog().discontinueProduct().discontinue(caller, absent, true)))
                    .isEqualTo(ApplicationError.NOT_FOUND);
        }
        assertThat(code(() -> switchOff("BIKE", true))).isEqualTo(ApplicationError.NOT_FOUND);
    }

    // Versions

    @Test
    void a_change_can_be_tied_to_the_version_it_builds_on() {
        Product product = upsert(command("BIKE", bare("BIKE-1"))).product().value();
        ProductRef byVariant =
                new ProductRef.ByVariantId(product.variants().get(0).id().value());

        require(new ProductRef.BySku("BIKE"), 1);
        require(new ProductRef.ById(product.id().value()), 1);
        require(byVariant, 1);
        upsert(command("BIKE", full("BIKE-1")));

        assertThatThrownBy(() -> require(byVariant, 1))
                .isInstanceOfSatisfying(VersionMismatch.class, moved -> assertThat(moved.currentVersion())
                        .isEqualTo(2));
        assertThatThrownBy(() -> require(new ProductRef.BySku("NONE"), 1))
                .isInstanceOfSatisfying(VersionMismatch.class, moved -> assertThat(moved.currentVersion())
                        .isNull());
        assertThat(code(() -> require(new ProductRef.ById("prod_none"), 1))).isEqualTo(ApplicationError.NOT_FOUND);
    }

    // Together with imports

    @Test
    void an_import_leaves_what_it_has_no_column_for() {
        upsert(new UpsertProductCommand(
                "BIKE",
                "E-Bike",
                "Spec",
                "Bikes",
                "Pedal",
                "Description",
                List.of("https://a.example/1.png"),
                null,
                List.of(
                        full("BIKE-1"),
                        new VariantInput(
                                "BIKE-2",
                                "E-Bike Red",
                                Grade.A,
                                null,
                                "Red",
                                null,
                                null,
                                null,
                                List.of(tier(12, "10"))))));
        tenure.clock().advance(Duration.ofDays(1));

        importRow("Cargo Bike,BIKE,Bikes,Pedal,Spec,B,Blue,BIKE-1,1000,900,,12,24,");
        importRow("Cargo Bike,BIKE,Bikes,Pedal,Spec,A,Green,BIKE-2,1000,900,,10,,");

        Product product = product("BIKE");
        assertThat(product.name()).isEqualTo("Cargo Bike");
        assertThat(product.description()).isEqualTo("Description");
        assertThat(product.images()).hasSize(1);
        Variant variant = product.variants().get(0);
        assertThat(variant.name()).isEqualTo("Variant BIKE-1");
        assertThat(variant.condition()).isEqualTo("as new");
        assertThat(variant.colorName()).isEqualTo("Blue");
        assertThat(variant.images()).hasSize(1);
        Discount discount = new Discount(Discount.Type.FIXED, BigDecimal.ONE, "for a year");
        assertThat(variant.tiers())
                .containsExactly(
                        new PricingTier(
                                12,
                                eur("12"),
                                eur("5"),
                                discount,
                                new PriceOrigin(PriceOrigin.Source.MANUAL, null, null)),
                        new PricingTier(18, eur("15"), null, null),
                        PricingTier.of(24, eur("24")));
        assertThat(product.variants().get(1).name()).isEqualTo("Cargo Bike Green");
    }

    @Test
    void an_import_of_what_is_there_writes_nothing() {
        String row = "E-Bike,BIKE,Bikes,Pedal,Spec,A,,BIKE-1,1000,900,,12,,";
        importRow(row);
        Versioned<Product> first = tenure.useCases().catalog().findProducts().one(caller, new ProductRef.BySku("BIKE"));
        tenure.clock().advance(Duration.ofDays(1));

        importRow(row);

        assertThat(tenure.useCases().catalog().findProducts().one(caller, new ProductRef.BySku("BIKE")))
                .isEqualTo(first);
    }

    @Test
    void an_import_as_part_of_one_transaction_leaves_out_bad_rows_all_the_same() {
        String header = InMemoryTenure.DEMO_CATALOG.lines().findFirst().orElseThrow();
        String csv = header + "\nBike,BIKE,B,P,S,A,,IPAD-PRO-12-M2,1,1,,1,,\nBike,BIKE,B,P,S,A,,BIKE-1,1,1,,1,,\n";

        var result = tenure.transactions()
                .dryRun(
                        caller.tenant(),
                        () -> tenure.useCases().catalog().importProducts().importCsv(caller, new StringReader(csv)));

        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.error())
                .contains("IPAD-PRO-12-M2"));
        assertThat(result.productsCreated()).isEqualTo(1);
        assertThat(skus()).doesNotContain("BIKE");
    }

    private void importRow(String row) {
        String header = InMemoryTenure.DEMO_CATALOG.lines().findFirst().orElseThrow();
        assertThat(tenure.useCases()
                        .catalog()
                        .importProducts()
                        .importCsv(caller, new StringReader(header + "\n" + row))
                        .errors())
                .isEmpty();
    }

    private Result upsert(UpsertProductCommand command) {
        return tenure.useCases().catalog().upsertProduct().upsert(caller, command);
    }

    private Versioned<Product> discontinue(String sku, boolean force) {
        return tenure.useCases().catalog().discontinueProduct().discontinue(caller, new ProductRef.BySku(sku), force);
    }

    private void switchOff(String sku, boolean force) {
        tenure.useCases()
                .catalog()
                .changeVariantStatus()
                .change(caller, new ProductRef.ByVariantSku(sku), false, force);
    }

    private void require(ProductRef product, long version) {
        tenure.useCases().catalog().requireVersion().require(caller, product, VersionCondition.oneOf(Set.of(version)));
    }

    private String order(String sku) {
        return tenure.useCases()
                .orders()
                .place()
                .place(caller, OrderCommands.anOrder().with(sku, 1, 12).build())
                .orderId();
    }

    private Product product(String sku) {
        return tenure.useCases()
                .catalog()
                .findProducts()
                .one(caller, new ProductRef.BySku(sku))
                .value();
    }

    private List<String> skus() {
        return tenure.useCases().catalog().findProducts().list(caller, Filter.ALL, PageRequest.FIRST).rows().stream()
                .map(product -> product.sku().value())
                .toList();
    }

    private static UpsertProductCommand command(String sku, VariantInput... variants) {
        return new UpsertProductCommand(sku, "E-Bike", "Spec", "Bikes", "Pedal", null, null, null, List.of(variants));
    }

    private static UpsertProductCommand withStatus(UpsertProductCommand command, @Nullable Status status) {
        return new UpsertProductCommand(
                command.productSku(),
                command.name(),
                command.specification(),
                command.category(),
                command.brand(),
                command.description(),
                command.images(),
                status,
                command.variants());
    }

    private static VariantInput bare(String sku) {
        return new VariantInput(sku, "Variant " + sku, Grade.A, null, null, null, null, null, List.of(tier(12, "10")));
    }

    private static VariantInput full(String sku) {
        return new VariantInput(
                sku,
                "Variant " + sku,
                Grade.B,
                "as new",
                "Red",
                List.of("https://a.example/red.png"),
                new BigDecimal("1000"),
                new BigDecimal("900"),
                List.of(
                        new TierInput(
                                12,
                                new BigDecimal("12"),
                                new BigDecimal("5"),
                                new DiscountInput(Discount.Type.FIXED, BigDecimal.ONE, "for a year"),
                                PriceOrigin.Source.MANUAL,
                                null,
                                null),
                        tier(18, "15")));
    }

    private static VariantInput priced(TierInput... tiers) {
        return new VariantInput("BIKE-1", "Bike", Grade.A, null, null, null, null, null, List.of(tiers));
    }

    private static TierInput tier(int months, String monthlyPrice) {
        return new TierInput(months, new BigDecimal(monthlyPrice), null, null, null, null, null);
    }
}
