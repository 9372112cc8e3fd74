package dev.tenure.adapter.persistence.tenant;

import static dev.tenure.adapter.persistence.generated.Tables.API_KEY;
import static dev.tenure.adapter.persistence.generated.Tables.TENANT;
import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.word;

import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import dev.tenure.domain.tenant.ContractLengths;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Tenants and API keys to and from their rows. */
final class TenantMapping {

    private TenantMapping() {}

    /** The row for an update of a tenant: without its id, which no update may set. */
    static Map<Field<?>, @Nullable Object> changes(Tenant tenant) {
        Map<Field<?>, @Nullable Object> changes = row(tenant);
        changes.remove(TENANT.TENANT_ID);
        return changes;
    }

    static Map<Field<?>, @Nullable Object> row(Tenant tenant) {
        TenantSettings settings = tenant.settings();
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(TENANT.TENANT_ID, tenant.id().value());
        row.put(TENANT.NAME, tenant.name());
        row.put(TENANT.CURRENCY, settings.currency().getCurrencyCode());
        row.put(
                TENANT.CONTRACT_LENGTHS,
                settings.contractLengths().allowedMonths().toArray(Integer[]::new));
        row.put(TENANT.DEFAULT_CONTRACT_LENGTH, settings.contractLengths().defaultMonths());
        row.put(TENANT.TAX_MODE, word(settings.tax().mode()));
        row.put(TENANT.TAX_RATE_PERCENT, settings.tax().ratePercent());
        row.put(TENANT.TIME_ZONE, settings.timeZone().getId());
        row.put(TENANT.REQUIRE_CONFIRMATION, settings.requireConfirmation());
        row.put(TENANT.REQUIRE_REGISTERED_ASSETS, settings.requireRegisteredAssets());
        row.put(TENANT.CREATED_AT, tenant.createdAt());
        return row;
    }

    static Tenant tenant(Record row) {
        return new Tenant(
                new TenantId(row.get(TENANT.TENANT_ID)),
                row.get(TENANT.NAME),
                new TenantSettings(
                        Currency.getInstance(row.get(TENANT.CURRENCY)),
                        new ContractLengths(
                                List.of(row.get(TENANT.CONTRACT_LENGTHS)), row.get(TENANT.DEFAULT_CONTRACT_LENGTH)),
                        new TaxSettings(
                                constant(TaxMode.class, row.get(TENANT.TAX_MODE)), row.get(TENANT.TAX_RATE_PERCENT)),
                        ZoneId.of(row.get(TENANT.TIME_ZONE)),
                        row.get(TENANT.REQUIRE_CONFIRMATION),
                        row.get(TENANT.REQUIRE_REGISTERED_ASSETS)),
                row.get(TENANT.CREATED_AT));
    }

    static Map<Field<?>, @Nullable Object> row(ApiKey key) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(API_KEY.KEY_ID, key.id());
        row.put(API_KEY.TENANT_ID, key.tenantId().value());
        row.put(API_KEY.NAME, key.name());
        row.put(
                API_KEY.SCOPES,
                key.scopes().stream().map(Permission::label).sorted().toArray(String[]::new));
        row.put(API_KEY.SECRET_HASH, key.secretHash());
        row.put(API_KEY.CREATED_AT, key.createdAt());
        row.put(API_KEY.EXPIRES_AT, key.expiresAt());
        row.put(API_KEY.REVOKED_AT, key.revokedAt());
        row.put(API_KEY.REQUESTS_PER_MINUTE, key.requestsPerMinute());
        return row;
    }

    static ApiKey apiKey(Record row) {
        return new ApiKey(
                row.get(API_KEY.KEY_ID),
                new TenantId(row.get(API_KEY.TENANT_ID)),
                row.get(API_KEY.NAME),
                Arrays.stream(row.get(API_KEY.SCOPES)).map(Permission::ofLabel).collect(Collectors.toUnmodifiableSet()),
                row.get(API_KEY.SECRET_HASH),
                row.get(API_KEY.CREATED_AT),
                row.get(API_KEY.EXPIRES_AT),
                row.get(API_KEY.REVOKED_AT),
                row.get(API_KEY.REQUESTS_PER_MINUTE));
    }
}
