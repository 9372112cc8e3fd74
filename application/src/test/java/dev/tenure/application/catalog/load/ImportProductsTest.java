package dev.tenure.application.catalog.load;

import static dev.tenure.application.catalog.TestCatalog.LAPTOP;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.TestCatalog;
import dev.tenure.application.catalog.in.ImportProducts.Result;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.shared.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportProductsTest {

    private final InMemoryTenure tenure = InMemoryTenure.empty();
    private final TestCatalog catalog = TestCatalog.ofNewTenant(tenure);

    // What a row becomes

    @Test
    void a_row_becomes_a_product_with_a_variant() {
        Result result = catalog.load(LAPTOP);

        assertThat(result).isEqualTo(new Result(1, 1, 0, 1, 0, List.of()));
        Product product = catalog.product("P-1");
        assertThat(product.id()).hasToString("prod_000001");
        assertThat(product.name()).isEqualTo("Laptop");
        assertThat(product.category()).isEqualTo("Laptops");
        assertThat(product.brand()).isEqualTo("Acme");
        assertThat(product.specification()).isEqualTo("16 inch, fast");
        assertThat(product.active()).isTrue();
        Variant variant = product.variants().get(0);
        assertThat(variant.id()).hasToString("var_000001");
        assertThat(variant.sku()).hasToString("V-1");
        assertThat(variant.name()).isEqualTo("Laptop Grey");
        assertThat(variant.grade()).isEqualTo(Grade.B);
        assertThat(variant.colorName()).isEqualTo("Grey");
        assertThat(variant.listPrice()).isEqualTo(eur("2000.01"));
        assertThat(variant.acquisitionCost()).isEqualTo(eur("1500.02"));
        assertThat(variant.tiers())
                .containsExactly(
                        PricingTier.of(6, eur("60")),
                        PricingTier.of(12, eur("50.50")),
                        PricingTier.of(24, eur("40.25")));
        assertThat(variant.active()).isTrue();
    }

    @Test
    void rows_of_one_product_sku_become_variants_of_one_product() {
        Result result = catalog.load(
                LAPTOP,
                "Laptop,P-1,Laptops,Acme,Spec,C,,V-2,2000,1500,,,,30",
                "Chair,P-2,Chairs,Acme,Spec,A,,V-3,200,150,,9,,");

        assertThat(result).isEqualTo(new Result(3, 2, 0, 3, 0, List.of()));
        assertThat(catalog.product("P-1").variants().stream()
                        .map(variant -> variant.sku().value()))
                .containsExactly("V-1", "V-2");
    }

    @Test
    void grade_and_colour_may_be_empty() {
        catalog.load(
                "Chair,P-2,Chairs,Acme,Spec,,,V-3,200,150,,9,,", "Chair,P-2,Chairs,Acme,Spec, e , ,V-4,200,150,,9,,");

        Variant plain = catalog.product("P-2").variant(new Sku("V-3")).orElseThrow();
        assertThat(plain.grade()).isEqualTo(Grade.A);
        assertThat(plain.colorName()).isNull();
        assertThat(plain.name()).isEqualTo("Chair");
        assertThat(catalog.product("P-2").variant(new Sku("V-4")).orElseThrow().grade())
                .isEqualTo(Grade.E);
    }

    @Test
    void a_name_with_a_colour_is_cut_at_its_limit_and_never_inside_a_character() {
        catalog.load("x".repeat(Text.LINE) + ",P-1,C,B,S,A,Grey,V-1,1,1,1,,,");
        catalog.load("x".repeat(Text.LINE - 2) + ",P-2,C,B,S,A,🚲,V-2,1,1,1,,,");

        assertThat(catalog.product("P-1").variants().get(0).name()).isEqualTo("x".repeat(Text.LINE));
        assertThat(catalog.product("P-2").variants().get(0).name()).isEqualTo("x".repeat(Text.LINE - 2));
    }

    @Test
    void columns_are_found_by_name_in_any_case_and_order_and_others_are_left_alone() {
        Result result = catalog.read("""
                                Remark,variant sku, GRADE ,brand,category,product sku,product name,color,specification,acquisition cost,list price,36MO_PRICE,24mo_price,12mo_price,6mo_price
                                ignored,V-1,D,Acme,Chairs,P-1,Chair,Red,Spec,1,2,36,24,12,6
                                """);

        assertThat(result.errors()).isEmpty();
        Variant variant = catalog.product("P-1").variants().get(0);
        assertThat(variant.grade()).isEqualTo(Grade.D);
        assertThat(variant.listPrice()).isEqualTo(eur("2"));
        assertThat(variant.tiers())
                .containsExactly(
                        PricingTier.of(6, eur("6")),
                        PricingTier.of(12, eur("12")),
                        PricingTier.of(24, eur("24")),
                        PricingTier.of(36, eur("36")));
    }

    // Loading again

    @Test
    void loading_the_same_file_again_changes_what_is_there_and_adds_nothing() {
        catalog.load(LAPTOP, "Laptop,P-1,Laptops,Acme,Spec,C,,V-2,2000,1500,,,,30");
        Product before = catalog.product("P-1");
        tenure.clock().advance(Duration.ofDays(1));

        Result again = catalog.load(
                "Notebook,P-1,Notebooks,Bcme,New spec,A,Blue,V-1,1,2,,3,,",
                "Notebook,P-1,Notebooks,Bcme,New spec,C,,V-2,2000,1500,,,,30");

        assertThat(again).isEqualTo(new Result(2, 0, 1, 0, 2, List.of()));
        Product after = catalog.product("P-1");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.updatedAt()).isEqualTo(before.createdAt().plusSeconds(86_400));
        assertThat(after.name()).isEqualTo("Notebook");
        assertThat(after.category()).isEqualTo("Notebooks");
        Variant changed = after.variants().get(0);
        assertThat(changed.id()).isEqualTo(before.variants().get(0).id());
        assertThat(changed.tiers()).containsExactly(PricingTier.of(12, eur("3")));
        assertThat(after.variants().get(1)).isEqualTo(renamed(before.variants().get(1), "Notebook", after.updatedAt()));
    }

    @Test
    void a_variant_that_was_switched_off_stays_off_when_it_is_loaded_again() {
        catalog.load(LAPTOP);
        catalog.setActive("V-1", false);

        catalog.load(LAPTOP);

        assertThat(catalog.product("P-1").variants().get(0).active()).isFalse();
    }

    private static Variant renamed(Variant variant, String name, Instant updatedAt) {
        return new Variant(
                variant.id(),
                variant.sku(),
                name,
                variant.grade(),
                variant.condition(),
                variant.colorName(),
                variant.images(),
                variant.listPrice(),
                variant.acquisitionCost(),
                variant.tiers(),
                variant.active(),
                variant.createdAt(),
                updatedAt);
    }
}
