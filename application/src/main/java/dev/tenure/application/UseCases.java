package dev.tenure.application;

import dev.tenure.application.catalog.in.ChangeVariantStatus;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.order.in.CancelOrder;
import dev.tenure.application.order.in.ConfirmOrder;
import dev.tenure.application.order.in.FindOrders;
import dev.tenure.application.order.in.PlaceOrder;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.tenant.in.AuthenticateKey;
import dev.tenure.application.tenant.in.ChangeTenantSettings;
import dev.tenure.application.tenant.in.CreateApiKey;
import dev.tenure.application.tenant.in.CreateTenant;
import dev.tenure.application.tenant.in.FindApiKeys;
import dev.tenure.application.tenant.in.FindTenants;
import dev.tenure.application.tenant.in.RevokeApiKey;

/** Every use case, wired: what an adapter is given to drive. */
public record UseCases(
        CreateTenant createTenant,
        FindTenants findTenants,
        ChangeTenantSettings changeTenantSettings,
        CreateApiKey createApiKey,
        FindApiKeys findApiKeys,
        RevokeApiKey revokeApiKey,
        AuthenticateKey authenticateKey,
        ImportProducts importProducts,
        FindProducts findProducts,
        ChangeVariantStatus changeVariantStatus,
        PlaceOrder placeOrder,
        ConfirmOrder confirmOrder,
        CancelOrder cancelOrder,
        FindOrders findOrders,
        CreateSubscription createSubscription,
        FindSubscriptions findSubscriptions) {}
