package dev.tenure.application.tenant;

import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.in.AuthenticateKey;
import dev.tenure.application.tenant.in.CreateApiKey;
import dev.tenure.application.tenant.in.CreateApiKeyCommand;
import dev.tenure.application.tenant.in.FindApiKeys;
import dev.tenure.application.tenant.in.LimitApiKey;
import dev.tenure.application.tenant.in.RevokeApiKey;
import dev.tenure.application.tenant.out.ApiKeyLookup;
import dev.tenure.application.tenant.out.ApiKeyRepository;
import dev.tenure.application.tenant.out.TenantPorts;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates, finds, limits, revokes and authenticates API keys. */
public final class ApiKeyService implements CreateApiKey, FindApiKeys, LimitApiKey, RevokeApiKey, AuthenticateKey {

    private static final Pattern KEY = Pattern.compile("tnr_live_([a-z0-9]{1,40})_([a-z0-9]{20,80})");

    private final ApiKeyRepository keys;
    private final ApiKeyLookup lookup;
    private final TenantRepository tenants;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final IdGenerator ids;
    private final Clock clock;

    public ApiKeyService(
            TenantPorts ports, Transactions transactions, CommandChecks checks, IdGenerator ids, Clock clock) {
        this.keys = ports.apiKeys();
        this.lookup = ports.apiKeyLookup();
        this.tenants = ports.tenants();
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
            TenantId tenant = requireTenant(command.tenantId());
            ApiKey key = FieldErrors.require(
                    "",
                    () -> new ApiKey(
                            id,
                            tenant,
                            command.name(),
                            command.scopes(),
                            hash(secret),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            command.expiresAt() == null
                                    ? null
                                    : command.expiresAt().truncatedTo(ChronoUnit.MILLIS),
                            null,
                            command.requestsPerMinute()));
            keys.insert(key);
            return new Created(key, "tnr_live_" + id + "_" + secret);
        });
    }

    @Override
    public List<ApiKey> ofTenant(String tenantId) {
        return transactions.forInstallation(() -> keys.ofTenant(requireTenant(tenantId)));
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

    @Override
    public Optional<ApiKey> authenticate(String presented) {
        Matcher parts = KEY.matcher(presented);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String secretHash = hash(parts.group(2));
        return lookup.find(parts.group(1))
                .filter(key -> MessageDigest.isEqual(bytes(key.secretHash()), bytes(secretHash)))
                .filter(key -> key.isUsableAt(clock.instant()));
    }

    private ApiKey requireKey(String keyId) {
        return keys.find(keyId).orElseThrow(() -> new NotFound("API key", keyId));
    }

    private TenantId requireTenant(String tenantId) {
        return (Identifier.isWellFormed(tenantId) ? tenants.find(new TenantId(tenantId)) : Optional.empty())
                .map(found -> new TenantId(tenantId))
                .orElseThrow(() -> new NotFound("tenant", tenantId));
    }

    // The secret is random and long, so a plain digest is enough: there is no dictionary to try.
    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
