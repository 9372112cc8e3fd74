package dev.tenure.application.catalog.status;

import static dev.tenure.application.catalog.TestCatalog.bare;
import static dev.tenure.application.catalog.TestCatalog.command;
import static dev.tenure.application.catalog.TestCatalog.withStatus;
import static dev.tenure.application.shared.Refusals.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.TestCatalog;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.catalog.in.UpsertProductCommand.Status;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.OrderCommands;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscontinueProductTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();
    private final TestCatalog catalog = new TestCatalog(tenure);

    @Test
    void a_discontinued_product_can_not_be_ordered_and_comes_back_variant_by_variant() {
        catalog.upsert(command("BIKE", bare("BIKE-1"), bare("BIKE-2")));

        Versioned<Product> gone = catalog.discontinue("BIKE", false);
        catalog.upsert(command("BIKE", bare("BIKE-1")));

        assertThat(gone.version()).isEqualTo(2);
        assertThat(gone.value().active()).isFalse();
        assertThat(gone.value().variants()).noneMatch(Variant::active);
        assertThat(catalog.discontinue("BIKE", false)).isEqualTo(gone);
        assertThat(catalog.product("BIKE")).isEqualTo(gone.value());
        assertThat(code(() -> order("BIKE-1"))).isEqualTo(CatalogError.VARIANT_INACTIVE);

        catalog.upsert(withStatus(command("BIKE", bare("BIKE-1")), Status.ACTIVE));
        assertThat(code(() -> order("BIKE-1"))).isEqualTo(CatalogError.VARIANT_INACTIVE);

        catalog.setActive("BIKE-1", true);
        assertThat(order("BIKE-1")).isNotEmpty();
        assertThat(code(() -> order("BIKE-2"))).isEqualTo(CatalogError.VARIANT_INACTIVE);
    }

    @Test
    void an_open_order_keeps_its_product_and_its_variant_in_the_catalog_unless_forced() {
        catalog.upsert(command("BIKE", bare("BIKE-1"), bare("BIKE-2")));
        String order = order("BIKE-1");

        assertThat(code(() -> catalog.discontinue("BIKE", false))).isEqualTo(CatalogError.PRODUCT_HAS_ACTIVE_ORDERS);
        assertThat(code(() -> catalog.upsert(withStatus(command("BIKE", bare("BIKE-1")), Status.DISCONTINUED))))
                .isEqualTo(CatalogError.PRODUCT_HAS_ACTIVE_ORDERS);
        assertThat(code(() -> catalog.setActive("BIKE-1", false))).isEqualTo(CatalogError.VARIANT_IN_USE);
        assertThat(catalog.product("BIKE").variants()).allMatch(Variant::active);
        catalog.setActive("BIKE-2", false);
        catalog.setActive("BIKE-1", false, true);
        assertThat(catalog.product("BIKE").variants()).noneMatch(Variant::active);
        assertThat(catalog.discontinue("BIKE", true).value().active()).isFalse();
        assertThat(catalog.discontinue("BIKE", false).value().active()).isFalse();
        assertThat(tenure.useCases().orders().find().one(caller, order).items()).hasSize(1);
    }

    @Test
    void an_order_that_is_over_is_no_reason_to_stay() {
        catalog.upsert(command("BIKE", bare("BIKE-1")));
        tenure.useCases().orders().cancel().cancel(caller, new CancelOrderCommand(order("BIKE-1"), null));

        catalog.setActive("BIKE-1", false);

        assertThat(catalog.upsert(withStatus(command("BIKE", bare("BIKE-1")), Status.DISCONTINUED))
                        .product()
                        .value()
                        .active())
                .isFalse();
    }

    @Test
    void what_is_not_there_can_be_neither_shown_nor_discontinued_nor_setActive() {
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
        assertThat(code(() -> catalog.setActive("BIKE", false, true))).isEqualTo(ApplicationError.NOT_FOUND);
    }

    private String order(String sku) {
        return tenure.useCases()
                .orders()
                .place()
                .place(caller, OrderCommands.anOrder().with(sku, 1, 12).build())
                .orderId();
    }
}
