package dev.tenure.domain.order;

import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.event.Fact;
import dev.tenure.domain.event.FieldChange;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.Stamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the history of an order. It changes the state without checking rules: they were checked before it happened.
 * It contains the values that it replaced, so that {@link #changes()} needs nothing else.
 *
 * <p>Facts of earlier releases lack the status change or the place of the item: there it is null, and {@code changes()}
 * omits it until {@link OrderHistory#withAllChanges} adds it.
 */
public sealed interface OrderFact extends Fact {

    /** The state after this fact. The fold sets sequence and time of the event. */
    OrderState applyTo(OrderState state, Stamp stamp);

    /**
     * The order was placed; contains the complete first state.
     *
     * @param importedAs the fingerprint of the line that the order was imported from; null for an order that was placed
     *     here
     */
    record Placed(OrderState initial, @Nullable String importedAs) implements OrderFact {

        public Placed(OrderState initial) {
            this(initial, null);
        }

        @Override
        public List<FieldChange> changes() {
            return List.of();
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return initial;
        }
    }

    /** The order was reviewed and approved. */
    record Confirmed(@Nullable StatusMove status) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(StatusMove.change(status));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.confirmed();
        }
    }

    /** The order was cancelled. */
    record Cancelled(@Nullable String why, @Nullable StatusMove status) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(StatusMove.change(status));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.cancelled(new Cancellation(stamp.at(), why));
        }

        @Override
        public Optional<String> reason() {
            return Optional.ofNullable(why);
        }
    }

    /** The open units were given up. */
    record Closed(String why, int unitsGivenUp, @Nullable StatusMove status) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(
                    StatusMove.change(status), FieldChange.of("closure.unitsGivenUp", null, unitsGivenUp));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.closed(new Closure(stamp.at(), why, unitsGivenUp));
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }

    /** One unit became a subscription. */
    record UnitFulfilled(Fulfilment fulfilment, @Nullable ItemPlace place) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(ItemPlace.change(
                    place, rentalId(), null, fulfilment.subscriptionId().value()));
        }

        private String rentalId() {
            return place == null ? "" : ".rentalIds[" + place.rented() + "]";
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.withItem(
                    state.item(fulfilment.itemNumber()).withSubscription(fulfilment.subscriptionId()), Trigger.FULFIL);
        }
    }

    /** A line was added at the current price. */
    record ItemAdded(OrderItem item, @Nullable ItemPlace place) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(ItemPlace.change(place, "", null, item));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.plusItem(item);
        }
    }

    /** A line without subscriptions was removed. */
    record ItemRemoved(OrderItem item, @Nullable ItemPlace place) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(ItemPlace.change(place, "", item, null));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.minusItem(item.number());
        }
    }

    /** The quantity of a line without subscriptions was changed. */
    record ItemQuantityChanged(
            int itemNumber, int before, int after, @Nullable ItemPlace place) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(ItemPlace.change(place, ".quantity", before, after));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.withItem(state.item(itemNumber).withQuantity(after), Trigger.EDIT);
        }
    }

    /** The customer's details on this order were changed. */
    record CustomerEdited(CustomerId idBefore, CustomerProfile before, CustomerId idAfter, CustomerProfile after)
            implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(
                    FieldChange.of("customer.customerId", idBefore.value(), idAfter.value()),
                    FieldChanges.customer(before, after));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.withBuyer(state.buyer().with(idAfter, after));
        }
    }

    /** The billing or shipping address was changed; no shipping address means the billing address. */
    record AddressesEdited(
            Address billingBefore,
            @Nullable Address shippingBefore,
            Address billingAfter,
            @Nullable Address shippingAfter)
            implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(
                    FieldChanges.address("billingAddress", billingBefore, billingAfter),
                    FieldChanges.address(
                            "shippingAddress",
                            Objects.requireNonNullElse(shippingBefore, billingBefore),
                            Objects.requireNonNullElse(shippingAfter, billingAfter)));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.withBuyer(state.buyer().withAddresses(billingAfter, shippingAfter));
        }
    }

    /** Payment terms or billing group were changed. */
    record BillingEdited(
            @Nullable PaymentTerms termsBefore,
            @Nullable String groupBefore,
            @Nullable PaymentTerms termsAfter,
            @Nullable String groupAfter)
            implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(
                    FieldChange.of("paymentTerms", termsBefore, termsAfter),
                    FieldChange.of("billingGroupId", groupBefore, groupAfter));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.withBuyer(state.buyer().withBilling(termsAfter, groupAfter));
        }
    }

    /** The notes were replaced. */
    record NotesReplaced(@Nullable String before, @Nullable String after) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(FieldChange.of("notes", before, after));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            Remarks remarks = state.remarks();
            return state.withRemarks(new Remarks(after, remarks.customFields(), remarks.shipment()));
        }
    }

    /** The custom fields were replaced. */
    record CustomFieldsReplaced(
            @Nullable CustomFields before, @Nullable CustomFields after) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(FieldChanges.customFields(before, after));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            Remarks remarks = state.remarks();
            return state.withRemarks(new Remarks(remarks.notes(), after, remarks.shipment()));
        }
    }

    /** The tracking number was set or cleared; setting it records the time of shipping. */
    record TrackingSet(Remarks.@Nullable Shipment before, Remarks.@Nullable Shipment after) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(FieldChanges.shipment(before, after));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            Remarks remarks = state.remarks();
            return state.withRemarks(new Remarks(remarks.notes(), remarks.customFields(), after));
        }
    }

    /** The first payment arrived, failed or was recorded manually. */
    record PaymentRecorded(OrderPayment before, OrderPayment after) implements OrderFact {
        @Override
        public List<FieldChange> changes() {
            return FieldChange.list(FieldChanges.payment(before, after));
        }

        @Override
        public OrderState applyTo(OrderState state, Stamp stamp) {
            return state.withPayment(after);
        }
    }
}
