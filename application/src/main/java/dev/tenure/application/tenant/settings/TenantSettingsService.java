package dev.tenure.application.tenant.settings;

import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.Validated;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.TenantFields;
import dev.tenure.application.tenant.TenantsById;
import dev.tenure.application.tenant.in.ChangeTenantSettings;
import dev.tenure.application.tenant.in.ChangeTenantSettingsCommand;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.tenant.ContractLengths;
import dev.tenure.domain.tenant.TaxSettings;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Changes settings one by one: what the command leaves out stays. */
public final class TenantSettingsService implements ChangeTenantSettings {

    private final TenantRepository tenants;
    private final TenantsById tenantsById;
    private final Transactions transactions;
    private final CommandChecks checks;

    public TenantSettingsService(TenantRepository tenants, Transactions transactions, CommandChecks checks) {
        this.tenants = tenants;
        this.tenantsById = new TenantsById(tenants);
        this.transactions = transactions;
        this.checks = checks;
    }

    @Override
    public Tenant change(ChangeTenantSettingsCommand command) {
        checks.check(command);
        return transactions.forInstallation(() -> {
            Versioned<Tenant> read = tenantsById.get(command.tenantId());
            Tenant changed = changed(read.value(), command);
            tenants.update(read.with(changed));
            return changed;
        });
    }

    private static Tenant changed(Tenant tenant, ChangeTenantSettingsCommand command) {
        TenantSettings before = tenant.settings();
        FieldErrors errors = new FieldErrors();
        Validated<String> name = errors.at("name", () -> TenantFields.name(or(command.name(), tenant.name())));
        Validated<Currency> currency = errors.at(
                "currency",
                () -> command.currency() == null ? before.currency() : TenantFields.currency(command.currency()));
        Validated<ContractLengths> lengths = errors.at(
                "contractLengths",
                () -> new ContractLengths(
                        or(command.contractLengths(), before.contractLengths().allowedMonths()),
                        or(
                                command.defaultContractLength(),
                                before.contractLengths().defaultMonths())));
        Validated<TaxSettings> tax = errors.at(
                "taxRatePercent",
                () -> new TaxSettings(
                        or(command.taxMode(), before.tax().mode()),
                        or(command.taxRatePercent(), before.tax().ratePercent())));
        Validated<ZoneId> zone =
                errors.at("timeZone", () -> command.timeZone() == null ? before.timeZone() : zone(command.timeZone()));
        Validated<TenantSettings> settings = errors.at(
                "currency",
                () -> new TenantSettings(
                        currency.get(),
                        lengths.get(),
                        tax.get(),
                        zone.get(),
                        or(command.requireConfirmation(), before.requireConfirmation()),
                        or(command.requireRegisteredAssets(), before.requireRegisteredAssets())));
        Validated<Tenant> changed = errors.at(
                "currency", () -> new Tenant(tenant.id(), name.get(), before, tenant.createdAt()).with(settings.get()));
        return errors.result(changed::get);
    }

    private static <T> T or(@Nullable T given, T before) {
        return given == null ? before : given;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR, "must be an IANA time zone such as Europe/Amsterdam, not " + name);
        }
    }
}
