package dev.tenure.application;

import dev.tenure.application.catalog.out.CatalogPorts;
import dev.tenure.application.customer.out.CustomerPorts;
import dev.tenure.application.field.out.CustomFieldRepository;
import dev.tenure.application.order.out.OrderPorts;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.subscription.out.SubscriptionPorts;
import dev.tenure.application.tenant.out.TenantPorts;
import jakarta.validation.Validator;
import java.time.Clock;

/** Everything that the use cases need from outside, by feature: an embedding program implements these ports. */
public record OutPorts(
        Transactions transactions,
        Validator validator,
        Cursors cursors,
        IdGenerator ids,
        Clock clock,
        IdempotencyStore idempotencyStore,
        TenantPorts tenants,
        CatalogPorts catalog,
        CustomFieldRepository customFields,
        CustomerPorts customers,
        OrderPorts orders,
        SubscriptionPorts subscriptions) {}
