package dev.tenure.domain.catalog;

import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.catalog.CatalogFixtures.aVariant;
import static dev.tenure.domain.catalog.CatalogFixtures.offer;
import static dev.tenure.domain.catalog.CatalogFixtures.product;
import static dev.tenure.domain.catalog.CatalogFixtures.variant;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.shared.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final Instant LATER = START.plusSeconds(3600);

    @Test
    void a_variant_is_found_by_its_sku_and_case_counts() {
        var product = product("LAPTOPS", variant(MACBOOK));

        assertThat(product.variant(new Sku(MACBOOK))).contains(variant(MACBOOK));
        assertThat(product.variant(new Sku("macbook-pro-16-m3"))).isEmpty();
    }

    @Test
    void a_variant_takes_the_place_of_the_one_with_its_sku() {
        var product = product("MIXED", variant(MACBOOK), variant(IPAD));
        var cheaper = aVariant(MACBOOK).costing("1.00", 24).build();

        var changed = product.with(cheaper, LATER);

        assertThat(changed.variants()).containsExactly(cheaper, variant(IPAD));
        assertThat(changed.updatedAt()).isEqualTo(LATER);
        assertThat(changed.createdAt()).isEqualTo(product.createdAt());
    }

    @Test
    void a_variant_with_a_new_sku_is_the_last() {
        var product = product("MIXED", variant(MACBOOK));

        assertThat(product.with(variant(IPAD), LATER).variants()).containsExactly(variant(MACBOOK), variant(IPAD));
        assertThat(product.variants()).containsExactly(variant(MACBOOK));
    }

    @Test
    void a_product_described_anew_keeps_its_variants() {
        var product = product("LAPTOPS", variant(MACBOOK));

        var described = product.described("Name", "Specification", "Category", "Brand", LATER);

        assertThat(described.name()).isEqualTo("Name");
        assertThat(described.specification()).isEqualTo("Specification");
        assertThat(described.category()).isEqualTo("Category");
        assertThat(described.brand()).isEqualTo("Brand");
        assertThat(described.description()).isEqualTo(product.description());
        assertThat(described.images()).isEqualTo(product.images());
        assertThat(described.variants()).isEqualTo(product.variants());
        assertThat(described.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void a_product_under_all_new_words_loses_what_they_leave_out() {
        var described = product("LAPTOPS", variant(MACBOOK)).described("N", "S", "C", "B", null, List.of(), LATER);

        assertThat(described.description()).isNull();
        assertThat(described.images()).isEmpty();
        assertThat(described.variants()).containsExactly(variant(MACBOOK));
    }

    @Test
    void a_discontinued_product_has_no_active_variant_and_comes_back_variant_by_variant() {
        var product =
                product("MIXED", variant(MACBOOK), aVariant(IPAD).inactive().build());

        var discontinued = product.discontinued(LATER);
        var back = discontinued.reactivated(LATER.plusSeconds(1));

        assertThat(discontinued.active()).isFalse();
        assertThat(discontinued.variants())
                .containsExactly(
                        variant(MACBOOK).activated(false, LATER),
                        aVariant(IPAD).inactive().build());
        assertThat(discontinued.discontinued(LATER.plusSeconds(1))).isSameAs(discontinued);
        assertThat(back.active()).isTrue();
        assertThat(back.variants()).isEqualTo(discontinued.variants());
        assertThat(back.reactivated(LATER.plusSeconds(2))).isSameAs(back);
    }

    @Test
    void a_product_has_at_most_500_variants() {
        var product = product("MANY");
        for (int i = 0; i < Product.MAX_VARIANTS; i++) {
            product = product.with(variant("V-" + i), LATER);
        }
        var full = product;

        assertThat(full.with(variant("V-0"), LATER).variants()).hasSize(500);
        refused(() -> full.with(variant("V-500"), LATER), "a product has at most 500 variants");
    }

    @Test
    void an_offer_shows_the_variants_own_picture_where_it_has_one() {
        var pictured =
                aVariant(MACBOOK).pictured("https://images.example.com/own.png").build();

        assertThat(product("LAPTOPS", pictured).offer(pictured).imageUrl())
                .isEqualTo(new ImageUrl("https://images.example.com/own.png"));
    }

    @Test
    void an_offer_has_the_words_of_the_product() {
        var offer = product("LAPTOPS", variant(MACBOOK)).offer(variant(MACBOOK));

        assertThat(offer.productName()).isEqualTo("Product LAPTOPS");
        assertThat(offer.imageUrl()).isEqualTo(new ImageUrl("https://images.example.com/laptops.png"));
        assertThat(offer.requireOrderable()).isEqualTo(offer);
    }

    @Test
    void an_inactive_variant_can_not_be_ordered() {
        var offer = offer(aVariant(MACBOOK).inactive().build());

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(offer::requireOrderable)
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(CatalogError.VARIANT_INACTIVE);
                    assertThat(refusal.details()).isEqualTo(Map.of("sku", MACBOOK));
                });
    }

    @Test
    void a_discontinued_product_can_not_be_ordered_whatever_its_variants_say() {
        var product = product("LAPTOPS", variant(MACBOOK));
        var discontinued = new Product(
                product.tenantId(),
                product.id(),
                product.sku(),
                product.name(),
                product.specification(),
                product.category(),
                product.brand(),
                product.description(),
                List.of(),
                product.variants(),
                false,
                product.createdAt(),
                product.updatedAt());

        var offer = discontinued.offer(variant(MACBOOK));

        assertThat(offer.orderable()).isFalse();
        assertThat(offer.imageUrl()).isNull();
    }

    @Test
    void a_name_is_a_line_and_a_specification_as_long_as_notes() {
        var product = product("LAPTOPS");
        var line = "x".repeat(255);
        var notes = "x".repeat(5000);

        assertThat(product.described(line, notes, line, line, LATER).specification())
                .hasSize(5000);
        refused(() -> product.described(line + "x", notes, line, line, LATER), "name");
        refused(() -> product.described(line, notes + "x", line, line, LATER), "specification");
        refused(() -> product.described(line, notes, line + "x", line, LATER), "category");
        refused(() -> product.described(line, notes, line, line + "x", LATER), "brand");
        refused(() -> new Sku(line + "x"), "sku");
        refused(() -> new Sku(" "), "sku");
    }

    private static void refused(ThrowingCallable act, String field) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(act).withMessageStartingWith(field);
    }
}
