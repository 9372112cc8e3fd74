package dev.tenure.application.tenant.in;

import dev.tenure.domain.tenant.TaxMode;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings to change; null leaves one as it is. Lengths are in months, the rate in per cent, the zone an IANA name.
 */
public record ChangeTenantSettingsCommand(
        String tenantId,
        @Nullable String name,
        @Nullable String currency,
        @Nullable Integer defaultContractLength,
        @Nullable List<@NotNull Integer> contractLengths,
        @Nullable TaxMode taxMode,
        @Nullable BigDecimal taxRatePercent,
        @Nullable String timeZone,
        @Nullable Boolean requireConfirmation,
        @Nullable Boolean requireRegisteredAssets) {}
