package dev.tenure.domain.order;

import dev.tenure.domain.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * The type of an order with the details that it requires: an extension has extension details, an upgrade upgrade
 * details.
 */
public record OrderKind(
        OrderType type,
        @Nullable ExtensionDetails extensionDetails,
        @Nullable UpgradeDetails upgradeDetails) {

    public static final OrderKind STANDARD = new OrderKind(OrderType.STANDARD, null, null);

    /** @throws InvalidValue {@code VALIDATION_ERROR} when the details of the type are absent */
    public OrderKind {
        if (type == OrderType.EXTENSION && extensionDetails == null) {
            throw InvalidValue.of("extensionDetails", "an extension order needs extensionDetails");
        }
        if (type == OrderType.UPGRADE && upgradeDetails == null) {
            throw InvalidValue.of("upgradeDetails", "an upgrade order needs upgradeDetails");
        }
    }

    /** Requires details with typed values; those that earlier releases stored may be text only. */
    void requireValues() {
        if (extensionDetails != null) {
            extensionDetails.requireValues();
        }
        if (upgradeDetails != null) {
            upgradeDetails.requireValues();
        }
    }
}
