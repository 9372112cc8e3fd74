package dev.tenure.adapter.json.tenant;

import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.tenant.in.CreateApiKey;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.tenant.ApiKey;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.util.List;

/** The JSON of tenants and keys; the secret of a key is only in the response that creates it. */
public final class TenantCodec {

    private TenantCodec() {}

    public static JsonObject tenant(Tenant tenant) {
        TenantSettings settings = tenant.settings();
        return new JsonObject()
                .value("tenantId", tenant.id().value())
                .value("name", tenant.name())
                .value("currency", settings.currency().getCurrencyCode())
                .value("defaultContractLength", settings.contractLengths().defaultMonths())
                .value("contractLengths", settings.contractLengths().allowedMonths())
                .value("taxMode", settings.tax().mode())
                .value("taxRatePercent", settings.tax().ratePercent())
                .value("timeZone", settings.timeZone().getId())
                .value("requireConfirmation", settings.requireConfirmation())
                .value("requireRegisteredAssets", settings.requireRegisteredAssets())
                .value("createdAt", tenant.createdAt());
    }

    public static JsonObject created(CreateApiKey.Created created) {
        ApiKey key = created.apiKey();
        return new JsonObject()
                .value("keyId", key.id())
                .value("key", created.key())
                .value("tenantId", key.tenantId().value())
                .value("name", key.name())
                .value("scopes", scopes(key))
                .value("createdAt", key.createdAt())
                .valueOrNull("expiresAt", key.expiresAt())
                .valueOrNull("requestsPerMinute", key.requestsPerMinute());
    }

    public static JsonObject apiKey(ApiKey key) {
        return new JsonObject()
                .value("keyId", key.id())
                .value("tenantId", key.tenantId().value())
                .value("name", key.name())
                .value("scopes", scopes(key))
                .value("createdAt", key.createdAt())
                .valueOrNull("expiresAt", key.expiresAt())
                .valueOrNull("revokedAt", key.revokedAt())
                .valueOrNull("requestsPerMinute", key.requestsPerMinute());
    }

    public static List<String> scopes(ApiKey key) {
        return key.scopes().stream().map(Permission::label).sorted().toList();
    }
}
