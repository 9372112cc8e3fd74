package dev.tenure.bootstrap;

import dev.tenure.adapter.persistence.catalog.JooqProductRepository;
import dev.tenure.adapter.persistence.customer.JooqCustomerQueries;
import dev.tenure.adapter.persistence.customer.JooqCustomerRepository;
import dev.tenure.adapter.persistence.field.JooqCustomFieldRepository;
import dev.tenure.adapter.persistence.idempotency.JooqIdempotencyStore;
import dev.tenure.adapter.persistence.order.JooqOpenOrders;
import dev.tenure.adapter.persistence.order.JooqOrderQueries;
import dev.tenure.adapter.persistence.order.JooqOrderRepository;
import dev.tenure.adapter.persistence.order.JooqSearchBackfillStore;
import dev.tenure.adapter.persistence.subscription.JooqAssetRepository;
import dev.tenure.adapter.persistence.subscription.JooqSubscriptionRepository;
import dev.tenure.adapter.persistence.tenant.ApiKeyCache;
import dev.tenure.adapter.persistence.tenant.InstallationSecrets;
import dev.tenure.adapter.persistence.tenant.JooqApiKeyRepository;
import dev.tenure.adapter.persistence.tenant.JooqTenantRepository;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.OutPorts;
import dev.tenure.application.UseCases;
import dev.tenure.application.catalog.out.CatalogPorts;
import dev.tenure.application.customer.out.CustomerPorts;
import dev.tenure.application.order.out.OrderPorts;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.subscription.out.SubscriptionPorts;
import dev.tenure.application.tenant.out.TenantPorts;
import java.time.Clock;

/** Connects the adapters to the ports. */
final class Wiring {

    private static final LazyValidator VALIDATOR = new LazyValidator();

    private Wiring() {}

    /** The use cases on a database whose schema is up to date. */
    static UseCases useCases(JooqTransactions transactions) {
        Clock clock = Clock.systemUTC();
        return UseCases.over(new OutPorts(
                transactions,
                VALIDATOR,
                new Cursors(new InstallationSecrets(transactions, clock).ofCursors()),
                new TimeOrderedIds(),
                clock,
                new JooqIdempotencyStore(transactions),
                new TenantPorts(
                        new JooqTenantRepository(transactions),
                        new JooqApiKeyRepository(transactions),
                        new ApiKeyCache(transactions)),
                new CatalogPorts(
                        new JooqProductRepository(transactions), new JooqOpenOrders(transactions), new FastCsvRows()),
                new JooqCustomFieldRepository(transactions),
                new CustomerPorts(new JooqCustomerRepository(transactions), new JooqCustomerQueries(transactions)),
                new OrderPorts(
                        new JooqOrderRepository(transactions),
                        new JooqOrderQueries(transactions),
                        new JooqSearchBackfillStore(transactions)),
                new SubscriptionPorts(
                        new JooqSubscriptionRepository(transactions), new JooqAssetRepository(transactions))));
    }

    static CommandChecks commandChecks() {
        return new CommandChecks(VALIDATOR);
    }

    /** Initializes what is made on demand, so that no request waits for it. */
    static void warmUp() {
        VALIDATOR.real();
    }
}
