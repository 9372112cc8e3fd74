package dev.tenure.application.order;

import dev.tenure.application.field.CustomFieldChecks;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.tenant.TenantSettings;
import java.util.Map;

/**
 * What the content of an order is decided on.
 *
 * @param offers of the SKUs that the orders name; an unknown SKU is missing
 * @param fields holds custom fields to what the tenant has defined
 */
public record OrderingContext(TenantSettings settings, Map<Sku, Offer> offers, CustomFieldChecks fields) {

    /** Prices lines by this catalog, for these contract lengths and in this currency. */
    public LinePricing pricing() {
        return new LinePricing(offers, settings.contractLengths(), settings.currency());
    }
}
