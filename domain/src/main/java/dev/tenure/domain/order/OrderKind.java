package dev.tenure.domain.order;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import org.jspecify.annotations.Nullable;

/** The type of an order with the details that this type requires: an extension has extension details, an upgrade upgrade details. */
public record OrderKind(
        OrderType type,
        @Nullable ExtensionDetails extensionDetails,
        @Nullable UpgradeDetails upgradeDetails) {

    public static final OrderKind STANDARD = new OrderKind(OrderType.STANDARD, null, null);

    public OrderKind {
        if (type == OrderType.EXTENSION && extensionDetails == null) {
            throw new InvalidValue(SharedError.VALIDATION_ERROR, "an extension order needs extensionDetails");
        }
        if (type == OrderType.UPGRADE && upgradeDetails == null) {
            throw new InvalidValue(SharedError.VALIDATION_ERROR, "an upgrade order needs upgradeDetails");
        }
    }
}
