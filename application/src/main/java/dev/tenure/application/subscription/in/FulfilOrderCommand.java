package dev.tenure.application.subscription.in;

import dev.tenure.application.shared.Entry;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The units of an order that become subscriptions; each unit is checked separately. */
public record FulfilOrderCommand(
        String orderId,
        FulfilOrder.Mode mode,
        @NotNull @Size(min = 1, max = FulfilOrder.MAX_UNITS) List<Entry<Unit>> units) {

    /** A unit, with the fields of {@link CreateSubscriptionCommand}. */
    public record Unit(
            @Nullable String sku,
            @Nullable Integer itemIndex,
            String assetSerialNumber,
            @Nullable LocalDate startDate) {}
}
