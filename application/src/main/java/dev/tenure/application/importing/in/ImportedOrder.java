package dev.tenure.application.importing.in;

import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order of another system: what was ordered, and its history.
 *
 * @param fingerprint of the content that it was read from, see {@link Fingerprint}
 */
public record ImportedOrder(PlaceOrderCommand order, History history, String fingerprint) {

    /**
     * Names everything that an import of this order may change or create: itself, its customer, its assets. Imports of
     * orders that share none of these can run in parallel. An order that will be refused may name less.
     */
    public Set<String> touches() {
        Set<String> touched = new HashSet<>();
        touched.add("order " + (history.orderId() == null ? fingerprint : history.orderId()));
        if (order.customer() != null && order.customer().email() != null) {
            touched.add("customer " + order.customer().email().strip().toLowerCase(Locale.ROOT));
        }
        for (ItemHistory item : history.items()) {
            item.units()
                    .forEach(unit ->
                            touched.add("asset " + unit.assetSerialNumber().strip()));
        }
        return touched;
    }

    /**
     * The history of the order. Fields are named as on the wire, where they are beside those of the order.
     *
     * @param orderId one that follows from the content, if null
     * @param status if given, must be the one that follows from the other fields: cancelled if {@code cancelledAt} is
     *     given; fulfilled if every unit has an asset, or {@code closedAt} is given; partial if some have; otherwise
     *     confirmed or pending. Confirmed and cancelled need no date: then it was at once
     * @param createdAt now, if null
     * @param closeReason needed with {@code closedAt}
     * @param shippedAt when the parcel was shipped; only with a tracking number
     * @param items one per item of the order
     */
    public record History(
            @Size(min = 1, max = Identifier.MAX_LENGTH) @Nullable
            String orderId,

            @Nullable OrderStatus status,
            @Nullable Instant createdAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant cancelledAt,
            @Size(max = Text.REASON) @Nullable String cancelReason,
            @Nullable Instant closedAt,
            @Size(max = Text.REASON) @Nullable String closeReason,
            @Size(max = Text.LINE) @Nullable String trackingNumber,
            @Nullable Instant shippedAt,
            List<@NotNull @Valid ItemHistory> items) {}

    /**
     * The history of an item.
     *
     * @param unitPrice the monthly price of a unit as it was captured; without it the current catalog gives the price
     * @param units the units in use
     */
    public record ItemHistory(
            @PositiveOrZero @Nullable BigDecimal unitPrice, List<@NotNull @Valid UnitHistory> units) {}

    /**
     * A unit in use.
     *
     * @param startDate the first day of its contract; the day on which the order was confirmed or placed, if null
     */
    public record UnitHistory(
            @NotBlank @Size(max = Text.LINE) String assetSerialNumber,
            @Nullable LocalDate startDate) {}
}
