package dev.tenure.application.subscription.out;

/** The out-ports that the use cases of subscriptions need. */
public record SubscriptionPorts(SubscriptionRepository subscriptions, AssetRepository assets) {}
