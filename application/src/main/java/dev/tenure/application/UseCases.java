package dev.tenure.application;

import dev.tenure.application.bulk.BulkUseCases;
import dev.tenure.application.bulk.ExportService;
import dev.tenure.application.bulk.ImportService;
import dev.tenure.application.bulk.OrderImport;
import dev.tenure.application.catalog.CatalogUseCases;
import dev.tenure.application.catalog.ProductVersionService;
import dev.tenure.application.catalog.find.FindProductsService;
import dev.tenure.application.catalog.load.ImportProductsService;
import dev.tenure.application.catalog.status.ProductStatusService;
import dev.tenure.application.catalog.upsert.UpsertProductService;
import dev.tenure.application.customer.CustomerService;
import dev.tenure.application.customer.CustomerUseCases;
import dev.tenure.application.order.CustomFieldService;
import dev.tenure.application.order.CustomFieldUseCases;
import dev.tenure.application.order.OrderActionService;
import dev.tenure.application.order.OrderEditService;
import dev.tenure.application.order.OrderHistoryService;
import dev.tenure.application.order.OrderService;
import dev.tenure.application.order.OrderUseCases;
import dev.tenure.application.order.PlacingService;
import dev.tenure.application.order.QuoteService;
import dev.tenure.application.order.SearchBacklogService;
import dev.tenure.application.order.in.PlaceOrder;
import dev.tenure.application.order.in.PlaceOrderCommand;
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
import dev.tenure.application.tenant.ApiKeyService;
import dev.tenure.application.tenant.TenantService;
import dev.tenure.application.tenant.TenantUseCases;
import dev.tenure.domain.tenant.Tenant;

/** Every use case, wired and grouped by feature: what an adapter is given to drive. */
public record UseCases(
        TenantUseCases tenants,
        CatalogUseCases catalog,
        CustomFieldUseCases fields,
        CustomerUseCases customers,
        OrderUseCases orders,
        SubscriptionUseCases subscriptions,
        BulkUseCases bulk,
        IdempotencyUseCases idempotency) {

    /** The use cases over these ports. */
    public static UseCases over(OutPorts ports) {
        CommandChecks checks = new CommandChecks(ports.validator());
        TenantService tenants = new TenantService(ports.tenants(), ports.transactions(), checks, ports.clock());
        ApiKeyService keys = new ApiKeyService(
                ports.apiKeys(),
                ports.apiKeyLookup(),
                ports.tenants(),
                ports.transactions(),
                checks,
                ports.ids(),
                ports.clock());
        PlacingService placing = new PlacingService(
                ports.orders(),
                ports.customers(),
                ports.products(),
                ports.customFields(),
                ports.tenants(),
                ports.ids(),
                ports.clock());
        OrderService orders = new OrderService(
                ports.orders(),
                ports.orderQueries(),
                ports.customFields(),
                ports.transactions(),
                checks,
                ports.cursors(),
                ports.clock());
        OrderEditService orderEdits = new OrderEditService(
                ports.orders(),
                ports.customers(),
                ports.products(),
                ports.customFields(),
                ports.tenants(),
                ports.transactions(),
                checks,
                ports.ids(),
                ports.clock());
        OrderHistoryService orderHistory =
                new OrderHistoryService(ports.orders(), ports.transactions(), ports.cursors());
        OrderActionService orderActions = new OrderActionService(ports.orders(), ports.tenants(), ports.transactions());
        QuoteService quotes = new QuoteService(
                ports.products(),
                ports.customFields(),
                ports.tenants(),
                ports.transactions(),
                checks,
                ports.ids(),
                ports.clock());
        CustomFieldService fields =
                new CustomFieldService(ports.customFields(), ports.transactions(), checks, ports.clock());
        CustomerService customers = new CustomerService(ports.customerQueries(), ports.cursors());
        SearchBacklogService backlog =
                new SearchBacklogService(ports.searchBacklog(), ports.tenants(), ports.transactions());
        SubscriptionService subscriptions =
                new SubscriptionService(ports.subscriptions(), ports.transactions(), ports.cursors());
        FulfilmentService fulfilment = new FulfilmentService(
                ports.subscriptions(),
                ports.assets(),
                ports.orders(),
                ports.customers(),
                ports.tenants(),
                checks,
                ports.ids(),
                ports.clock());
        IdempotencyGuard guard = new IdempotencyGuard(ports.idempotencyStore(), ports.transactions(), ports.clock());
        PlaceOrder place = guard.executor(
                PlaceOrderCommand.class,
                new BatchUseCase<>(PlaceOrder.PERMISSION, placing::load, placing::decide, placing::store),
                checks)::run;
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
        OrderImport orderImport = new OrderImport(
                ports.orders(),
                ports.customers(),
                ports.products(),
                ports.customFields(),
                ports.assets(),
                ports.subscriptions(),
                ports.tenants(),
                ports.ids(),
                ports.clock());
        ImportService imports = new ImportService(orderImport, guard, ports.transactions(), checks);
        ResponsePurge purge = new ResponsePurge(
                ports.idempotencyStore(),
                () -> ports.tenants().all().stream().map(Tenant::id).toList(),
                ports.transactions(),
                ports.clock());
        return new UseCases(
                new TenantUseCases(tenants, tenants, tenants, tenants, keys, keys, keys, keys, keys),
                catalog(ports, checks),
                new CustomFieldUseCases(fields, fields, fields, fields),
                new CustomerUseCases(customers),
                new OrderUseCases(
                        place,
                        quotes,
                        orders,
                        orderHistory,
                        orderHistory,
                        orderActions,
                        orders,
                        orders,
                        orders,
                        orderEdits,
                        orderEdits,
                        orderEdits,
                        orders,
                        backlog),
                new SubscriptionUseCases(create, fulfil, subscriptions),
                new BulkUseCases(imports, new ExportService(orders)),
                new IdempotencyUseCases(guard, purge));
    }

    private static CatalogUseCases catalog(OutPorts ports, CommandChecks checks) {
        FindProductsService find = new FindProductsService(ports.products(), ports.transactions(), ports.cursors());
        ProductStatusService status =
                new ProductStatusService(ports.products(), ports.openOrders(), ports.transactions(), ports.clock());
        return new CatalogUseCases(
                new ImportProductsService(
                        ports.products(),
                        ports.tenants(),
                        ports.transactions(),
                        ports.csvRows(),
                        ports.ids(),
                        ports.clock()),
                find,
                find,
                new UpsertProductService(
                        ports.products(),
                        ports.openOrders(),
                        ports.tenants(),
                        ports.transactions(),
                        checks,
                        ports.ids(),
                        ports.clock()),
                status,
                status,
                new ProductVersionService(ports.products(), ports.transactions()));
    }
}
