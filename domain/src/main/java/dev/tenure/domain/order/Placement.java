package dev.tenure.domain.order;

import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TaxSettings;
import java.util.Currency;
import java.util.List;

/** All that an order starts with. Items are already priced; currency and tax are the tenant's at this moment and stay. */
public record Placement(
        TenantId tenantId,
        OrderId id,
        OrderKind kind,
        Buyer buyer,
        List<OrderItem> items,
        Currency currency,
        TaxSettings tax,
        Remarks remarks) {

    public Placement {
        items = List.copyOf(items);
    }
}
