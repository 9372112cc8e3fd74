package dev.tenure.domain.subscription;

import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.subscription.SubscriptionFixtures.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.SharedError;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FulfilmentTargetTest {

    /** The first laptop of item 1 is in use already. */
    private static final OrderState ORDER = anOrder()
            .with(item(MACBOOK).times(1).for_(12, ChronoUnit.MONTHS))
            .with(item(IPAD).times(2))
            .with(item(MACBOOK).times(1).for_(24, ChronoUnit.MONTHS))
            .partial(1)
            .state();

    private static final OrderState ONE_ITEM =
            anOrder().with(item(MACBOOK).times(2)).pending().state();

    @Test
    void an_index_names_its_item() {
        assertThat(number(1, null, null, ORDER)).isEqualTo(2);
        assertThat(number(2, MACBOOK, null, ORDER)).isEqualTo(3);
    }

    @Test
    void a_sku_names_its_first_item_with_an_open_unit() {
        assertThat(number(null, MACBOOK, null, ORDER)).isEqualTo(3);
        assertThat(number(null, IPAD, null, ORDER)).isEqualTo(2);
    }

    @Test
    void a_sku_without_an_open_unit_names_its_first_item_which_refuses_the_unit() {
        OrderState fulfilled = anOrder()
                .with(item(MACBOOK).times(1))
                .with(item(IPAD).times(1))
                .partial(1)
                .state();

        assertThat(number(null, MACBOOK, null, fulfilled)).isEqualTo(1);
    }

    @Test
    void a_known_asset_decides_where_nothing_else_is_named() {
        assertThat(number(null, null, asset("SN-1", MACBOOK), ORDER)).isEqualTo(3);
        assertThat(number(1, null, asset("SN-1", MACBOOK), ORDER)).isEqualTo(2);
    }

    @Test
    void the_only_item_needs_no_name() {
        assertThat(number(null, null, null, ONE_ITEM)).isEqualTo(1);
    }

    @Test
    void of_several_open_items_one_has_to_be_named() {
        refused(null, null, null, SharedError.VALIDATION_ERROR, Map.of("field", "itemIndex"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void an_index_outside_of_the_list_names_nothing(int index) {
        refused(index, null, null, OrderError.ITEM_NOT_FOUND, Map.of("field", "itemIndex"));
    }

    @Test
    void another_sku_names_nothing() {
        refused(null, "OTHER", null, OrderError.ITEM_NOT_FOUND, Map.of("field", "sku"));
        refused(0, IPAD, null, SharedError.VALIDATION_ERROR, Map.of("field", "sku"));
        refused(null, null, asset("SN-1", "OTHER"), SubscriptionError.SKU_MISMATCH, Map.of("assetSku", "OTHER"));
    }

    private static int number(@Nullable Integer index, @Nullable String sku, @Nullable Asset asset, OrderState order) {
        return target(index, sku).itemOf(order, asset).number();
    }

    private static FulfilmentTarget target(@Nullable Integer index, @Nullable String sku) {
        return new FulfilmentTarget(index, sku == null ? null : new Sku(sku));
    }

    private static void refused(
            @Nullable Integer index,
            @Nullable String sku,
            @Nullable Asset asset,
            ErrorCode code,
            Map<String, Object> details) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> target(index, sku).itemOf(ORDER, asset))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.details()).isEqualTo(details);
                });
    }
}
