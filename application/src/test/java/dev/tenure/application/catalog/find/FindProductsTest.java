package dev.tenure.application.catalog.find;

import static dev.tenure.application.catalog.TestCatalog.LAPTOP;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.TestCatalog;
import dev.tenure.application.catalog.in.FindProducts.Filter;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.catalog.Product;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FindProductsTest {

    private final InMemoryTenure tenure = InMemoryTenure.empty();
    private final Caller caller = tenure.demo();
    private final TestCatalog catalog = TestCatalog.ofNewTenant(tenure);

    @Test
    void products_are_listed_newest_first_page_by_page_and_filtered() {
        catalog.load(LAPTOP);
        tenure.clock().advance(Duration.ofSeconds(1));
        catalog.load("Chair,P-2,Chairs,Acme,Spec,A,,V-2,200,150,,9,,");
        tenure.clock().advance(Duration.ofSeconds(1));
        catalog.load("Sofa,P-3,Chairs,Soft,Spec,A,,V-3,200,150,,9,,");

        Page<Product> first =
                tenure.useCases().catalog().findProducts().list(caller, Filter.ALL, new PageRequest(2, null));
        Page<Product> second = tenure.useCases()
                .catalog()
                .findProducts()
                .list(caller, Filter.ALL, new PageRequest(2, first.nextCursor()));

        assertThat(first.rows().stream().map(product -> product.sku().value())).containsExactly("P-3", "P-2");
        assertThat(second.rows().stream().map(product -> product.sku().value())).containsExactly("P-1");
        assertThat(second.hasMore()).isFalse();
        assertThat(catalog.skus(new Filter(true, "Chairs", null, null))).containsExactly("P-3", "P-2");
        assertThat(catalog.skus(new Filter(null, null, "Acme", null))).containsExactly("P-2", "P-1");
        assertThat(catalog.skus(new Filter(false, null, null, null))).isEmpty();
        assertThat(brokenFields(() -> tenure.useCases()
                        .catalog()
                        .findProducts()
                        .list(caller, new Filter(true, null, null, null), new PageRequest(2, first.nextCursor()))))
                .containsExactly("startAfter invalid_string");
    }
}
