package dev.tenure.domain.order;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.event.AggregateRef;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.event.History;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TaxSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as data, to store, show and restore it. The constructor checks that status, items and facts are consistent:
 * a cancelled order has a cancellation and no subscription, a partial one has both open and rented units, and so on. If
 * not, it throws an {@link IllegalArgumentException}.
 *
 * @param version the sequence of the last event
 */
public record OrderState(
        TenantId tenantId,
        OrderId id,
        long version,
        OrderStatus status,
        OrderKind kind,
        Buyer buyer,
        List<OrderItem> items,
        Currency currency,
        TaxSettings tax,
        Remarks remarks,
        OrderPayment payment,
        @Nullable Cancellation cancellation,
        @Nullable Closure closure,
        Instant createdAt,
        Instant updatedAt,
        Actor createdBy) {

    /** The type of orders in the event log. */
    public static final String TYPE = "order";

    public OrderState {
        items = List.copyOf(items);
        if (items.isEmpty()
                || items.stream().mapToInt(OrderItem::number).distinct().count() < items.size()) {
            throw new IllegalArgumentException("order %s must have items, each with a number of its own".formatted(id));
        }
        RentalProgress progress = RentalProgress.of(items);
        int open = progress.openDevices();
        boolean none = progress.rentedDevices() == 0;
        boolean agrees =
                switch (status) {
                    case PENDING, CONFIRMED -> none && cancellation == null && closure == null;
                    case CANCELLED -> none && cancellation != null && closure == null;
                    case PARTIAL -> !none && open > 0 && cancellation == null && closure == null;
                    case FULFILLED ->
                        !none && cancellation == null && (closure == null ? open == 0 : open == closure.unitsGivenUp());
                };
        if (!agrees) {
            throw new IllegalArgumentException(
                    "order %s can't be %s with %d of %d units rented, cancellation %s, closure %s"
                            .formatted(
                                    id,
                                    status,
                                    progress.rentedDevices(),
                                    progress.totalDevices(),
                                    cancellation,
                                    closure));
        }
    }

    /** The aggregate of this order's events. */
    public AggregateRef ref() {
        return new AggregateRef(TYPE, id.value());
    }

    /** A new order, pending, at version 1. */
    static OrderState initial(Placement placement, Stamp stamp) {
        return new OrderState(
                placement.tenantId(),
                placement.id(),
                1,
                OrderStatus.PENDING,
                placement.kind(),
                placement.buyer(),
                placement.items(),
                placement.currency(),
                placement.tax(),
                placement.remarks(),
                OrderPayment.PENDING,
                null,
                null,
                stamp.at(),
                stamp.at(),
                stamp.by());
    }

    public OrderTotals totals() {
        return OrderTotals.of(items, currency, tax);
    }

    public RentalProgress rentalProgress() {
        return RentalProgress.of(items);
    }

    /** Every subscription of the order, item by item. */
    public List<SubscriptionId> subscriptions() {
        return items.stream().flatMap(item -> item.subscriptions().stream()).toList();
    }

    /** @throws InvalidValue {@code ITEM_NOT_FOUND} when no item has this number */
    public OrderItem item(int number) {
        return items.stream()
                .filter(item -> item.number() == number)
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValue(OrderError.ITEM_NOT_FOUND, "order %s has no item %d".formatted(id, number)));
    }

    /** The first item of this SKU that still has an open unit. */
    public Optional<OrderItem> openItem(Sku sku) {
        return items.stream()
                .filter(item -> item.sku().equals(sku) && item.openUnits() > 0)
                .findFirst();
    }

    /** The state after one more event. It checks no rule: the command did that before. */
    OrderState with(Event<OrderFact> event) {
        History.requireNext(version, event);
        OrderState next = event.fact().applyTo(this, event.stamp());
        return next.at(event.sequence(), event.stamp().at());
    }

    private OrderState at(long newVersion, Instant now) {
        return copy(newVersion, status, buyer, items, remarks, payment, cancellation, closure, now);
    }

    OrderState confirmed() {
        return copy(
                version,
                moved(Trigger.CONFIRM, items),
                buyer,
                items,
                remarks,
                payment,
                cancellation,
                closure,
                updatedAt);
    }

    OrderState cancelled(Cancellation fact) {
        return copy(version, moved(Trigger.CANCEL, items), buyer, items, remarks, payment, fact, closure, updatedAt);
    }

    OrderState closed(Closure fact) {
        return copy(
                version, moved(Trigger.CLOSE, items), buyer, items, remarks, payment, cancellation, fact, updatedAt);
    }

    OrderState withBuyer(Buyer newBuyer) {
        return copy(version, status, newBuyer, items, remarks, payment, cancellation, closure, updatedAt);
    }

    OrderState withRemarks(Remarks newRemarks) {
        return copy(version, status, buyer, items, newRemarks, payment, cancellation, closure, updatedAt);
    }

    OrderState withPayment(OrderPayment newPayment) {
        return copy(version, status, buyer, items, remarks, newPayment, cancellation, closure, updatedAt);
    }

    OrderState withItem(OrderItem changed, Trigger trigger) {
        return withItems(
                items.stream()
                        .map(item -> item.number() == changed.number() ? changed : item)
                        .toList(),
                trigger);
    }

    OrderState plusItem(OrderItem added) {
        List<OrderItem> more = new ArrayList<>(items);
        more.add(added);
        return withItems(more, Trigger.EDIT);
    }

    OrderState minusItem(int number) {
        return withItems(items.stream().filter(item -> item.number() != number).toList(), Trigger.EDIT);
    }

    private OrderState withItems(List<OrderItem> after, Trigger trigger) {
        return copy(version, moved(trigger, after), buyer, after, remarks, payment, cancellation, closure, updatedAt);
    }

    private OrderStatus moved(Trigger trigger, List<OrderItem> after) {
        return Transition.target(trigger, status, RentalProgress.of(after).openDevices());
    }

    private OrderState copy(
            long newVersion,
            OrderStatus newStatus,
            Buyer newBuyer,
            List<OrderItem> newItems,
            Remarks newRemarks,
            OrderPayment newPayment,
            @Nullable Cancellation newCancellation,
            @Nullable Closure newClosure,
            Instant now) {
        return new OrderState(
                tenantId,
                id,
                newVersion,
                newStatus,
                kind,
                newBuyer,
                newItems,
                currency,
                tax,
                newRemarks,
                newPayment,
                newCancellation,
                newClosure,
                createdAt,
                now,
                createdBy);
    }
}
