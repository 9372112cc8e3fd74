package dev.tenure.application.tenant.in;

import dev.tenure.domain.tenant.TaxMode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a tenant's settings that read aloud: {@code inDemo().defaultContractLength(24).command()}. */
public final class SettingsChange {

    private final String tenantId;
    private @Nullable String name;
    private @Nullable String currency;
    private @Nullable Integer defaultLength;
    private @Nullable List<Integer> lengths;
    private @Nullable TaxMode taxMode;
    private @Nullable BigDecimal taxRate;
    private @Nullable String timeZone;
    private @Nullable Boolean requireConfirmation;
    private @Nullable Boolean requireRegisteredAssets;

    private SettingsChange(String tenantId) {
        this.tenantId = tenantId;
    }

    /** A change of nothing yet, in the tenant {@code demo}. */
    public static SettingsChange inDemo() {
        return in("demo");
    }

    public static SettingsChange in(String tenantId) {
        return new SettingsChange(tenantId);
    }

    public SettingsChange name(String to) {
        name = to;
        return this;
    }

    public SettingsChange currency(String code) {
        currency = code;
        return this;
    }

    public SettingsChange defaultContractLength(int months) {
        defaultLength = months;
        return this;
    }

    public SettingsChange contractLengths(Integer... months) {
        return contractLengths(List.of(months));
    }

    public SettingsChange contractLengths(List<Integer> months) {
        lengths = months;
        return this;
    }

    public SettingsChange tax(TaxMode mode, String percent) {
        taxMode = mode;
        taxRate = new BigDecimal(percent);
        return this;
    }

    public SettingsChange timeZone(String zone) {
        timeZone = zone;
        return this;
    }

    public SettingsChange requireConfirmation(boolean required) {
        requireConfirmation = required;
        return this;
    }

    public SettingsChange requireRegisteredAssets(boolean required) {
        requireRegisteredAssets = required;
        return this;
    }

    public ChangeTenantSettingsCommand command() {
        return new ChangeTenantSettingsCommand(
                tenantId,
                name,
                currency,
                defaultLength,
                lengths,
                taxMode,
                taxRate,
                timeZone,
                requireConfirmation,
                requireRegisteredAssets);
    }
}
