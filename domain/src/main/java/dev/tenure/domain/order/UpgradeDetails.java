package dev.tenure.domain.order;

import dev.tenure.domain.shared.Decimals;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.Recorded;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade order replaces: the previous device, its serial number, its monthly amount in the order's currency
 * (at least 0), and its subscription.
 */
public record UpgradeDetails(
        String previousDevice,
        SerialNumber previousSerialNumber,
        Recorded<Money> previousMonthlyAmount,
        Recorded<SubscriptionId> previousRentalId,
        @Nullable String upgradeReason) {

    /**
     * @throws InvalidValue {@code VALIDATION_ERROR} when the device is blank, the amount no number or negative, or a text too
     *     long
     */
    public UpgradeDetails {
        if (!isAmount(previousMonthlyAmount.text())) {
            throw InvalidValue.of(
                    "previousMonthlyAmount",
                    "previousMonthlyAmount must be a number of at least 0, not " + previousMonthlyAmount);
        }
        previousDevice = Text.required("previousDevice", previousDevice, Text.LINE);
        upgradeReason = Text.optional("upgradeReason", upgradeReason, Text.REASON);
    }

    /** The details of a new order. */
    public UpgradeDetails(
            String previousDevice,
            SerialNumber previousSerialNumber,
            Money previousMonthlyAmount,
            SubscriptionId previousRentalId,
            @Nullable String upgradeReason) {
        this(
                previousDevice,
                previousSerialNumber,
                new Recorded<>(
                        previousMonthlyAmount,
                        Decimals.plain(previousMonthlyAmount.amount()).toPlainString()),
                Recorded.of(previousRentalId),
                upgradeReason);
    }

    private static boolean isAmount(String text) {
        try {
            return new BigDecimal(text).signum() >= 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    void requireValues() {
        previousMonthlyAmount.requireValue("upgradeDetails.previousMonthlyAmount");
        previousRentalId.requireValue("upgradeDetails.previousRentalId");
    }
}
