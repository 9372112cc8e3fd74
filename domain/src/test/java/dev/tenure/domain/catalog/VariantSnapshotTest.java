package dev.tenure.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantSnapshotTest {

    @ParameterizedTest
    @CsvSource({
        "MacBook Pro 16, Space Grey, 'MacBook Pro 16, Space Grey'",
        "MacBook Pro 16, MacBook Pro 16 Space Grey, MacBook Pro 16 Space Grey",
        "MacBook Pro 16, MacBook Pro 16, MacBook Pro 16",
        "MacBook Pro 16, , MacBook Pro 16"
    })
    void the_title_names_product_and_variant_once(String product, @Nullable String variant, String title) {
        VariantSnapshot snapshot = new VariantSnapshot(
                new ProductId("prod_1"), new VariantId("var_1"), new Sku("SKU"), product, variant, null);

        assertThat(snapshot.title()).isEqualTo(title);
    }
}
