package dev.tenure.domain.subscription;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One physical device, known by its serial number. It can be in one running subscription at a time. */
public record Asset(
        TenantId tenantId,
        SerialNumber serialNumber,
        Sku sku,
        String productName,
        AssetStatus status,
        @Nullable SubscriptionId subscriptionId,
        @Nullable CustomerId customerId,
        Instant createdAt,
        Instant updatedAt) {

    /** A new asset. */
    public static Asset register(
            TenantId tenantId, SerialNumber serialNumber, Sku sku, String productName, Instant now) {
        return new Asset(tenantId, serialNumber, sku, productName, AssetStatus.AVAILABLE, null, null, now, now);
    }

    /**
     * The asset after its hand-over.
     *
     * @throws RuleViolated {@code SKU_MISMATCH} when the order item is of another SKU; {@code ASSET_NOT_AVAILABLE} when
     *     the asset is not available
     */
    public Asset handOver(Sku ordered, SubscriptionId subscription, CustomerId customer, Instant now) {
        if (!sku.equals(ordered)) {
            throw new RuleViolated(
                    SubscriptionError.SKU_MISMATCH,
                    "asset %s is a %s, but the order item is %s".formatted(serialNumber, sku, ordered),
                    Map.of("assetSku", sku.value(), "itemSku", ordered.value()));
        }
        if (status != AssetStatus.AVAILABLE) {
            throw notAvailable(serialNumber, status);
        }
        return new Asset(
                tenantId,
                serialNumber,
                sku,
                productName,
                AssetStatus.RENTED_OUT,
                subscription,
                customer,
                createdAt,
                now);
    }

    private static RuleViolated notAvailable(SerialNumber serialNumber, AssetStatus status) {
        String word = status.name().toLowerCase(Locale.ROOT);
        return new RuleViolated(
                SubscriptionError.ASSET_NOT_AVAILABLE,
                "asset %s is %s; only an available asset can be handed over".formatted(serialNumber, word),
                Map.of("serialNumber", serialNumber.value(), "status", word));
    }
}
