package dev.tenure.application.order;

import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.field.CustomFieldChecks;
import dev.tenure.application.field.out.CustomFieldRepository;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TenantSettings;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Loads the data that the content of orders is checked against. */
public final class OrderingContextLoader {

    private final CurrentSettings settings;
    private final ProductRepository products;
    private final CustomFieldRepository fields;

    public OrderingContextLoader(TenantRepository tenants, ProductRepository products, CustomFieldRepository fields) {
        this.settings = new CurrentSettings(tenants);
        this.products = products;
        this.fields = fields;
    }

    /** The context of this tenant's orders with these SKUs, in one round trip. */
    public Deferred<OrderingContext> load(TenantId tenant, Collection<Sku> skus) {
        Deferred<TenantSettings> current = settings.load(tenant);
        Deferred<Map<Sku, Offer>> offers = products.loadOffers(skus);
        Deferred<List<Versioned<FieldDefinition>>> definitions = fields.loadAll();
        return () -> new OrderingContext(current.get(), offers.get(), new CustomFieldChecks(definitions.get()));
    }
}
