package dev.tenure.adapter.cli.tenant;

import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Details;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.cli.shared.UsageProblem;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.json.tenant.TenantCodec;
import dev.tenure.application.tenant.in.ChangeTenantSettingsCommand;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure tenant …}. */
@Command(name = "tenant", description = "Create tenants and change their settings.", addMethodSubcommands = false)
public final class TenantCommands {

    private final Context context;

    public TenantCommands(Context context) {
        this.context = context;
    }

    @Command(name = "create", description = "Create a tenant with the usual settings.")
    void create(
            @Parameters(paramLabel = "ID", description = "What clients send as Tenant-ID.") String id,
            @Option(
                            names = "--currency",
                            paramLabel = "CODE",
                            required = true,
                            description = "ISO 4217, such as EUR; it never changes (required).")
                    String currency,
            @Option(names = "--name", paramLabel = "TEXT", description = "The name of the tenant (default: the id).")
                    @Nullable
                    String name) {
        Tenant tenant = context.onUseCases(
                useCases -> useCases.tenants().create().create(new CreateTenantCommand(id, name, currency)));
        context.console().note("tenant created");
        print(tenant);
    }

    @Command(name = "list", description = "List the tenants.")
    void list() {
        List<Tenant> tenants =
                context.onUseCases(useCases -> useCases.tenants().find().all());
        context.print(
                () -> new JsonObject()
                        .value(
                                "tenants",
                                tenants.stream().map(TenantCodec::tenant).toList())
                        .value("count", tenants.size()),
                () -> new Table(
                                Table.elastic("TENANT"),
                                Table.elastic("NAME"),
                                Table.column("CURRENCY"),
                                Table.column("TAX"),
                                Table.column("CONTRACT LENGTHS"),
                                Table.elastic("TIME ZONE"))
                        .rows(tenants.stream().map(TenantCommands::row).toList()));
    }

    @Command(name = "show", description = "Show a tenant and its settings.")
    void show(@Parameters(paramLabel = "ID", description = "Its id.") String id) {
        print(context.onUseCases(useCases -> useCases.tenants().find().one(id)));
    }

    @Command(name = "set", description = "Change settings of a tenant; the others stay as they are.")
    void set(
            @Parameters(paramLabel = "ID", description = "Its id.") String id,
            @Option(names = "--name", paramLabel = "TEXT", description = "The name of the tenant.") @Nullable
                    String name,
            @Option(
                            names = "--default-contract-length",
                            paramLabel = "MONTHS",
                            description = "The length of an item that names none.")
                    @Nullable
                    Integer defaultLength,
            @Option(
                            names = "--contract-lengths",
                            paramLabel = "MONTHS",
                            split = ",",
                            description = "The lengths on offer, such as 6,12,24,36.")
                    @Nullable
                    List<Integer> lengths,
            @Option(
                            names = "--tax-mode",
                            paramLabel = "MODE",
                            description = "none, exclusive (on top of prices) or inclusive (within them).")
                    @Nullable
                    TaxMode taxMode,
            @Option(names = "--tax-rate", paramLabel = "PERCENT", description = "Such as 21 or 8.875.") @Nullable
                    BigDecimal taxRate,
            @Option(
                            names = "--time-zone",
                            paramLabel = "ZONE",
                            description = "Where contract days begin, such as Europe/Amsterdam.")
                    @Nullable
                    String timeZone,
            @Option(
                            names = "--require-confirmation",
                            paramLabel = "true|false",
                            arity = "0..1",
                            fallbackValue = "true",
                            description = "Whether an order must be confirmed before it is fulfilled.")
                    @Nullable
                    Boolean requireConfirmation,
            @Option(
                            names = "--require-registered-assets",
                            paramLabel = "true|false",
                            arity = "0..1",
                            fallbackValue = "true",
                            description = "Whether only registered assets can be handed over.")
                    @Nullable
                    Boolean requireRegisteredAssets) {
        if (Stream.of(
                        name,
                        defaultLength,
                        lengths,
                        taxMode,
                        taxRate,
                        timeZone,
                        requireConfirmation,
                        requireRegisteredAssets)
                .allMatch(Objects::isNull)) {
            throw new UsageProblem("name at least one setting to change; tenure tenant set --help lists them");
        }
        ChangeTenantSettingsCommand command = new ChangeTenantSettingsCommand(
                id,
                name,
                null,
                defaultLength,
                lengths,
                taxMode,
                taxRate,
                timeZone,
                requireConfirmation,
                requireRegisteredAssets);
        Tenant tenant = context.onUseCases(
                useCases -> useCases.tenants().changeSettings().change(command));
        context.console().note("tenant changed");
        print(tenant);
    }

    private void print(Tenant tenant) {
        context.print(() -> TenantCodec.tenant(tenant), () -> page(tenant));
    }

    private static String page(Tenant tenant) {
        TenantSettings settings = tenant.settings();
        return new Details()
                .with("Tenant", tenant.id())
                .with("Name", tenant.name())
                .with("Currency", settings.currency().getCurrencyCode())
                .with("Contract lengths", lengths(settings) + " months")
                .with("Default length", settings.contractLengths().defaultMonths() + " months")
                .with("Tax", tax(settings.tax()))
                .with("Time zone", settings.timeZone())
                .with("Orders need confirmation", yesNo(settings.requireConfirmation()))
                .with("Assets must be registered", yesNo(settings.requireRegisteredAssets()))
                .with("Created", Spelling.minute(tenant.createdAt(), settings.timeZone()) + " " + settings.timeZone())
                .toString();
    }

    private static List<String> row(Tenant tenant) {
        TenantSettings settings = tenant.settings();
        return List.of(
                tenant.id().value(),
                tenant.name(),
                settings.currency().getCurrencyCode(),
                tax(settings.tax()),
                lengths(settings),
                settings.timeZone().getId());
    }

    private static String lengths(TenantSettings settings) {
        return settings.contractLengths().allowedMonths().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static String tax(TaxSettings tax) {
        return tax.mode() == TaxMode.NONE
                ? "none"
                : "%s %s %%"
                        .formatted(EnumWords.word(tax.mode()), tax.ratePercent().toPlainString());
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
