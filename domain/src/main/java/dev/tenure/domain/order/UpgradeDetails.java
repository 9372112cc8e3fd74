package dev.tenure.domain.order;

import dev.tenure.domain.shared.Decimals;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade order replaces: the previous device, its serial number, monthly amount and subscription. The amount is in the
 * order's currency, at least 0, below {@link Money#LIMIT} and has at most {@value #MAX_DECIMALS} decimals; {@code 89.00} equals
 * {@code 89}.
 */
public record UpgradeDetails(
        String previousDevice,
        String previousSerialNumber,
        BigDecimal previousMonthlyAmount,
        String previousRentalId,
        @Nullable String upgradeReason) {

    public static final int MAX_DECIMALS = 4;

    public UpgradeDetails {
        if (previousMonthlyAmount.signum() < 0
                || previousMonthlyAmount.compareTo(Money.LIMIT) >= 0
                || Decimals.count(previousMonthlyAmount) > MAX_DECIMALS) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "previousMonthlyAmount must be at least 0, below %s and have at most %d decimals, not %s"
                            .formatted(Money.LIMIT.toPlainString(), MAX_DECIMALS, previousMonthlyAmount));
        }
        previousMonthlyAmount = Decimals.plain(previousMonthlyAmount);
        previousDevice = Text.required("previousDevice", previousDevice, Text.LINE);
        previousSerialNumber = Text.required("previousSerialNumber", previousSerialNumber, Text.LINE);
        previousRentalId = Text.required("previousRentalId", previousRentalId, Text.LINE);
        upgradeReason = Text.optional("upgradeReason", upgradeReason, Text.REASON);
    }
}
