package dev.tenure.application;

import dev.tenure.application.catalog.out.CsvRows;
import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.customer.out.CustomerQueries;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.out.CustomFieldRepository;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.order.out.SearchBacklog;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.application.tenant.out.ApiKeyLookup;
import dev.tenure.application.tenant.out.ApiKeyRepository;
import dev.tenure.application.tenant.out.TenantRepository;
import jakarta.validation.Validator;
import java.time.Clock;

/** Everything the use cases need of the outside: what a program that embeds them has to bring. */
public record OutPorts(
        Transactions transactions,
        TenantRepository tenants,
        ApiKeyRepository apiKeys,
        ApiKeyLookup apiKeyLookup,
        ProductRepository products,
        OpenOrders openOrders,
        CustomerRepository customers,
        CustomerQueries customerQueries,
        OrderRepository orders,
        OrderQueries orderQueries,
        CustomFieldRepository customFields,
        SearchBacklog searchBacklog,
        SubscriptionRepository subscriptions,
        AssetRepository assets,
        IdempotencyStore idempotencyStore,
        CsvRows csvRows,
        Validator validator,
        Cursors cursors,
        IdGenerator ids,
        Clock clock) {}
