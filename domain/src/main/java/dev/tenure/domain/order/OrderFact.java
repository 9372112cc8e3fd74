package dev.tenure.domain.order;

import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Order.State;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.Stamp;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order. A fact changes the state and checks no rule: rules were checked before it happened. Facts that
 * replace a value carry it before and after, so that the timeline needs nothing else.
 */
public sealed interface OrderFact {

    /** The state after this fact. Sequence and time of the event are set by the fold, not here. */
    State applyTo(State state, Stamp stamp);

    /** What this kind of fact is called outside: {@code unit_fulfilled} for {@link UnitFulfilled}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The reason somebody gave, where this fact has one. */
    default Optional<String> reason() {
        return Optional.empty();
    }

    /**
     * The order came to be; it carries the whole first state.
     *
     * @param importedAs what the order was taken over from, as the fingerprint of that; null for an order that was placed here
     */
    record Placed(State initial, @Nullable String importedAs) implements OrderFact {

        public Placed(State initial) {
            this(initial, null);
        }

        @Override
        public State applyTo(State state, Stamp stamp) {
            return initial;
        }
    }

    /** The order was reviewed and approved. */
    record Confirmed() implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            return state.withStatus(OrderStatus.CONFIRMED);
        }
    }

    /** The order was called off. */
    record Cancelled(@Nullable String why) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            return state.cancelled(new Cancellation(stamp.at(), why));
        }

        @Override
        public Optional<String> reason() {
            return Optional.ofNullable(why);
        }
    }

    /** The open units were given up. */
    record Closed(String why, int unitsGivenUp) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            return state.closed(new Closure(stamp.at(), why, unitsGivenUp));
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }

    /** One unit became a subscription. */
    record UnitFulfilled(Fulfilment fulfilment) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            return state.withItem(state.item(fulfilment.itemNumber()).withSubscription(fulfilment.subscriptionId()));
        }
    }

    /** A line was added at the price of that moment. */
    record ItemAdded(OrderItem item) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            return state.plusItem(item);
        }
    }

    /** A line without subscriptions was removed. */
    record ItemRemoved(OrderItem item) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            return state.minusItem(item.number());
        }
    }

    /** A line without subscriptions has another quantity. */
    record ItemQuantityChanged(int itemNumber, int before, int after) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            return state.withItem(state.item(itemNumber).withQuantity(after));
        }
    }

    /** The customer's details on this order were changed. */
    record CustomerEdited(CustomerId idBefore, CustomerProfile before, CustomerId idAfter, CustomerProfile after)
            implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            return state.withBuyer(state.buyer().with(idAfter, after));
        }
    }

    /** Where to bill or ship was changed; no shipping address means the billing address. */
    record AddressesEdited(
            Address billingBefore,
            @Nullable Address shippingBefore,
            Address billingAfter,
            @Nullable Address shippingAfter)
            implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
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
        public State applyTo(State state, Stamp stamp) {
            return state.withBuyer(state.buyer().withBilling(termsAfter, groupAfter));
        }
    }

    /** The notes were replaced. */
    record NotesReplaced(@Nullable String before, @Nullable String after) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            Remarks remarks = state.remarks();
            return state.withRemarks(new Remarks(after, remarks.customFields(), remarks.shipment()));
        }
    }

    /** The custom fields were replaced. */
    record CustomFieldsReplaced(
            @Nullable CustomFields before, @Nullable CustomFields after) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            Remarks remarks = state.remarks();
            return state.withRemarks(new Remarks(remarks.notes(), after, remarks.shipment()));
        }
    }

    /** A tracking number was set or taken away; setting one says when the parcel left. */
    record TrackingSet(Remarks.@Nullable Shipment before, Remarks.@Nullable Shipment after) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            Remarks remarks = state.remarks();
            return state.withRemarks(new Remarks(remarks.notes(), remarks.customFields(), after));
        }
    }

    /** The first payment came, failed or was marked by hand. */
    record PaymentRecorded(OrderPayment before, OrderPayment after) implements OrderFact {
        @Override
        public State applyTo(State state, Stamp stamp) {
            return state.withPayment(after);
        }
    }
}
