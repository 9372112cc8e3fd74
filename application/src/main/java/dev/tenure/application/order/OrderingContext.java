package dev.tenure.application.order;

import dev.tenure.application.field.CustomFieldChecks;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.tenant.TenantSettings;
import java.util.Map;

/**
 * The data that the content of an order is checked against.
 *
 * @param offers of the SKUs in the orders; an unknown SKU is missing
 * @param fields checks custom fields against the tenant's definitions
 */
public record OrderingContext(TenantSettings settings, Map<Sku, Offer> offers, CustomFieldChecks fields) {

    /** Prices lines with this catalog, these contract lengths and this currency. */
    public LinePricing pricing() {
        return new LinePricing(offers, settings.contractLengths(), settings.currency());
    }
}
