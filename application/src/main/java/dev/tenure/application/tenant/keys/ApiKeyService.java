package dev.tenure.application.tenant.keys;

import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.TenantsById;
import dev.tenure.application.tenant.in.CreateApiKey;
import dev.tenure.application.tenant.in.CreateApiKeyCommand;
import dev.tenure.application.tenant.in.FindApiKeys;
import dev.tenure.application.tenant.in.LimitApiKey;
import dev.tenure.application.tenant.in.RevokeApiKey;
import dev.tenure.application.tenant.out.ApiKeyLookup;
import dev.tenure.application.tenant.out.ApiKeyRepository;
import dev.tenure.application.tenant.out.TenantPorts;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates, finds, limits and revokes API keys. */
public final class ApiKeyService implements CreateApiKey, FindApiKeys, LimitApiKey, RevokeApiKey {

    private final ApiKeyRepository keys;
    private final ApiKeyLookup lookup;
    private final TenantsById tenants;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final IdGenerator ids;
    private final Clock clock;

    public ApiKeyService(
            TenantPorts ports, Transactions transactions, CommandChecks checks, IdGenerator ids, Clock clock) {
        this.keys = ports.apiKeys();
        this.lookup = ports.apiKeyLookup();
        this.tenants = new TenantsById(ports.tenants());
        this.transactions = transactions;
        this.checks = checks;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Created create(CreateApiKeyCommand command) {
        checks.check(command);
        if (command.expiresAt() != null && !command.expiresAt().isAfter(clock.instant())) {
            throw FieldErrors.of(
                    "expiresAt", SharedError.VALIDATION_ERROR, "must be in the future, not " + command.expiresAt());
        }
        String id = ids.next("key").substring("key_".length());
        String secret = ids.secret();
        return transactions.forInstallation(() -> {
            TenantId tenant = tenants.get(command.tenantId()).value().id();
            ApiKey key = FieldErrors.require(
                    "",
                    () -> new ApiKey(
                            id,
                            tenant,
                            command.name(),
                            command.scopes(),
                            KeyText.hash(secret),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            command.expiresAt() == null
                                    ? null
                                    : command.expiresAt().truncatedTo(ChronoUnit.MILLIS),
                            null,
                            command.requestsPerMinute()));
            keys.insert(key);
            return new Created(key, KeyText.of(id, secret));
        });
    }

    @Override
    public List<ApiKey> ofTenant(String tenantId) {
        return transactions.forInstallation(
                () -> keys.ofTenant(tenants.get(tenantId).value().id()));
    }

    @Override
    public ApiKey revoke(String keyId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return changed(transactions.forInstallation(() -> {
            ApiKey revoked = requireKey(keyId).revoked(now);
            keys.update(revoked);
            return revoked;
        }));
    }

    @Override
    public ApiKey limit(String keyId, @Nullable Integer requestsPerMinute) {
        return changed(transactions.forInstallation(() -> {
            ApiKey key = requireKey(keyId);
            ApiKey limited = FieldErrors.require("", () -> key.limitedTo(requestsPerMinute));
            keys.update(limited);
            return limited;
        }));
    }

    private ApiKey changed(ApiKey key) {
        lookup.changed(key.id());
        return key;
    }

    private ApiKey requireKey(String keyId) {
        return keys.find(keyId).orElseThrow(() -> new NotFound("API key", keyId));
    }
}
