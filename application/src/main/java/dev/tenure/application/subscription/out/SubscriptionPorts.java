package dev.tenure.application.subscription.out;

/** What the use cases of subscriptions need from outside. */
public record SubscriptionPorts(SubscriptionRepository subscriptions, AssetRepository assets) {}
