package dev.tenure.domain.subscription;

import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.subscription.SubscriptionFixtures.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SubscriptionId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssetTest {

    private static final SubscriptionId SUBSCRIPTION = new SubscriptionId("sub_1");
    private static final Instant LATER = START.plusSeconds(60);

    @Test
    void a_registered_asset_is_available() {
        var asset = asset("SN-1", MACBOOK);

        assertThat(asset.status()).isEqualTo(AssetStatus.AVAILABLE);
        assertThat(asset.subscriptionId()).isNull();
        assertThat(asset.customerId()).isNull();
    }

    @Test
    void an_available_asset_is_handed_over() {
        var asset = asset("SN-1", MACBOOK).handOver(new Sku(MACBOOK), SUBSCRIPTION, sarahsId(), LATER);

        assertThat(asset.status()).isEqualTo(AssetStatus.RENTED_OUT);
        assertThat(asset.subscriptionId()).isEqualTo(SUBSCRIPTION);
        assertThat(asset.customerId()).isEqualTo(sarahsId());
        assertThat(asset.updatedAt()).isEqualTo(LATER);
        assertThat(asset.createdAt()).isEqualTo(START);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AVAILABLE")
    void no_other_asset_is(AssetStatus status) {
        var known = asset("SN-1", MACBOOK);
        var asset = new Asset(
                known.tenantId(),
                known.serialNumber(),
                known.sku(),
                known.productName(),
                status,
                null,
                null,
                known.createdAt(),
                known.updatedAt());

        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(() -> asset.handOver(new Sku(MACBOOK), SUBSCRIPTION, sarahsId(), LATER))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(SubscriptionError.ASSET_NOT_AVAILABLE);
                    assertThat(refusal.details()).containsEntry("serialNumber", "SN-1");
                });
    }

    @Test
    void an_asset_of_another_sku_is_not_handed_over() {
        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(() -> asset("SN-1", IPAD).handOver(new Sku(MACBOOK), SUBSCRIPTION, sarahsId(), LATER))
                .withMessage("asset SN-1 is a IPAD-AIR-11, but the order item is MACBOOK-PRO-16-M3")
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(SubscriptionError.SKU_MISMATCH);
                    assertThat(refusal.details()).isEqualTo(Map.of("assetSku", IPAD, "itemSku", MACBOOK));
                });
    }
}
