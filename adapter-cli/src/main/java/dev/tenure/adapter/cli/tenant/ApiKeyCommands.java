package dev.tenure.adapter.cli.tenant;

import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Details;
import dev.tenure.adapter.cli.shared.Moments;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.cli.shared.UsageProblem;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.json.tenant.TenantCodec;
import dev.tenure.application.tenant.in.CreateApiKey;
import dev.tenure.application.tenant.in.CreateApiKeyCommand;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.tenant.ApiKey;
import dev.tenure.domain.tenant.Tenant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure api-key …}. */
@Command(
        name = "api-key",
        description = "Create, list, limit and revoke the keys of a tenant's clients.",
        addMethodSubcommands = false)
public final class ApiKeyCommands {

    private final Context context;

    public ApiKeyCommands(Context context) {
        this.context = context;
    }

    @Command(name = "create", description = "Create a key. It is shown only now.")
    void create(
            @Option(
                            names = "--name",
                            paramLabel = "TEXT",
                            description = "What the key is for (default: who created it).")
                    @Nullable
                    String name,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            split = ",",
                            description = "What it may do, such as orders:read; may be repeated (default: everything).")
                    @Nullable
                    List<String> scopes,
            @Option(
                            names = "--expires-at",
                            paramLabel = "TIME",
                            description =
                                    "Until when: 2027-01-31T12:00:00Z, or a date: its first moment in the tenant's"
                                            + " time zone (default: until revoked).")
                    @Nullable
                    String expiresAt,
            @Option(
                            names = "--requests-per-minute",
                            paramLabel = "N",
                            description = "How many requests a minute each server lets it make (default: any number).")
                    @Nullable
                    Integer requestsPerMinute) {
        Set<Permission> allowed = scopes == null
                ? Permission.ALL
                : scopes.stream().map(String::strip).map(Permission::ofLabel).collect(Collectors.toSet());
        context.inTenant(in -> {
            CreateApiKey.Created created = in.useCases()
                    .tenants()
                    .createApiKey()
                    .create(new CreateApiKeyCommand(
                            in.tenant().id().value(),
                            name == null ? in.caller().actor().value() : name,
                            allowed,
                            expiresAt == null ? null : Moments.moment("--expires-at", expiresAt, zone(in.tenant())),
                            requestsPerMinute));
            context.print(() -> TenantCodec.created(created), () -> page(created, in.tenant()));
            context.console().note("Save the key now: only a hash of it is stored, and it is not shown again.");
        });
    }

    @Command(name = "list", description = "List the keys, without their secrets, oldest first.")
    void list() {
        context.inTenant(in -> {
            List<ApiKey> keys = in.useCases()
                    .tenants()
                    .findApiKeys()
                    .ofTenant(in.tenant().id().value());
            context.print(
                    () -> new JsonObject()
                            .value(
                                    "apiKeys",
                                    keys.stream().map(TenantCodec::apiKey).toList())
                            .value("count", keys.size()),
                    () -> new Table(
                                    Table.column("KEY"),
                                    Table.elastic("NAME"),
                                    Table.column("CREATED"),
                                    Table.column("USABLE"),
                                    Table.column("LIMIT"),
                                    Table.elastic("SCOPES"))
                            .rows(keys.stream()
                                    .map(key -> row(key, zone(in.tenant())))
                                    .toList()));
        });
    }

    @Command(
            name = "limit",
            description = "Set how many requests a minute a key may make; servers follow in 10 seconds.")
    void limit(
            @Parameters(paramLabel = "KEYID", description = "Its id, as in: tenure api-key list.") String keyId,
            @Parameters(paramLabel = "N|none", description = "The number on each server, or none for any number.")
                    String requestsPerMinute) {
        Integer limit = limit(requestsPerMinute);
        ApiKey key =
                context.onUseCases(useCases -> useCases.tenants().limitApiKey().limit(keyId, limit));
        context.print(() -> TenantCodec.apiKey(key), () -> "key %s (%s) may make %s requests a minute\n"
                .formatted(key.id(), key.name(), limit == null ? "any number of" : limit));
    }

    @Command(name = "revoke", description = "Revoke a key; servers notice within a second.")
    void revoke(@Parameters(paramLabel = "KEYID", description = "Its id, as in: tenure api-key list.") String keyId) {
        ApiKey key =
                context.onUseCases(useCases -> useCases.tenants().revokeApiKey().revoke(keyId));
        context.print(() -> TenantCodec.apiKey(key), () -> "key %s (%s) is revoked\n".formatted(key.id(), key.name()));
    }

    private static String page(CreateApiKey.Created created, Tenant tenant) {
        ApiKey key = created.apiKey();
        return new Details()
                .with("Key", created.key())
                .with("Key id", key.id())
                .with("Tenant", key.tenantId())
                .with("Name", key.name())
                .with("Scopes", scopes(key))
                .with("Expires", key.expiresAt() == null ? "never" : Spelling.minute(key.expiresAt(), zone(tenant)))
                .with("Limit", key.requestsPerMinute() == null ? null : limit(key))
                .toString();
    }

    private static List<String> row(ApiKey key, ZoneId zone) {
        String usable = key.revokedAt() != null
                ? "revoked " + Spelling.minute(key.revokedAt(), zone)
                : key.expiresAt() != null ? "until " + Spelling.minute(key.expiresAt(), zone) : "yes";
        return List.of(key.id(), key.name(), Spelling.minute(key.createdAt(), zone), usable, limit(key), scopes(key));
    }

    private static String limit(ApiKey key) {
        return key.requestsPerMinute() == null ? "none" : key.requestsPerMinute() + " a minute";
    }

    private static @Nullable Integer limit(String text) {
        if (text.equals("none")) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw new UsageProblem("a limit is 1 to %d requests a minute, or none, not %s"
                    .formatted(ApiKey.MAX_REQUESTS_PER_MINUTE, text));
        }
    }

    private static String scopes(ApiKey key) {
        return key.scopes().equals(Permission.ALL) ? "all" : String.join(", ", TenantCodec.scopes(key));
    }

    private static ZoneId zone(Tenant tenant) {
        return tenant.settings().timeZone();
    }
}
