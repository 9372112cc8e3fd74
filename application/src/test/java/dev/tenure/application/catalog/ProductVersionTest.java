package dev.tenure.application.catalog;

import static dev.tenure.application.catalog.TestCatalog.bare;
import static dev.tenure.application.catalog.TestCatalog.command;
import static dev.tenure.application.catalog.TestCatalog.full;
import static dev.tenure.application.shared.Refusals.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.domain.catalog.Product;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductVersionTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();
    private final TestCatalog catalog = new TestCatalog(tenure);

    @Test
    void a_change_can_be_tied_to_the_version_it_builds_on() {
        Product product =
                catalog.upsert(command("BIKE", bare("BIKE-1"))).product().value();
        ProductRef byVariant =
                new ProductRef.ByVariantId(product.variants().get(0).id().value());

        require(new ProductRef.BySku("BIKE"), 1);
        require(new ProductRef.ById(product.id().value()), 1);
        require(byVariant, 1);
        catalog.upsert(command("BIKE", full("BIKE-1")));

        assertThatThrownBy(() -> require(byVariant, 1))
                .isInstanceOfSatisfying(VersionMismatch.class, moved -> assertThat(moved.currentVersion())
                        .isEqualTo(2));
        assertThatThrownBy(() -> require(new ProductRef.BySku("NONE"), 1))
                .isInstanceOfSatisfying(VersionMismatch.class, moved -> assertThat(moved.currentVersion())
                        .isNull());
        assertThat(code(() -> require(new ProductRef.ById("prod_none"), 1))).isEqualTo(ApplicationError.NOT_FOUND);
    }

    private void require(ProductRef product, long version) {
        tenure.useCases().catalog().requireVersion().require(caller, product, VersionCondition.oneOf(Set.of(version)));
    }
}
