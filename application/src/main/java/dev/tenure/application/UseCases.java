package dev.tenure.application;

import dev.tenure.application.bulk.ExportService;
import dev.tenure.application.bulk.ImportService;
import dev.tenure.application.bulk.in.ExportOrders;
import dev.tenure.application.bulk.in.ImportOrders;
import dev.tenure.application.catalog.CatalogService;
import dev.tenure.application.catalog.in.ChangeVariantStatus;
import dev.tenure.application.catalog.in.DiscontinueProduct;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.in.RequireProductVersion;
import dev.tenure.application.catalog.in.UpsertProduct;
import dev.tenure.application.customer.CustomerService;
import dev.tenure.application.customer.in.FindCustomers;
import dev.tenure.application.order.CustomFieldService;
import dev.tenure.application.order.OrderActionService;
import dev.tenure.application.order.OrderEditService;
import dev.tenure.application.order.OrderHistoryService;
import dev.tenure.application.order.OrderService;
import dev.tenure.application.order.PlacingService;
import dev.tenure.application.order.QuoteService;
import dev.tenure.application.order.SearchBacklogService;
import dev.tenure.application.order.in.CancelOrder;
import dev.tenure.application.order.in.CatchUpSearch;
import dev.tenure.application.order.in.CloseOrder;
import dev.tenure.application.order.in.ConfirmOrder;
import dev.tenure.application.order.in.DefineCustomField;
import dev.tenure.application.order.in.EditOrder;
import dev.tenure.application.order.in.ExplainOrderActions;
import dev.tenure.application.order.in.FindCustomFields;
import dev.tenure.application.order.in.FindOrders;
import dev.tenure.application.order.in.MarkOrderPaid;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrder;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.QuoteOrder;
import dev.tenure.application.order.in.ReadOrderEvents;
import dev.tenure.application.order.in.RecallOrder;
import dev.tenure.application.order.in.RemoveCustomField;
import dev.tenure.application.order.in.ReplaceNotes;
import dev.tenure.application.order.in.RequireFieldVersion;
import dev.tenure.application.order.in.RequireOrderVersion;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.guard.GatheredUse;
import dev.tenure.application.shared.guard.GuardService;
import dev.tenure.application.shared.guard.in.ForgetAnswers;
import dev.tenure.application.shared.guard.in.GuardWrites;
import dev.tenure.application.shared.guard.in.GuardedUse;
import dev.tenure.application.subscription.SubscriptionService;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.in.FulfilOrder;
import dev.tenure.application.tenant.ApiKeyService;
import dev.tenure.application.tenant.TenantService;
import dev.tenure.application.tenant.in.AuthenticateKey;
import dev.tenure.application.tenant.in.ChangeTenantSettings;
import dev.tenure.application.tenant.in.CreateApiKey;
import dev.tenure.application.tenant.in.CreateTenant;
import dev.tenure.application.tenant.in.FindApiKeys;
import dev.tenure.application.tenant.in.FindTenants;
import dev.tenure.application.tenant.in.LimitApiKey;
import dev.tenure.application.tenant.in.RevokeApiKey;
import dev.tenure.domain.tenant.Tenant;

/** Every use case, wired: what an adapter is given to drive. */
public record UseCases(
        CreateTenant createTenant,
        FindTenants findTenants,
        ChangeTenantSettings changeTenantSettings,
        CreateApiKey createApiKey,
        FindApiKeys findApiKeys,
        LimitApiKey limitApiKey,
        RevokeApiKey revokeApiKey,
        AuthenticateKey authenticateKey,
        ImportProducts importProducts,
        FindProducts findProducts,
        ChangeVariantStatus changeVariantStatus,
        UpsertProduct upsertProduct,
        FindVariants findVariants,
        DiscontinueProduct discontinueProduct,
        RequireProductVersion requireProductVersion,
        PlaceOrder placeOrder,
        GuardedUse<PlaceOrderCommand, OrderView> placeGuardedOrder,
        ConfirmOrder confirmOrder,
        CancelOrder cancelOrder,
        FindOrders findOrders,
        RequireOrderVersion requireOrderVersion,
        EditOrder editOrder,
        ReplaceNotes replaceNotes,
        CloseOrder closeOrder,
        MarkOrderPaid markOrderPaid,
        RecallOrder recallOrder,
        ReadOrderEvents readOrderEvents,
        ExplainOrderActions explainOrderActions,
        QuoteOrder quoteOrder,
        FindCustomFields findCustomFields,
        DefineCustomField defineCustomField,
        RemoveCustomField removeCustomField,
        RequireFieldVersion requireFieldVersion,
        FindCustomers findCustomers,
        CatchUpSearch catchUpSearch,
        CreateSubscription createSubscription,
        GuardedUse<CreateSubscriptionCommand, CreateSubscription.Created> createGuardedSubscription,
        FulfilOrder fulfilOrder,
        FindSubscriptions findSubscriptions,
        ImportOrders importOrders,
        ExportOrders exportOrders,
        GuardWrites guardWrites,
        ForgetAnswers forgetAnswers) {

    /** The use cases over these ports. */
    public static UseCases over(OutPorts ports) {
        CommandChecks checks = new CommandChecks(ports.validator());
        TenantService tenants = new TenantService(ports.tenants(), ports.transactions(), checks, ports.clock());
        ApiKeyService keys = new ApiKeyService(
                ports.apiKeys(), ports.tenants(), ports.transactions(), checks, ports.ids(), ports.clock());
        CatalogService catalog = new CatalogService(
                ports.products(),
                ports.openOrders(),
                ports.tenants(),
                ports.transactions(),
                checks,
                ports.csvRows(),
                ports.cursors(),
                ports.ids(),
                ports.clock());
        PlacingService placing = new PlacingService(
                ports.orders(),
                ports.customers(),
                ports.products(),
                ports.customFields(),
                ports.tenants(),
                ports.transactions(),
                checks,
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
        SubscriptionService subscriptions = new SubscriptionService(
                ports.subscriptions(),
                ports.assets(),
                ports.orders(),
                ports.customers(),
                ports.tenants(),
                ports.transactions(),
                checks,
                ports.cursors(),
                ports.ids(),
                ports.clock());
        ImportService imports = new ImportService(
                ports.orders(),
                ports.customers(),
                ports.products(),
                ports.customFields(),
                ports.assets(),
                ports.subscriptions(),
                ports.tenants(),
                ports.transactions(),
                checks,
                ports.ids(),
                ports.clock());
        GuardService guard = new GuardService(
                ports.keptAnswers(),
                () -> ports.tenants().all().stream().map(Tenant::id).toList(),
                ports.transactions(),
                ports.clock());
        return new UseCases(
                tenants,
                tenants,
                tenants,
                keys,
                keys,
                keys,
                keys,
                keys,
                catalog,
                catalog,
                catalog,
                catalog,
                catalog,
                catalog,
                catalog,
                placing,
                new GatheredUse<>(guard, placing),
                orders,
                orders,
                orders,
                orders,
                orderEdits,
                orderEdits,
                orders,
                orderEdits,
                orderHistory,
                orderHistory,
                orderActions,
                quotes,
                fields,
                fields,
                fields,
                fields,
                customers,
                backlog,
                subscriptions,
                new GatheredUse<>(guard, subscriptions),
                subscriptions,
                subscriptions,
                imports,
                new ExportService(orders),
                guard,
                guard);
    }
}
