package dev.tenure.domain.order;

import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import java.time.LocalDate;

/** One unit of an item becomes a subscription: the item, the subscription, the asset and the start date. */
public record Fulfilment(
        int itemNumber, SubscriptionId subscriptionId, SerialNumber serialNumber, LocalDate startDate) {}
