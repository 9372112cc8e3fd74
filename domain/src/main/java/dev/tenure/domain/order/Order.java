package dev.tenure.domain.order;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.event.AggregateRef;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.event.History;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.TaxSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's commitment to subscribe to products. An order is immutable and is the fold of its events: a command checks its rules,
 * makes one event per fact and returns the order after them; {@link #changes()} holds what is new since it was loaded. So
 * {@code Order.replay(events).state()} always equals the state that the commands left.
 *
 * <p>Worked example: an order of 5 laptops and 3 tablets is placed ({@code PENDING}, version 1), confirmed ({@code CONFIRMED}, version
 * 2), and after the first hand-over it is {@code PARTIAL}, version 3; after the eighth it is {@code FULFILLED}, version 10.
 */
public final class Order {

    public static final int MAX_ITEMS = 200;

    /** What an order is called in the log of events. */
    public static final String TYPE = "order";

    private final State state;
    private final List<Event<OrderFact>> changes;

    private Order(State state, List<Event<OrderFact>> changes) {
        this.state = state;
        this.changes = changes;
    }

    /** A new order, pending, at version 1. */
    public static Order place(Placement placement, Stamp stamp) {
        return begin(placement, null, stamp);
    }

    /**
     * An order that began elsewhere, pending, at version 1: the stamp says when that was.
     *
     * @param importedAs the fingerprint of what it is taken over from, so that the same can be told from something else of that id
     */
    public static Order takeOver(Placement placement, String importedAs, Stamp stamp) {
        return begin(placement, importedAs, stamp);
    }

    private static Order begin(Placement placement, @Nullable String importedAs, Stamp stamp) {
        State initial = new State(
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
        return new Order(initial, List.of(new Event<>(1, stamp, new OrderFact.Placed(initial, importedAs))));
    }

    /** The order a store holds: no rule is checked but that the state agrees with itself, and nothing has changed. */
    public static Order restore(State state) {
        return new Order(state, List.of());
    }

    /**
     * The order after these events.
     *
     * @throws IllegalArgumentException when they are no history that begins with the placing
     */
    public static Order replay(List<Event<OrderFact>> events) {
        return restore(new History<>(events).fold(Order::begun, State::after));
    }

    private static State begun(Event<OrderFact> first) {
        if (!(first.fact() instanceof OrderFact.Placed placed)
                || placed.initial().version() != first.sequence()) {
            throw new IllegalArgumentException("the life of an order begins with its placing");
        }
        return placed.initial();
    }

    /**
     * The same events, each of which says all that it changed: what events of earlier releases lack is found by folding them, once.
     *
     * @throws IllegalArgumentException when they are no history that begins with the placing
     */
    public static List<Event<OrderFact>> withAllChanges(List<Event<OrderFact>> events) {
        if (events.stream().allMatch(event -> event.fact().saysAllChanges())) {
            return events;
        }
        List<Event<OrderFact>> complete = new ArrayList<>();
        var unused = new History<>(events)
                .fold(
                        first -> {
                            complete.add(first);
                            return begun(first);
                        },
                        (before, event) -> {
                            State after = before.after(event);
                            complete.add(new Event<>(
                                    event.sequence(),
                                    event.stamp(),
                                    event.fact().seen(before, after)));
                            return after;
                        });
        return complete;
    }

    public State state() {
        return state;
    }

    /** The events since this order was placed or loaded, in order. */
    public List<Event<OrderFact>> changes() {
        return changes;
    }

    /** The version that was loaded: what an update of the store must still find there. */
    public long loadedVersion() {
        return state.version() - changes.size();
    }

    /**
     * Why this is refused now, by the lifecycle alone; nothing when it is allowed. What would change nothing has an objection, too,
     * though the command lets it pass: to confirm a confirmed order, to cancel a cancelled one.
     */
    public Optional<DomainException> objectionTo(Trigger trigger) {
        return Transition.objection(trigger, state.status());
    }

    /**
     * Why no unit can be turned into a subscription now; nothing when one can.
     *
     * @param confirmationRequired whether the tenant wants an order confirmed first
     */
    public Optional<DomainException> objectionToFulfilling(boolean confirmationRequired) {
        return objectionTo(Trigger.FULFIL)
                .or(() -> confirmationRequired && state.status() == OrderStatus.PENDING
                        ? Optional.of(new IllegalTransition(
                                OrderError.ORDER_NOT_CONFIRMED,
                                "this tenant's orders are confirmed before they are fulfilled; this one is pending",
                                Map.of("status", "pending", "allowed", List.of("confirmed", "partial"))))
                        : Optional.empty());
    }

    /**
     * As {@link #objectionToFulfilling(boolean)}, for a unit of this item.
     *
     * @throws InvalidValue {@code ITEM_NOT_FOUND} when there is no such item
     */
    public Optional<DomainException> objectionToFulfilling(int itemNumber, boolean confirmationRequired) {
        OrderItem item = state.item(itemNumber);
        return objectionToFulfilling(confirmationRequired)
                .or(() -> item.openUnits() > 0
                        ? Optional.empty()
                        : Optional.of(new RuleViolated(
                                OrderError.ITEM_FULLY_FULFILLED,
                                "all %d units of item %s have a subscription".formatted(item.quantity(), item.sku()),
                                Map.of("sku", item.sku().value(), "quantity", item.quantity()))));
    }

    /**
     * Why an edit can't change this item now; nothing when it can.
     *
     * @throws InvalidValue {@code ITEM_NOT_FOUND} when there is no such item
     */
    public Optional<DomainException> objectionToChanging(int itemNumber) {
        OrderItem item = state.item(itemNumber);
        return objectionTo(Trigger.EDIT).or(() -> lock(item));
    }

    /**
     * Why an edit can't remove this item now; nothing when it can.
     *
     * @throws InvalidValue {@code ITEM_NOT_FOUND} when there is no such item
     */
    public Optional<DomainException> objectionToRemoving(int itemNumber) {
        OrderItem item = state.item(itemNumber);
        return Placement.objectionToCount(state.items().size() - 1).or(() -> objectionToChanging(item.number()));
    }

    /** Why no payment can be recorded by hand any more; nothing when one can. */
    public Optional<DomainException> objectionToPaying() {
        OrderPayment payment = state.payment();
        return payment.status() != OrderPayment.Status.PAID
                ? Optional.empty()
                : Optional.of(new RuleViolated(
                        OrderError.ALREADY_PAID,
                        "the first payment was recorded already, under the reference " + payment.transactionId(),
                        payment.transactionId() == null
                                ? Map.of("status", "paid")
                                : Map.of("status", "paid", "reference", payment.transactionId())));
    }

    /**
     * Approves the order for fulfilment. Confirming a confirmed order changes nothing.
     *
     * @throws IllegalTransition {@code INVALID_STATUS} when it is partial, fulfilled or cancelled
     */
    public Order confirm(Stamp stamp) {
        if (state.status() == OrderStatus.CONFIRMED) {
            return this;
        }
        requireAllowed(Trigger.CONFIRM);
        return happened(new OrderFact.Confirmed(null), stamp);
    }

    /**
     * Calls the order off. Cancelling a cancelled order changes nothing, whatever the reason.
     *
     * @throws IllegalTransition {@code ORDER_NOT_CANCELLABLE} when it has a subscription
     */
    public Order cancel(@Nullable String reason, Stamp stamp) {
        if (state.status() == OrderStatus.CANCELLED) {
            return this;
        }
        requireAllowed(Trigger.CANCEL);
        return happened(new OrderFact.Cancelled(Text.optional("reason", reason, Text.REASON), null), stamp);
    }

    /**
     * Gives up the open units of a partly fulfilled order, which is then fulfilled. Closing a closed order changes nothing.
     *
     * @throws IllegalTransition {@code INVALID_STATUS} when it is not partial
     */
    public Order close(String reason, Stamp stamp) {
        if (state.closure() != null) {
            return this;
        }
        requireAllowed(Trigger.CLOSE);
        int open = state.items().stream().mapToInt(OrderItem::openUnits).sum();
        return happened(new OrderFact.Closed(Text.required("reason", reason, Text.REASON), open, null), stamp);
    }

    /**
     * Turns one unit of an item into a subscription.
     *
     * @param confirmationRequired whether the tenant wants an order confirmed first
     * @throws IllegalTransition {@code ORDER_NOT_CONFIRMED} when the order is cancelled, or pending where confirmation is required;
     *     {@code ITEM_FULLY_FULFILLED} when it is fulfilled
     * @throws RuleViolated {@code ITEM_FULLY_FULFILLED} when the item has no open unit
     * @throws InvalidValue {@code ITEM_NOT_FOUND} when there is no such item
     */
    public Order fulfil(Fulfilment fulfilment, boolean confirmationRequired, Stamp stamp) {
        objectionToFulfilling(confirmationRequired).ifPresent(Order::raise);
        if (state.subscriptions().contains(fulfilment.subscriptionId())) {
            throw new IllegalArgumentException(
                    "subscription %s is of order %s already".formatted(fulfilment.subscriptionId(), state.id()));
        }
        objectionToFulfilling(fulfilment.itemNumber(), confirmationRequired).ifPresent(Order::raise);
        return happened(new OrderFact.UnitFulfilled(fulfilment, null), stamp);
    }

    /**
     * Makes the buyer this one: an event for what is new of the customer, of the addresses and of the billing each. A business whose
     * terms go may become an individual in the same step, and an individual that becomes a business may be given terms.
     *
     * @throws IllegalTransition {@code INVALID_STATUS} when something would change and the order is fulfilled or cancelled
     */
    public Order editBuyer(Buyer after, Stamp stamp) {
        Order moved = editAddresses(after.billingAddress(), after.ownShippingAddress(), stamp);
        // Terms are for businesses: they go while it still is one, or come when it is one.
        return after.profile().type() == CustomerType.BUSINESS
                ? moved.editCustomer(after.customerId(), after.profile(), stamp)
                        .editBilling(after.paymentTerms(), after.billingGroupId(), stamp)
                : moved.editBilling(after.paymentTerms(), after.billingGroupId(), stamp)
                        .editCustomer(after.customerId(), after.profile(), stamp);
    }

    /** Changes who ordered, for this order alone. */
    public Order editCustomer(CustomerId customerId, CustomerProfile profile, Stamp stamp) {
        Buyer buyer = state.buyer();
        if (buyer.customerId().equals(customerId) && buyer.profile().equals(profile)) {
            return this;
        }
        requireAllowed(Trigger.EDIT);
        return happened(new OrderFact.CustomerEdited(buyer.customerId(), buyer.profile(), customerId, profile), stamp);
    }

    /** Changes where to bill and ship; without a shipping address the order ships to the billing address. */
    public Order editAddresses(Address billing, @Nullable Address shipping, Stamp stamp) {
        Buyer buyer = state.buyer();
        if (buyer.billingAddress().equals(billing) && Objects.equals(buyer.ownShippingAddress(), shipping)) {
            return this;
        }
        requireAllowed(Trigger.EDIT);
        return happened(
                new OrderFact.AddressesEdited(buyer.billingAddress(), buyer.ownShippingAddress(), billing, shipping),
                stamp);
    }

    /**
     * Changes a business's payment terms and billing group.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when the customer is an individual
     */
    public Order editBilling(@Nullable PaymentTerms terms, @Nullable String billingGroupId, Stamp stamp) {
        Buyer before = state.buyer();
        Buyer after = before.withBilling(terms, billingGroupId);
        if (before.equals(after)) {
            return this;
        }
        requireAllowed(Trigger.EDIT);
        return happened(
                new OrderFact.BillingEdited(
                        before.paymentTerms(), before.billingGroupId(), after.paymentTerms(), after.billingGroupId()),
                stamp);
    }

    /**
     * Makes the items what the full new list says: new lines are added at today's price, missing ones removed, quantities changed;
     * what stays keeps its price. An order with nothing left open is then fulfilled. A list that says what there is changes nothing,
     * in any status and in any order of its lines.
     *
     * @throws IllegalTransition {@code INVALID_STATUS} when it is fulfilled or cancelled
     * @throws RuleViolated {@code ITEM_LOCKED} when an item with a subscription would change or go
     * @throws InvalidValue {@code INVALID_CONTRACT_LENGTH} when a line's length would change; {@code VALIDATION_ERROR} when there is
     *     no line or one too many, when a line fits more than one item, when one that stays has another override, or when the amounts
     *     become too large
     */
    public Order editItems(List<ItemEdit> lines, NewItems newItems, Stamp stamp) {
        Placement.requireCount(lines.size());
        ItemEdits edits = new ItemEdits(state.items(), lines);
        edits.refusals().stream().map(ItemEdits.Refusal::why).findFirst().ifPresent(Order::raise);
        if (edits.areNone()) {
            return this;
        }
        requireAllowed(Trigger.EDIT);
        Stream.concat(edits.changed().keySet().stream(), edits.removed().stream())
                .flatMap(item -> lock(item).stream())
                .findFirst()
                .ifPresent(Order::raise);
        Order order = this;
        // Additions first and removals last, so that the order is never empty or fulfilled on the way.
        int number = state.items().stream().mapToInt(OrderItem::number).max().orElse(0);
        for (ItemEdit line : edits.added().values()) {
            number++;
            order = order.happened(new OrderFact.ItemAdded(newItems.price(number, line), null), stamp);
        }
        for (Map.Entry<OrderItem, Integer> change : edits.changed().entrySet()) {
            OrderItem item = change.getKey();
            order = order.happened(
                    new OrderFact.ItemQuantityChanged(item.number(), item.quantity(), change.getValue(), null), stamp);
        }
        for (OrderItem item : edits.removed()) {
            order = order.happened(new OrderFact.ItemRemoved(item, null), stamp);
        }
        Placement.requireCountable(order.state.items(), order.state.currency(), order.state.tax());
        return order;
    }

    /** Replaces the notes, in any status; null or blank clears them. */
    public Order replaceNotes(@Nullable String notes, Stamp stamp) {
        String after = Text.optional("notes", notes, Text.NOTES);
        String before = state.remarks().notes();
        return Objects.equals(before, after) ? this : happened(new OrderFact.NotesReplaced(before, after), stamp);
    }

    /** Replaces the custom fields, in any status; null clears them. */
    public Order replaceCustomFields(@Nullable CustomFields after, Stamp stamp) {
        CustomFields before = state.remarks().customFields();
        return Objects.equals(before, after)
                ? this
                : happened(new OrderFact.CustomFieldsReplaced(before, after), stamp);
    }

    /** Sets the tracking number, in any status, which says that the parcel left now; null or blank takes it away. */
    public Order track(@Nullable String trackingNumber, Stamp stamp) {
        String number = Text.optional("trackingNumber", trackingNumber, Text.LINE);
        Remarks.Shipment before = state.remarks().shipment();
        if (Objects.equals(before == null ? null : before.trackingNumber(), number)) {
            return this;
        }
        Remarks.Shipment after = number == null ? null : new Remarks.Shipment(number, stamp.at());
        return happened(new OrderFact.TrackingSet(before, after), stamp);
    }

    /**
     * Records by hand, in any status, that the first payment came; the same reference again changes nothing.
     *
     * @param reference where the money can be found, such as a bank's reference
     * @param paidAmount the total of a month, if null
     * @throws RuleViolated {@code ALREADY_PAID} when it was paid under another reference or with another amount
     * @throws InvalidValue {@code VALIDATION_ERROR} when the reference is blank or too long, or the amount is negative or in another
     *     currency
     */
    public Order markPaid(String reference, @Nullable Money paidAmount, Stamp stamp) {
        Money amount = paidAmount == null ? state.totals().total() : paidAmount;
        OrderPayment paid = new OrderPayment(
                OrderPayment.Status.PAID,
                OrderPayment.Method.MANUAL,
                Text.required("reference", reference, Text.LINE),
                amount,
                true);
        OrderPayment before = state.payment();
        if (before.status() == OrderPayment.Status.PAID
                && Objects.equals(before.transactionId(), paid.transactionId())
                && (paidAmount == null || paidAmount.equals(before.paidAmount()))) {
            return this;
        }
        objectionToPaying().ifPresent(Order::raise);
        return recordPayment(paid, stamp);
    }

    /**
     * Records what became of the first payment, in any status.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when it was paid in another currency
     */
    public Order recordPayment(OrderPayment after, Stamp stamp) {
        Money paid = after.paidAmount();
        if (paid != null && !paid.currency().equals(state.currency())) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "paidAmount must be in %s, not %s"
                            .formatted(state.currency().getCurrencyCode(), paid));
        }
        return state.payment().equals(after)
                ? this
                : happened(new OrderFact.PaymentRecorded(state.payment(), after), stamp);
    }

    private void requireAllowed(Trigger trigger) {
        objectionTo(trigger).ifPresent(Order::raise);
    }

    private static void raise(DomainException objection) {
        throw objection;
    }

    private static Optional<DomainException> lock(OrderItem item) {
        int subscriptions = item.subscriptions().size();
        return item.isLocked()
                ? Optional.of(new RuleViolated(
                        OrderError.ITEM_LOCKED,
                        "item %s has %d subscription%s and can't be changed or removed"
                                .formatted(item.sku(), subscriptions, subscriptions == 1 ? "" : "s"),
                        Map.of("sku", item.sku().value(), "subscriptions", subscriptions)))
                : Optional.empty();
    }

    private Order happened(OrderFact fact, Stamp stamp) {
        State after = state.after(new Event<>(state.version() + 1, stamp, fact));
        return with(new Event<>(after.version(), stamp, fact.seen(state, after)), after);
    }

    private Order with(Event<OrderFact> event, State after) {
        List<Event<OrderFact>> more = new ArrayList<>(changes);
        more.add(event);
        return new Order(after, List.copyOf(more));
    }

    /**
     * An order as data: the one surface by which it is stored, shown and restored. The constructor checks that status, items and facts
     * agree: a cancelled order has a cancellation and no subscription, a partial one has both open and rented units, and so on. An
     * {@link IllegalArgumentException} says that they do not.
     *
     * @param version the sequence of the last event
     */
    public record State(
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

        public State {
            items = List.copyOf(items);
            if (items.isEmpty()
                    || items.stream().mapToInt(OrderItem::number).distinct().count() < items.size()) {
                throw new IllegalArgumentException(
                        "order %s must have items, each with a number of its own".formatted(id));
            }
            RentalProgress progress = RentalProgress.of(items);
            int open = progress.totalDevices() - progress.rentedDevices();
            boolean none = progress.rentedDevices() == 0;
            boolean agrees =
                    switch (status) {
                        case PENDING, CONFIRMED -> none && cancellation == null && closure == null;
                        case CANCELLED -> none && cancellation != null && closure == null;
                        case PARTIAL -> !none && open > 0 && cancellation == null && closure == null;
                        case FULFILLED ->
                            !none
                                    && cancellation == null
                                    && (closure == null ? open == 0 : open == closure.unitsGivenUp());
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

        /** Whose history the events of this order are. */
        public AggregateRef ref() {
            return new AggregateRef(TYPE, id.value());
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
                    .orElseThrow(() -> new InvalidValue(
                            OrderError.ITEM_NOT_FOUND, "order %s has no item %d".formatted(id, number)));
        }

        /** The first item of this SKU that still has an open unit. */
        public Optional<OrderItem> openItem(Sku sku) {
            return items.stream()
                    .filter(item -> item.sku().equals(sku) && item.openUnits() > 0)
                    .findFirst();
        }

        private State after(Event<OrderFact> event) {
            History.requireNext(version, event);
            State next = event.fact().applyTo(this, event.stamp());
            return next.at(event.sequence(), event.stamp().at());
        }

        private State at(long newVersion, Instant now) {
            return copy(newVersion, status, buyer, items, remarks, payment, cancellation, closure, now);
        }

        State withStatus(OrderStatus newStatus) {
            return copy(version, newStatus, buyer, items, remarks, payment, cancellation, closure, updatedAt);
        }

        State cancelled(Cancellation fact) {
            return copy(version, OrderStatus.CANCELLED, buyer, items, remarks, payment, fact, closure, updatedAt);
        }

        State closed(Closure fact) {
            return copy(version, OrderStatus.FULFILLED, buyer, items, remarks, payment, cancellation, fact, updatedAt);
        }

        State withBuyer(Buyer newBuyer) {
            return copy(version, status, newBuyer, items, remarks, payment, cancellation, closure, updatedAt);
        }

        State withRemarks(Remarks newRemarks) {
            return copy(version, status, buyer, items, newRemarks, payment, cancellation, closure, updatedAt);
        }

        State withPayment(OrderPayment newPayment) {
            return copy(version, status, buyer, items, remarks, newPayment, cancellation, closure, updatedAt);
        }

        State withItem(OrderItem changed) {
            return withItems(items.stream()
                    .map(item -> item.number() == changed.number() ? changed : item)
                    .toList());
        }

        State plusItem(OrderItem added) {
            List<OrderItem> more = new ArrayList<>(items);
            more.add(added);
            return withItems(more);
        }

        State minusItem(int number) {
            return withItems(
                    items.stream().filter(item -> item.number() != number).toList());
        }

        // Once a unit is a subscription, the items alone say whether the order is partial or fulfilled.
        private State withItems(List<OrderItem> newItems) {
            RentalProgress progress = RentalProgress.of(newItems);
            OrderStatus settled = status;
            if (progress.rentedDevices() > 0) {
                settled = progress.rentedDevices() == progress.totalDevices()
                        ? OrderStatus.FULFILLED
                        : OrderStatus.PARTIAL;
            }
            return copy(version, settled, buyer, newItems, remarks, payment, cancellation, closure, updatedAt);
        }

        private State copy(
                long newVersion,
                OrderStatus newStatus,
                Buyer newBuyer,
                List<OrderItem> newItems,
                Remarks newRemarks,
                OrderPayment newPayment,
                @Nullable Cancellation newCancellation,
                @Nullable Closure newClosure,
                Instant now) {
            return new State(
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
}
