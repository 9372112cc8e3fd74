package dev.tenure.domain.order;

import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import java.time.LocalDate;

/** One unit of an item becomes a running subscription: which item, which subscription, which asset, from when. */
public record Fulfilment(
        int itemNumber, SubscriptionId subscriptionId, SerialNumber serialNumber, LocalDate startDate) {}
