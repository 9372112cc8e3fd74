package dev.tenure.application.catalog.load;

import static dev.tenure.application.catalog.TestCatalog.full;
import static dev.tenure.application.catalog.TestCatalog.tier;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.TestCatalog;
import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.catalog.in.UpsertProductCommand.VariantInput;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.PriceOrigin;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Variant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportProductsAfterUpsertTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final TestCatalog catalog = new TestCatalog(tenure);

    @Test
    void an_import_leaves_what_it_has_no_column_for() {
        catalog.upsert(new UpsertProductCommand(
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

        Product product = catalog.product("BIKE");
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
        Versioned<Product> first = catalog.versioned("BIKE");
        tenure.clock().advance(Duration.ofDays(1));

        importRow(row);

        assertThat(catalog.versioned("BIKE")).isEqualTo(first);
    }

    @Test
    void an_import_as_part_of_one_transaction_leaves_out_bad_rows_all_the_same() {
        var result = tenure.transactions()
                .dryRun(
                        tenure.demo().tenant(),
                        () -> catalog.load(
                                "Bike,BIKE,B,P,S,A,,IPAD-PRO-12-M2,1,1,,1,,", "Bike,BIKE,B,P,S,A,,BIKE-1,1,1,,1,,"));

        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.error())
                .contains("IPAD-PRO-12-M2"));
        assertThat(result.productsCreated()).isEqualTo(1);
        assertThat(catalog.skus()).doesNotContain("BIKE");
    }

    private void importRow(String row) {
        assertThat(catalog.load(row).errors()).isEmpty();
    }
}
