package dev.tenure.domain.order;

import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer's commitment to subscribe to products. An order is immutable, and it is the fold of its events: a command
 * checks its rules, creates one event per fact and returns the order after them; {@link #changes()} contains the events
 * since it was loaded. So {@code Order.replay(events).state()} always equals the state after the commands.
 *
 * <p>Worked example: an order of 5 laptops and 3 tablets is placed ({@code PENDING}, version 1), confirmed
 * ({@code CONFIRMED}, version 2), and after the first hand-over it is {@code PARTIAL}, version 3; after the eighth it
 * is {@code FULFILLED}, version 10.
 */
public final class Order {

    public static final int MAX_ITEMS = 200;

    private final OrderState state;
    private final List<Event<OrderFact>> changes;

    private Order(OrderState state, List<Event<OrderFact>> changes) {
        this.state = state;
        this.changes = changes;
    }

    /** A new order, pending, at version 1. */
    public static Order place(Placement placement, Stamp stamp) {
        return begin(placement, null, stamp);
    }

    /**
     * An order imported from another system, pending, at version 1; the stamp contains the time of the original order.
     *
     * @param importedAs the fingerprint of the imported content, which identifies a repeated import
     */
    public static Order imported(Placement placement, String importedAs, Stamp stamp) {
        return begin(placement, importedAs, stamp);
    }

    private static Order begin(Placement placement, @Nullable String importedAs, Stamp stamp) {
        OrderState initial = OrderState.initial(placement, stamp);
        return new Order(initial, List.of(new Event<>(1, stamp, new OrderFact.Placed(initial, importedAs))));
    }

    /** The order as stored: the only check is that its state is consistent, and it has no changes. */
    public static Order restore(OrderState state) {
        return new Order(state, List.of());
    }

    /**
     * The order after these events.
     *
     * @throws IllegalArgumentException when they are not a history that begins with the placing
     */
    public static Order replay(List<Event<OrderFact>> events) {
        return restore(OrderHistory.stateAfter(events));
    }

    public OrderState state() {
        return state;
    }

    /** What forbids each command now; the commands use the same checks. */
    public OrderObjections objections() {
        return new OrderObjections(state);
    }

    /** The events since this order was placed or loaded, in order. */
    public List<Event<OrderFact>> changes() {
        return changes;
    }

    /** The version at loading, which an update of the store must still find. */
    public long loadedVersion() {
        return state.version() - changes.size();
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
        objections().require(Trigger.CONFIRM);
        return happened(new OrderFact.Confirmed(null), stamp);
    }

    /**
     * Cancels the order. Cancelling a cancelled order changes nothing, whatever the reason.
     *
     * @throws IllegalTransition {@code ORDER_NOT_CANCELLABLE} when it has a subscription
     */
    public Order cancel(@Nullable String reason, Stamp stamp) {
        if (state.status() == OrderStatus.CANCELLED) {
            return this;
        }
        objections().require(Trigger.CANCEL);
        return happened(new OrderFact.Cancelled(Text.optional("reason", reason, Text.REASON), null), stamp);
    }

    /**
     * Gives up the open units of a partly fulfilled order, which is then fulfilled. Closing a closed order changes
     * nothing.
     *
     * @throws IllegalTransition {@code INVALID_STATUS} when it is not partial
     */
    public Order close(String reason, Stamp stamp) {
        if (state.closure() != null) {
            return this;
        }
        objections().require(Trigger.CLOSE);
        int open = state.items().stream().mapToInt(OrderItem::openUnits).sum();
        return happened(new OrderFact.Closed(Text.required("reason", reason, Text.REASON), open, null), stamp);
    }

    /**
     * Turns one unit of an item into a subscription.
     *
     * @param confirmationRequired whether the tenant requires confirmed orders
     * @throws IllegalTransition {@code ORDER_NOT_CONFIRMED} when the order is cancelled, or pending although
     *     confirmation is required; {@code ITEM_FULLY_FULFILLED} when it is fulfilled
     * @throws RuleViolated {@code ITEM_FULLY_FULFILLED} when the item has no open unit
     * @throws InvalidValue {@code ITEM_NOT_FOUND} when there is no such item
     */
    public Order fulfil(Fulfilment fulfilment, boolean confirmationRequired, Stamp stamp) {
        OrderObjections.requireNone(objections().objectionToFulfilling(confirmationRequired));
        if (state.subscriptions().contains(fulfilment.subscriptionId())) {
            throw new IllegalArgumentException(
                    "subscription %s is of order %s already".formatted(fulfilment.subscriptionId(), state.id()));
        }
        OrderObjections.requireNone(objections().objectionToFulfilling(fulfilment.itemNumber(), confirmationRequired));
        return happened(new OrderFact.UnitFulfilled(fulfilment, null), stamp);
    }

    /**
     * Replaces the buyer, with an event each for changes of the customer, of the addresses and of the billing. A
     * business whose payment terms are cleared may become an individual in the same step, and an individual that
     * becomes a business may get terms.
     *
     * @throws IllegalTransition {@code INVALID_STATUS} when something would change and the order is fulfilled or
     *     cancelled
     */
    public Order editBuyer(Buyer after, Stamp stamp) {
        Order moved = editAddresses(after.billingAddress(), after.ownShippingAddress(), stamp);
        // Only a business has terms: clear them before it becomes an individual, set them after it becomes a business.
        return after.profile().type() == CustomerType.BUSINESS
                ? moved.editCustomer(after.customerId(), after.profile(), stamp)
                        .editBilling(after.paymentTerms(), after.billingGroupId(), stamp)
                : moved.editBilling(after.paymentTerms(), after.billingGroupId(), stamp)
                        .editCustomer(after.customerId(), after.profile(), stamp);
    }

    /** Changes the customer's details on this order only. */
    public Order editCustomer(CustomerId customerId, CustomerProfile profile, Stamp stamp) {
        Buyer buyer = state.buyer();
        if (buyer.customerId().equals(customerId) && buyer.profile().equals(profile)) {
            return this;
        }
        objections().require(Trigger.EDIT);
        return happened(new OrderFact.CustomerEdited(buyer.customerId(), buyer.profile(), customerId, profile), stamp);
    }

    /** Changes the addresses; without a shipping address the order ships to the billing address. */
    public Order editAddresses(Address billing, @Nullable Address shipping, Stamp stamp) {
        Buyer buyer = state.buyer();
        if (buyer.billingAddress().equals(billing) && Objects.equals(buyer.ownShippingAddress(), shipping)) {
            return this;
        }
        objections().require(Trigger.EDIT);
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
        objections().require(Trigger.EDIT);
        return happened(
                new OrderFact.BillingEdited(
                        before.paymentTerms(), before.billingGroupId(), after.paymentTerms(), after.billingGroupId()),
                stamp);
    }

    /**
     * Changes the items to the full new list: adds new lines at today's price, removes missing ones, changes
     * quantities; existing items keep their price. An order without open units is then fulfilled. A list that equals
     * the items changes nothing, in any status and in any order of its lines.
     *
     * @throws IllegalTransition {@code INVALID_STATUS} when it is fulfilled or cancelled
     * @throws RuleViolated {@code ITEM_LOCKED} when an item with a subscription would be changed or removed
     * @throws InvalidValue {@code INVALID_CONTRACT_LENGTH} when a line's length would change; {@code VALIDATION_ERROR}
     *     when there is no line or one too many, when a line matches more than one item, when an existing one has
     *     another override, or when the amounts become too large
     */
    public Order editItems(List<ItemEdit> lines, NewItems newItems, Stamp stamp) {
        Placement.requireCount(lines.size());
        ItemEdits edits = new ItemEdits(state.items(), lines);
        OrderObjections.requireNone(
                edits.refusals().stream().map(ItemEdits.Refusal::why).findFirst());
        if (edits.areNone()) {
            return this;
        }
        OrderObjections.requireNone(objections().objectionToItems(edits));
        Order order = this;
        for (OrderFact fact : edits.facts(newItems)) {
            order = order.happened(fact, stamp);
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

    /**
     * Sets the tracking number, in any status, with the current time as the time of shipping; null or blank clears it.
     */
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
     * Records manually, in any status, that the first payment arrived; the same reference again changes nothing.
     *
     * @param reference identifies the payment, such as a bank's reference
     * @param paidAmount the monthly total, if null
     * @throws RuleViolated {@code ALREADY_PAID} when it was paid under another reference or with another amount
     * @throws InvalidValue {@code VALIDATION_ERROR} when the reference is blank or too long, or the amount is negative
     *     or in another currency
     */
    public Order markPaid(String reference, @Nullable Money paidAmount, Stamp stamp) {
        OrderPayment paid = OrderPayment.byHand(
                reference, paidAmount == null ? state.totals().total() : paidAmount);
        if (state.payment().isOf(paid.transactionId(), paidAmount)) {
            return this;
        }
        OrderObjections.requireNone(objections().objectionToPaying());
        return recordPayment(paid, stamp);
    }

    /**
     * Records the result of the first payment, in any status.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when it was paid in another currency
     */
    public Order recordPayment(OrderPayment after, Stamp stamp) {
        after.requireCurrency(state.currency());
        return state.payment().equals(after)
                ? this
                : happened(new OrderFact.PaymentRecorded(state.payment(), after), stamp);
    }

    private Order happened(OrderFact fact, Stamp stamp) {
        OrderState after = state.with(new Event<>(state.version() + 1, stamp, fact));
        List<Event<OrderFact>> more = new ArrayList<>(changes);
        more.add(new Event<>(after.version(), stamp, FactContext.recordedIn(fact, state, after)));
        return new Order(after, List.copyOf(more));
    }
}
