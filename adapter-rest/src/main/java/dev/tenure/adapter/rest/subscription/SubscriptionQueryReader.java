package dev.tenure.adapter.rest.subscription;

import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.domain.subscription.SubscriptionStatus;

/** Reads the filters of subscriptions. */
final class SubscriptionQueryReader {

    private SubscriptionQueryReader() {}

    static FindSubscriptions.Filter filter(QueryParameters parameters) {
        return new FindSubscriptions.Filter(
                parameters.oneOf("status", SubscriptionStatus.class),
                parameters.text("customerId"),
                parameters.text("orderId"),
                parameters.text("serialNumber"));
    }
}
