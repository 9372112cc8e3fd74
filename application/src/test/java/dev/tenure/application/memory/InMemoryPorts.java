package dev.tenure.application.memory;

import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.customer.out.CustomerQueries;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.field.out.CustomFieldRepository;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.application.tenant.out.ApiKeyRepository;
import dev.tenure.application.tenant.out.TenantRepository;

/** Gives the contracts the in-memory adapters, all over one store that is never emptied. */
abstract class InMemoryPorts {

    private static final InMemoryStore STORE = new InMemoryStore();

    public Transactions transactions() {
        return new InMemoryTransactions(STORE);
    }

    public TenantRepository tenants() {
        return new InMemoryTenantRepository(STORE);
    }

    public ApiKeyRepository apiKeys() {
        return new InMemoryApiKeyRepository(STORE);
    }

    public CustomerRepository customers() {
        return new InMemoryCustomerRepository(STORE);
    }

    public ProductRepository products() {
        return new InMemoryProductRepository(STORE);
    }

    public OpenOrders openOrders() {
        return new InMemoryOpenOrders(STORE);
    }

    public OrderRepository orders() {
        return new InMemoryOrderRepository(STORE);
    }

    public OrderQueries queries() {
        return new InMemoryOrderQueries(STORE);
    }

    public CustomerQueries customerQueries() {
        return new InMemoryCustomerQueries(STORE);
    }

    public CustomFieldRepository customFields() {
        return new InMemoryCustomFieldRepository(STORE);
    }

    public AssetRepository assets() {
        return new InMemoryAssetRepository(STORE);
    }

    public SubscriptionRepository subscriptions() {
        return new InMemorySubscriptionRepository(STORE);
    }

    public IdempotencyStore idempotencyStore() {
        return new InMemoryIdempotencyStore(STORE);
    }
}
