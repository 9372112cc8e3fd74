package dev.tenure.domain.subscription;

/** Whether a subscription runs, and if not, how it ended. All except {@link #ACTIVE} are final. */
public enum SubscriptionStatus {
    ACTIVE,
    ENDED_COMPLETED,
    ENDED_BUYOUT,
    ENDED_UPGRADE,
    ENDED_EARLY_RETURN,
    CANCELLED
}
