package dev.tenure.application.tenant;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Validated;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.in.ChangeTenantSettings;
import dev.tenure.application.tenant.in.ChangeTenantSettingsCommand;
import dev.tenure.application.tenant.in.CreateTenant;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.application.tenant.in.FindOwnTenant;
import dev.tenure.application.tenant.in.FindTenants;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.ContractLengths;
import dev.tenure.domain.tenant.TaxSettings;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates, finds and changes tenants. */
public final class TenantService implements CreateTenant, FindTenants, FindOwnTenant, ChangeTenantSettings {

    private final TenantRepository tenants;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final Clock clock;

    public TenantService(TenantRepository tenants, Transactions transactions, CommandChecks checks, Clock clock) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public Tenant create(CreateTenantCommand command) {
        checks.check(command);
        FieldErrors errors = new FieldErrors();
        Validated<TenantId> id = errors.at("id", () -> new TenantId(command.id()));
        Validated<TenantSettings> settings =
                errors.at("currency", () -> TenantSettings.usual(currency(command.currency())));
        Validated<String> name = errors.at("name", () -> name(or(command.name(), command.id())));
        Tenant tenant = errors.result(() ->
                new Tenant(id.get(), name.get(), settings.get(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return transactions.forInstallation(() -> {
            tenants.insert(tenant);
            return tenant;
        });
    }

    @Override
    public List<Tenant> all() {
        return transactions.forInstallation(tenants::all);
    }

    @Override
    public Tenant one(String tenantId) {
        return transactions.forInstallation(() -> require(tenantId).value());
    }

    @Override
    public Tenant own(Caller caller) {
        return one(caller.tenant().value());
    }

    @Override
    public Tenant change(ChangeTenantSettingsCommand command) {
        checks.check(command);
        return transactions.forInstallation(() -> {
            Versioned<Tenant> read = require(command.tenantId());
            Tenant changed = changed(read.value(), command);
            tenants.update(read.with(changed));
            return changed;
        });
    }

    private Versioned<Tenant> require(String tenantId) {
        return (Identifier.isWellFormed(tenantId)
                        ? tenants.find(new TenantId(tenantId))
                        : Optional.<Versioned<Tenant>>empty())
                .orElseThrow(() -> new NotFound("tenant", tenantId));
    }

    private static Tenant changed(Tenant tenant, ChangeTenantSettingsCommand command) {
        TenantSettings before = tenant.settings();
        FieldErrors errors = new FieldErrors();
        Validated<String> name = errors.at("name", () -> name(or(command.name(), tenant.name())));
        Validated<Currency> currency = errors.at(
                "currency", () -> command.currency() == null ? before.currency() : currency(command.currency()));
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

    private static String name(String given) {
        return Text.required("name", given, Text.LINE);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR, "must be an ISO 4217 code such as EUR, USD or JPY, not " + code);
        }
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
