package dev.tenure.application.subscription.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/** Reads subscriptions. */
public interface FindSubscriptions {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.SUBSCRIPTIONS_READ;

    /** @throws NotFound when the tenant has no such subscription */
    Subscription one(Caller caller, String subscriptionId);

    /**
     * A page of the subscriptions that match, newest first.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the cursor belongs to another query
     */
    Page<Subscription> list(Caller caller, Filter filter, PageRequest page);

    /** Exact matches; null matches everything. */
    record Filter(
            @Nullable SubscriptionStatus status,
            @Nullable String customerId,
            @Nullable String orderId,
            @Nullable String serialNumber) {

        public static final Filter ALL = new Filter(null, null, null, null);
    }
}
