package dev.tenure.domain.tenant;

import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.otherTenantId;
import static dev.tenure.domain.shared.SharedFixtures.tenantId;

import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.TenantId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Set;

/**
 * Two tenants: one in euro with 21 % on top of its prices, one of the same kind to keep apart from it; and an API key.
 */
public final class TenantFixtures {

    private TenantFixtures() {}

    public static TaxSettings taxOnTop(String ratePercent) {
        return new TaxSettings(TaxMode.EXCLUSIVE, new BigDecimal(ratePercent));
    }

    public static TaxSettings taxIncluded(String ratePercent) {
        return new TaxSettings(TaxMode.INCLUSIVE, new BigDecimal(ratePercent));
    }

    /** Euro, the usual lengths, 21 % on top, Amsterdam; neither confirmation nor registered assets required. */
    public static TenantSettings settings() {
        return new TenantSettings(
                EUR, ContractLengths.USUAL, taxOnTop("21"), ZoneId.of("Europe/Amsterdam"), false, false);
    }

    /** As {@link #settings()}, but an order must be confirmed before it is fulfilled. */
    public static TenantSettings settingsRequiringConfirmation() {
        return new TenantSettings(
                EUR, ContractLengths.USUAL, taxOnTop("21"), ZoneId.of("Europe/Amsterdam"), true, false);
    }

    /** As {@link #settings()}, but an asset must be registered before it is handed over. */
    public static TenantSettings settingsRequiringRegisteredAssets() {
        return new TenantSettings(
                EUR, ContractLengths.USUAL, taxOnTop("21"), ZoneId.of("Europe/Amsterdam"), false, true);
    }

    public static Tenant tenant() {
        return tenant(tenantId(), settings());
    }

    public static Tenant otherTenant() {
        return tenant(otherTenantId(), settings());
    }

    public static Tenant tenant(TenantId id, TenantSettings settings) {
        return new Tenant(id, "Tenant " + id, settings, START);
    }

    /** A key of {@link #tenant()} that may do everything and does not expire. */
    public static ApiKey apiKey(String id) {
        return apiKey(id, tenantId());
    }

    public static ApiKey apiKey(String id, TenantId tenant) {
        return new ApiKey(id, tenant, "Key " + id, Permission.ALL, "hash-of-" + id, START, null, null, null);
    }

    public static ApiKey apiKey(String id, Permission... scopes) {
        return new ApiKey(id, tenantId(), "Key " + id, Set.of(scopes), "hash-of-" + id, START, null, null, null);
    }
}
