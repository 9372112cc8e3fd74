package dev.tenure.application.subscription;

import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.in.FulfilOrder;

/** What can be asked of subscriptions. */
public record SubscriptionUseCases(CreateSubscription create, FulfilOrder fulfil, FindSubscriptions find) {}
