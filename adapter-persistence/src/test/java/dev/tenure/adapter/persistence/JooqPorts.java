package dev.tenure.adapter.persistence;

import dev.tenure.adapter.persistence.catalog.JooqProductRepository;
import dev.tenure.adapter.persistence.customer.JooqCustomerQueries;
import dev.tenure.adapter.persistence.customer.JooqCustomerRepository;
import dev.tenure.adapter.persistence.field.JooqCustomFieldRepository;
import dev.tenure.adapter.persistence.idempotency.JooqIdempotencyStore;
import dev.tenure.adapter.persistence.order.JooqOpenOrders;
import dev.tenure.adapter.persistence.order.JooqOrderQueries;
import dev.tenure.adapter.persistence.order.JooqOrderRepository;
import dev.tenure.adapter.persistence.subscription.JooqAssetRepository;
import dev.tenure.adapter.persistence.subscription.JooqSubscriptionRepository;
import dev.tenure.adapter.persistence.tenant.JooqApiKeyRepository;
import dev.tenure.adapter.persistence.tenant.JooqTenantRepository;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.customer.out.CustomerQueries;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.field.out.CustomFieldRepository;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.application.tenant.out.ApiKeyRepository;
import dev.tenure.application.tenant.out.TenantRepository;

/** Gives the contracts the adapters on PostgreSQL, all over the shared database. */
abstract class JooqPorts {

    public JooqTransactions transactions() {
        return TestDatabase.transactions();
    }

    public TenantRepository tenants() {
        return new JooqTenantRepository(transactions());
    }

    public ApiKeyRepository apiKeys() {
        return new JooqApiKeyRepository(transactions());
    }

    public CustomerRepository customers() {
        return new JooqCustomerRepository(transactions());
    }

    public ProductRepository products() {
        return new JooqProductRepository(transactions());
    }

    public OpenOrders openOrders() {
        return new JooqOpenOrders(transactions());
    }

    public OrderRepository orders() {
        return new JooqOrderRepository(transactions());
    }

    public OrderQueries queries() {
        return new JooqOrderQueries(transactions());
    }

    public CustomerQueries customerQueries() {
        return new JooqCustomerQueries(transactions());
    }

    public CustomFieldRepository customFields() {
        return new JooqCustomFieldRepository(transactions());
    }

    public AssetRepository assets() {
        return new JooqAssetRepository(transactions());
    }

    public SubscriptionRepository subscriptions() {
        return new JooqSubscriptionRepository(transactions());
    }

    public IdempotencyStore idempotencyStore() {
        return new JooqIdempotencyStore(transactions());
    }
}
