package dev.tenure.domain.tenant;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.time.ZoneId;
import java.util.Currency;

/**
 * How one tenant works: its currency, contract lengths, tax, the time zone in which contracts start and end, whether an
 * order must be confirmed before it is fulfilled, and whether an asset must be registered before it is handed over.
 */
public record TenantSettings(
        Currency currency,
        ContractLengths contractLengths,
        TaxSettings tax,
        ZoneId timeZone,
        boolean requireConfirmation,
        boolean requireRegisteredAssets) {

    public TenantSettings {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    currency.getCurrencyCode() + " is not a currency that prices can be in");
        }
    }

    /** 6, 12, 24 and 36 months with 12 as the default, no tax, UTC, nothing required. */
    public static TenantSettings usual(Currency currency) {
        return new TenantSettings(currency, ContractLengths.USUAL, TaxSettings.NONE, ZoneId.of("UTC"), false, false);
    }
}
