package dev.tenure.adapter.cli.tenant;

import dev.tenure.adapter.cli.shared.JsonObject;
import dev.tenure.application.tenant.in.CreateApiKey;
import dev.tenure.domain.tenant.ApiKey;
import dev.tenure.domain.tenant.Scope;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.util.List;

/** Tenants and keys as JSON; there is no key's secret in it but when the key is made. */
final class TenantMapping {

    private TenantMapping() {}

    static JsonObject json(Tenant tenant) {
        TenantSettings settings = tenant.settings();
        return new JsonObject()
                .with("tenantId", tenant.id().value())
                .with("name", tenant.name())
                .with("currency", settings.currency().getCurrencyCode())
                .with("defaultContractLength", settings.contractLengths().defaultMonths())
                .with("contractLengths", settings.contractLengths().allowedMonths())
                .with("taxMode", settings.tax().mode())
                .with("taxRatePercent", settings.tax().ratePercent())
                .with("timeZone", settings.timeZone().getId())
                .with("requireConfirmation", settings.requireConfirmation())
                .with("requireRegisteredAssets", settings.requireRegisteredAssets())
                .with("createdAt", tenant.createdAt());
    }

    static JsonObject json(CreateApiKey.Created created) {
        ApiKey key = created.apiKey();
        return new JsonObject()
                .with("keyId", key.id())
                .with("key", created.key())
                .with("tenantId", key.tenantId().value())
                .with("name", key.name())
                .with("scopes", scopes(key))
                .with("createdAt", key.createdAt())
                .withNullable("expiresAt", key.expiresAt())
                .withNullable("requestsPerMinute", key.requestsPerMinute());
    }

    static JsonObject json(ApiKey key) {
        return new JsonObject()
                .with("keyId", key.id())
                .with("tenantId", key.tenantId().value())
                .with("name", key.name())
                .with("scopes", scopes(key))
                .with("createdAt", key.createdAt())
                .withNullable("expiresAt", key.expiresAt())
                .withNullable("revokedAt", key.revokedAt())
                .withNullable("requestsPerMinute", key.requestsPerMinute());
    }

    static List<String> scopes(ApiKey key) {
        return key.scopes().stream().map(Scope::label).sorted().toList();
    }
}
