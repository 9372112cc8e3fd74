package dev.tenure.application;

import dev.tenure.application.catalog.CatalogUseCases;
import dev.tenure.application.catalog.ProductVersionService;
import dev.tenure.application.catalog.find.FindProductsService;
import dev.tenure.application.catalog.load.ImportProductsService;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.catalog.status.ProductStatusService;
import dev.tenure.application.catalog.upsert.UpsertProductService;
import dev.tenure.application.customer.CustomerService;
import dev.tenure.application.customer.CustomerUseCases;
import dev.tenure.application.eventlog.AggregateHistory;
import dev.tenure.application.eventlog.EventLogService;
import dev.tenure.application.eventlog.EventLogUseCases;
import dev.tenure.application.field.CustomFieldService;
import dev.tenure.application.field.CustomFieldUseCases;
import dev.tenure.application.importing.ImportOrdersService;
import dev.tenure.application.importing.ImportingUseCases;
import dev.tenure.application.importing.OrderImport;
import dev.tenure.application.order.FindOrCreateCustomer;
import dev.tenure.application.order.OrderUseCases;
import dev.tenure.application.order.OrderingContextLoader;
import dev.tenure.application.order.OrdersById;
import dev.tenure.application.order.actions.OrderActionService;
import dev.tenure.application.order.edit.OrderEditService;
import dev.tenure.application.order.export.ExportOrdersService;
import dev.tenure.application.order.find.FindOrdersService;
import dev.tenure.application.order.history.OrderHistoryService;
import dev.tenure.application.order.in.PlaceOrder;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.place.PlacingService;
import dev.tenure.application.order.quote.QuoteService;
import dev.tenure.application.order.search.SearchBackfillService;
import dev.tenure.application.order.status.OrderStatusService;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.batch.BatchUseCase;
import dev.tenure.application.shared.batch.IdempotencyGuard;
import dev.tenure.application.shared.batch.IdempotencyUseCases;
import dev.tenure.application.shared.batch.ResponsePurge;
import dev.tenure.application.subscription.FulfilmentService;
import dev.tenure.application.subscription.SubscriptionService;
import dev.tenure.application.subscription.SubscriptionUseCases;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.CreateSubscription.Created;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FulfilOrder;
import dev.tenure.application.subscription.in.FulfilOrder.Fulfilled;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import dev.tenure.application.tenant.TenantService;
import dev.tenure.application.tenant.TenantUseCases;
import dev.tenure.application.tenant.keys.ApiKeyService;
import dev.tenure.application.tenant.keys.AuthenticateKeyService;
import dev.tenure.application.tenant.settings.TenantSettingsService;
import dev.tenure.domain.order.OrderHistory;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.tenant.Tenant;
import java.util.List;

/** Every use case, wired and grouped by feature, for the adapters to call. */
public record UseCases(
        TenantUseCases tenants,
        CatalogUseCases catalog,
        CustomFieldUseCases fields,
        CustomerUseCases customers,
        OrderUseCases orders,
        SubscriptionUseCases subscriptions,
        ImportingUseCases importing,
        EventLogUseCases events,
        IdempotencyUseCases idempotency) {

    /** The use cases on these ports. */
    public static UseCases over(OutPorts ports) {
        CommandChecks checks = new CommandChecks(ports.validator());
        IdempotencyGuard guard = new IdempotencyGuard(ports.idempotencyStore(), ports.transactions(), ports.clock());
        FindOrCreateCustomer buyers = new FindOrCreateCustomer(ports.customers().customers(), ports.ids());
        OrderingContextLoader contexts = new OrderingContextLoader(
                ports.tenants().tenants(), ports.catalog().products(), ports.customFields());
        OrdersById byId = new OrdersById(ports.orders().orders(), ports.transactions());
        FindOrdersService findOrders = new FindOrdersService(
                ports.orders().orders(),
                ports.orders().queries(),
                ports.customFields(),
                ports.transactions(),
                ports.cursors());
        return new UseCases(
                tenants(ports, checks),
                catalog(ports, checks),
                fields(ports, checks),
                new CustomerUseCases(new CustomerService(ports.customers().queries(), ports.cursors())),
                orders(ports, checks, guard, byId, buyers, contexts, findOrders),
                subscriptions(ports, checks, guard),
                new ImportingUseCases(imports(ports, checks, guard, buyers, contexts)),
                new EventLogUseCases(new EventLogService(List.of(ofOrders(byId)), ports.cursors())),
                new IdempotencyUseCases(guard, purge(ports)));
    }

    private static TenantUseCases tenants(OutPorts ports, CommandChecks checks) {
        TenantService tenants =
                new TenantService(ports.tenants().tenants(), ports.transactions(), checks, ports.clock());
        ApiKeyService keys =
                new ApiKeyService(ports.tenants(), ports.transactions(), checks, ports.ids(), ports.clock());
        return new TenantUseCases(
                tenants,
                tenants,
                tenants,
                new TenantSettingsService(ports.tenants().tenants(), ports.transactions(), checks),
                keys,
                keys,
                keys,
                keys,
                new AuthenticateKeyService(ports.tenants().apiKeyLookup(), ports.clock()));
    }

    private static CatalogUseCases catalog(OutPorts ports, CommandChecks checks) {
        ProductRepository products = ports.catalog().products();
        FindProductsService find = new FindProductsService(products, ports.transactions(), ports.cursors());
        ProductStatusService status =
                new ProductStatusService(products, ports.catalog().openOrders(), ports.transactions(), ports.clock());
        return new CatalogUseCases(
                new ImportProductsService(
                        products,
                        ports.tenants().tenants(),
                        ports.transactions(),
                        ports.catalog().csvRows(),
                        ports.ids(),
                        ports.clock()),
                find,
                find,
                new UpsertProductService(
                        products,
                        ports.catalog().openOrders(),
                        ports.tenants().tenants(),
                        ports.transactions(),
                        checks,
                        ports.ids(),
                        ports.clock()),
                status,
                status,
                new ProductVersionService(products, ports.transactions()));
    }

    private static CustomFieldUseCases fields(OutPorts ports, CommandChecks checks) {
        CustomFieldService fields =
                new CustomFieldService(ports.customFields(), ports.transactions(), checks, ports.clock());
        return new CustomFieldUseCases(fields, fields, fields, fields);
    }

    private static OrderUseCases orders(
            OutPorts ports,
            CommandChecks checks,
            IdempotencyGuard guard,
            OrdersById byId,
            FindOrCreateCustomer buyers,
            OrderingContextLoader contexts,
            FindOrdersService find) {
        PlacingService placing =
                new PlacingService(ports.orders().orders(), buyers, contexts, ports.ids(), ports.clock());
        PlaceOrder place = guard.executor(
                PlaceOrderCommand.class,
                new BatchUseCase<>(PlaceOrder.PERMISSION, placing::load, placing::decide, placing::store),
                checks)::run;
        OrderStatusService status = new OrderStatusService(byId, checks, ports.clock());
        OrderEditService edits = new OrderEditService(byId, buyers, contexts, checks, ports.clock());
        OrderHistoryService history = new OrderHistoryService(byId);
        return new OrderUseCases(
                place,
                new QuoteService(contexts, ports.transactions(), checks, ports.ids(), ports.clock()),
                find,
                history,
                new OrderActionService(byId, ports.tenants().tenants(), ports.transactions()),
                status,
                status,
                status,
                edits,
                edits,
                edits,
                find,
                new SearchBackfillService(
                        ports.orders().searchBackfill(), ports.tenants().tenants(), ports.transactions()),
                new ExportOrdersService(find));
    }

    private static SubscriptionUseCases subscriptions(OutPorts ports, CommandChecks checks, IdempotencyGuard guard) {
        FulfilmentService fulfilment = new FulfilmentService(
                ports.subscriptions(),
                ports.orders().orders(),
                ports.customers().customers(),
                ports.tenants().tenants(),
                checks,
                ports.ids(),
                ports.clock());
        CreateSubscription create = guard.executor(
                CreateSubscriptionCommand.class,
                new BatchUseCase<>(
                        CreateSubscription.PERMISSION,
                        fulfilment::loadUnits,
                        fulfilment::decideUnit,
                        fulfilment::<Created>store),
                checks)::run;
        FulfilOrder fulfil = guard.executor(
                FulfilOrderCommand.class,
                new BatchUseCase<>(
                        FulfilOrder.PERMISSION,
                        fulfilment::loadOrders,
                        fulfilment::decideOrder,
                        fulfilment::<Fulfilled>store),
                checks)::run;
        return new SubscriptionUseCases(
                create,
                fulfil,
                new SubscriptionService(ports.subscriptions().subscriptions(), ports.transactions(), ports.cursors()));
    }

    private static ImportOrdersService imports(
            OutPorts ports,
            CommandChecks checks,
            IdempotencyGuard guard,
            FindOrCreateCustomer buyers,
            OrderingContextLoader contexts) {
        OrderImport orders = new OrderImport(
                ports.orders().orders(),
                ports.customers().customers(),
                buyers,
                contexts,
                ports.subscriptions(),
                ports.ids(),
                ports.clock());
        return new ImportOrdersService(orders, guard, ports.transactions(), checks);
    }

    private static AggregateHistory ofOrders(OrdersById orders) {
        return new AggregateHistory(
                OrderState.TYPE,
                Permission.ORDERS_READ,
                (caller, id) -> OrderHistory.withAllChanges(orders.life(caller, id)));
    }

    private static ResponsePurge purge(OutPorts ports) {
        return new ResponsePurge(
                ports.idempotencyStore(),
                () -> ports.tenants().tenants().all().stream().map(Tenant::id).toList(),
                ports.transactions(),
                ports.clock());
    }
}
