package dev.tenure.domain.order;

import dev.tenure.domain.shared.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an upgrade order replaces: the previous device, its serial number, monthly amount and subscription. */
public record UpgradeDetails(
        String previousDevice,
        String previousSerialNumber,
        BigDecimal previousMonthlyAmount,
        String previousRentalId,
        @Nullable String upgradeReason) {

    public UpgradeDetails {
        previousDevice = Text.required("previousDevice", previousDevice, Text.LINE);
        previousSerialNumber = Text.required("previousSerialNumber", previousSerialNumber, Text.LINE);
        previousRentalId = Text.required("previousRentalId", previousRentalId, Text.LINE);
        upgradeReason = Text.optional("upgradeReason", upgradeReason, Text.REASON);
    }
}
