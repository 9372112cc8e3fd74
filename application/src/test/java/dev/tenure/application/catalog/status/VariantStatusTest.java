package dev.tenure.application.catalog.status;

import static dev.tenure.application.catalog.TestCatalog.LAPTOP;
import static dev.tenure.application.shared.Refusals.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.TestCatalog;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.domain.catalog.Product;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantStatusTest {

    private final InMemoryTenure tenure = InMemoryTenure.empty();
    private final TestCatalog catalog = TestCatalog.ofNewTenant(tenure);

    @Test
    void a_variant_can_be_switched_off_and_on_and_again_safely() {
        catalog.load(LAPTOP);
        tenure.clock().advance(Duration.ofDays(1));

        Product off = catalog.setActive("V-1", false);
        tenure.clock().advance(Duration.ofDays(1));
        Product offAgain = catalog.setActive("V-1", false);
        Product on = catalog.setActive("V-1", true);

        assertThat(off.variants().get(0).active()).isFalse();
        assertThat(offAgain).isEqualTo(off);
        assertThat(on.variants().get(0).active()).isTrue();
        assertThat(catalog.product("P-1")).isEqualTo(on);
    }

    @ParameterizedTest
    @ValueSource(strings = {"V-2", "v-1", "P-1", "", "\0"})
    void a_variant_that_is_not_there_can_not_be_setActive(String sku) {
        catalog.load(LAPTOP);

        assertThat(code(() -> catalog.setActive(sku, false))).isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases()
                        .catalog()
                        .changeVariantStatus()
                        .change(tenure.caller("other"), new ProductRef.ByVariantSku("V-1"), false, false)))
                .isEqualTo(ApplicationError.NOT_FOUND);
    }
}
