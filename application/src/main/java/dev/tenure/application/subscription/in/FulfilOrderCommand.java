package dev.tenure.application.subscription.in;

import dev.tenure.application.shared.Entry;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which units of an order become subscriptions; each unit is checked for itself. */
public record FulfilOrderCommand(
        String orderId,
        FulfilOrder.Mode mode,
        @NotNull @Size(min = 1, max = FulfilOrder.MAX_UNITS) List<Entry<Unit>> units) {

    /** A unit, named as in {@link CreateSubscriptionCommand}. */
    public record Unit(
            @Nullable String sku,
            @Nullable Integer itemIndex,
            String assetSerialNumber,
            @Nullable LocalDate startDate) {}
}
