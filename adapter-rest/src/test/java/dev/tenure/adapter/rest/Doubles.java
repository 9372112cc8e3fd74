package dev.tenure.adapter.rest;

import dev.tenure.application.UseCases;
import dev.tenure.application.order.in.ConfirmOrder;

/** The use cases with one of them exchanged. */
final class Doubles {

    private Doubles() {}

    static UseCases confirmingWith(UseCases useCases, ConfirmOrder confirm) {
        return new UseCases(
                useCases.createTenant(),
                useCases.findTenants(),
                useCases.changeTenantSettings(),
                useCases.createApiKey(),
                useCases.findApiKeys(),
                useCases.revokeApiKey(),
                useCases.authenticateKey(),
                useCases.importProducts(),
                useCases.findProducts(),
                useCases.changeVariantStatus(),
                useCases.placeOrder(),
                confirm,
                useCases.cancelOrder(),
                useCases.findOrders(),
                useCases.createSubscription(),
                useCases.findSubscriptions());
    }
}
