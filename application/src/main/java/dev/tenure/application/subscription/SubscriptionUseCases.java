package dev.tenure.application.subscription;

import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.in.FulfilOrder;

/** The use cases of subscriptions. */
public record SubscriptionUseCases(CreateSubscription create, FulfilOrder fulfil, FindSubscriptions find) {}
