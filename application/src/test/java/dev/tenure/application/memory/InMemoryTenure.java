package dev.tenure.application.memory;

import dev.tenure.application.OutPorts;
import dev.tenure.application.UseCases;
import dev.tenure.application.catalog.out.CatalogPorts;
import dev.tenure.application.contract.FindOrInsert;
import dev.tenure.application.customer.out.CustomerPorts;
import dev.tenure.application.order.out.OrderPorts;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.batch.BatchExecutor;
import dev.tenure.application.shared.batch.BatchUseCase;
import dev.tenure.application.shared.batch.IdempotencyGuard;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.subscription.out.SubscriptionPorts;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.application.tenant.out.TenantPorts;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Asset;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * All of Tenure without a database: every use case over the in-memory adapters, with ids that count and a clock that
 * stands still.
 *
 * <p>Example: {@code InMemoryTenure tenure = InMemoryTenure.withDemo();
 * tenure.useCases().orders().place().place(tenure.demo(), command)}.
 */
public final class InMemoryTenure {

    /** The time at which the clock stands at first. */
    public static final String START = "2025-01-15T10:30:00Z";

    public static final TenantId DEMO = new TenantId("demo");

    /** The catalog of the tenant {@code demo}; the MacBook is EUR 89.00 for 24 months, the iPad EUR 59.00 for 12. */
    public static final String DEMO_CATALOG = """
            Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,List Price,Acquisition Cost,6mo_Price,12mo_Price,24mo_Price,36mo_Price
            MacBook Pro 16 M3,MACBOOK-PRO-16,Laptops,Apple,"16 inch, M3 Pro, 18 GB",A,Space Black,MACBOOK-PRO-16-M3,2499.00,2199.00,139.00,109.00,89.00,75.00
            iPad Pro 12.9 M2,IPAD-PRO-12,Tablets,Apple,"12.9 inch, M2, 256 GB",A,Silver,IPAD-PRO-12-M2,1299.00,1099.00,79.00,59.00,45.00,
            Dell U2722D,DELL-U2722D,Monitors,Dell,"27 inch, 2560 x 1440",B,,DELL-U2722D-MONITOR,459.00,389.00,,24.00,19.00,15.00
            """;

    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .defaultLocale(Locale.ENGLISH)
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private final InMemoryStore store = new InMemoryStore();
    private final SettableClock clock = SettableClock.at(START);
    private final CountingIds ids = new CountingIds();
    private final UseCases useCases = wired(store, clock, ids);

    private InMemoryTenure() {}

    /** An installation without any tenant. */
    public static InMemoryTenure empty() {
        return new InMemoryTenure();
    }

    /** Executes commands in the transactions of this installation. */
    public <C, R> BatchExecutor<C, R> executor(Class<C> commands, BatchUseCase<C, ?, ?, R> useCase) {
        return new IdempotencyGuard(new InMemoryIdempotencyStore(store), transactions(), clock)
                .executor(commands, useCase, new CommandChecks(validator()));
    }

    /** An installation with the tenant {@code demo} (EUR, usual settings) and {@link #DEMO_CATALOG}. */
    public static InMemoryTenure withDemo() {
        InMemoryTenure tenure = empty();
        tenure.useCases.tenants().create().create(new CreateTenantCommand(DEMO.value(), "Demo", "EUR"));
        tenure.useCases.catalog().importProducts().importCsv(tenure.demo(), new StringReader(DEMO_CATALOG));
        return tenure;
    }

    public UseCases useCases() {
        return useCases;
    }

    public InMemoryStore store() {
        return store;
    }

    public Transactions transactions() {
        return new InMemoryTransactions(store);
    }

    public SettableClock clock() {
        return clock;
    }

    public CountingIds ids() {
        return ids;
    }

    /** Somebody who works for the tenant {@code demo}. */
    public Caller demo() {
        return caller(DEMO.value());
    }

    /** Somebody who works for this tenant. */
    public Caller caller(String tenantId) {
        return new Caller(new TenantId(tenantId), new Actor("cli:ann"), Permission.ALL, null);
    }

    /** The customer, as the tenant knows them. */
    public Customer customer(Caller caller, String customerId) {
        InMemoryCustomerRepository customers = new InMemoryCustomerRepository(store);
        return transactions().forTenant(caller.tenant(), () -> customers
                .find(new CustomerId(customerId))
                .orElseThrow()
                .value());
    }

    /** The asset with this serial number, where it is known. */
    public Optional<Asset> asset(Caller caller, String serialNumber) {
        InMemoryAssetRepository assets = new InMemoryAssetRepository(store);
        return transactions().forTenant(caller.tenant(), () -> assets.find(new SerialNumber(serialNumber))
                .map(Versioned::value));
    }

    /** Makes an available asset of this SKU known. */
    public Asset register(Caller caller, String serialNumber, String sku) {
        InMemoryAssetRepository assets = new InMemoryAssetRepository(store);
        Asset candidate = Asset.register(
                caller.tenant(), new SerialNumber(serialNumber), new Sku(sku), "Product of " + sku, clock.instant());
        return transactions().forTenant(caller.tenant(), () -> FindOrInsert.findOrInsert(assets, candidate)
                .value());
    }

    /** The events of the order so far. */
    public List<Event<OrderFact>> events(Caller caller, String orderId) {
        InMemoryOrderRepository orders = new InMemoryOrderRepository(store);
        return transactions().forTenant(caller.tenant(), () -> orders.events(new OrderId(orderId)));
    }

    /** A validator as the product has it, with messages in English. */
    public static Validator validator() {
        return VALIDATOR;
    }

    private static UseCases wired(InMemoryStore store, SettableClock clock, CountingIds ids) {
        return UseCases.over(new OutPorts(
                new InMemoryTransactions(store),
                VALIDATOR,
                new Cursors("a secret of 32 bytes, for tests.".getBytes(StandardCharsets.UTF_8)),
                ids,
                clock,
                new InMemoryIdempotencyStore(store),
                new TenantPorts(
                        new InMemoryTenantRepository(store),
                        new InMemoryApiKeyRepository(store),
                        new InMemoryApiKeyLookup(store)),
                new CatalogPorts(
                        new InMemoryProductRepository(store), new InMemoryOpenOrders(store), new PlainCsvRows()),
                new InMemoryCustomFieldRepository(store),
                new CustomerPorts(new InMemoryCustomerRepository(store), new InMemoryCustomerQueries(store)),
                new OrderPorts(
                        new InMemoryOrderRepository(store),
                        new InMemoryOrderQueries(store),
                        atMost -> 0), // everything in memory was written by this release
                new SubscriptionPorts(new InMemorySubscriptionRepository(store), new InMemoryAssetRepository(store))));
    }
}
