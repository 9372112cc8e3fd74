package dev.tenure.application.tenant;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.Validated;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.in.CreateTenant;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.application.tenant.in.FindOwnTenant;
import dev.tenure.application.tenant.in.FindTenants;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates and finds tenants. */
public final class TenantService implements CreateTenant, FindTenants, FindOwnTenant {

    private final TenantRepository tenants;
    private final TenantsById tenantsById;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final Clock clock;

    public TenantService(TenantRepository tenants, Transactions transactions, CommandChecks checks, Clock clock) {
        this.tenants = tenants;
        this.tenantsById = new TenantsById(tenants);
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
                errors.at("currency", () -> TenantSettings.usual(TenantFields.currency(command.currency())));
        Validated<String> name = errors.at("name", () -> TenantFields.name(or(command.name(), command.id())));
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
        return transactions.forInstallation(() -> tenantsById.get(tenantId).value());
    }

    @Override
    public Tenant own(Caller caller) {
        return one(caller.tenant().value());
    }

    private static <T> T or(@Nullable T given, T before) {
        return given == null ? before : given;
    }
}
