package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.shared.Words.constantOrNull;
import static dev.tenure.adapter.persistence.shared.Words.wordOrNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.persistence.event.PersonalData;
import dev.tenure.adapter.persistence.event.PersonalData.Part;
import dev.tenure.adapter.persistence.event.StoredEvent.StoredFact;
import dev.tenure.adapter.persistence.order.OrderJson.FulfilmentJson;
import dev.tenure.adapter.persistence.order.OrderJson.MoveJson;
import dev.tenure.adapter.persistence.order.OrderJson.PaymentJson;
import dev.tenure.adapter.persistence.order.OrderJson.PlaceJson;
import dev.tenure.adapter.persistence.order.OrderJson.ProfileJson;
import dev.tenure.adapter.persistence.order.OrderJson.ShipmentJson;
import dev.tenure.adapter.persistence.shared.AddressJson;
import dev.tenure.adapter.persistence.shared.Erased;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.OrderFact;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names and payloads of the events of an order in the store, and which of their fields are personal data. A name never
 * changes, because stored rows contain it.
 */
final class OrderFactMapping {

    /** What the first event of an imported order contains in addition to the order. */
    static final String IMPORTED_AS = "importedAs";

    private static final PersonalData PLACED_OF_PERSON = PersonalData.of(
            Part.allBut("type", "initial.customer"),
            Part.allBut("country", "initial.billingAddress"),
            Part.allBut("country", "initial.shippingAddress"),
            Part.at("initial.remarks.notes"),
            Part.at("initial.remarks.customFields"),
            Part.at("initial.remarks.shipment.trackingNumber"),
            Part.at("initial.cancellation.reason"),
            Part.at("initial.closure.reason"),
            Part.at("initial.extensionDetails.reason"),
            Part.at("initial.upgradeDetails.upgradeReason"));

    private static final List<Kind<?, ?>> KINDS = List.of(
            new Kind<>(
                    "placed",
                    PLACED_OF_PERSON,
                    OrderFact.Placed.class,
                    PlacedJson.class,
                    fact -> new PlacedJson(StateJson.of(fact.initial()), fact.importedAs()),
                    json -> new OrderFact.Placed(json.initial.toState(), json.importedAs)),
            new Kind<>(
                    "confirmed",
                    PersonalData.NONE,
                    OrderFact.Confirmed.class,
                    ConfirmedJson.class,
                    fact -> new ConfirmedJson(MoveJson.ofNullable(fact.status())),
                    json -> new OrderFact.Confirmed(MoveJson.toMove(json.status))),
            new Kind<>(
                    "cancelled",
                    PersonalData.of(Part.at("why")),
                    OrderFact.Cancelled.class,
                    CancelledJson.class,
                    fact -> new CancelledJson(fact.why(), MoveJson.ofNullable(fact.status())),
                    json -> new OrderFact.Cancelled(json.why, MoveJson.toMove(json.status))),
            new Kind<>(
                    "closed",
                    PersonalData.of(Part.at("why")),
                    OrderFact.Closed.class,
                    ClosedJson.class,
                    fact -> new ClosedJson(fact.why(), fact.unitsGivenUp(), MoveJson.ofNullable(fact.status())),
                    json -> new OrderFact.Closed(
                            Erased.textOr(json.why), json.unitsGivenUp, MoveJson.toMove(json.status))),
            new Kind<>(
                    "unit_fulfilled",
                    PersonalData.NONE,
                    OrderFact.UnitFulfilled.class,
                    UnitJson.class,
                    fact -> new UnitJson(FulfilmentJson.of(fact.fulfilment()), PlaceJson.ofNullable(fact.place())),
                    json -> new OrderFact.UnitFulfilled(json.fulfilment.toFulfilment(), PlaceJson.toPlace(json.place))),
            new Kind<>(
                    "item_added",
                    PersonalData.NONE,
                    OrderFact.ItemAdded.class,
                    PlacedItemJson.class,
                    fact -> new PlacedItemJson(ItemJson.of(fact.item()), PlaceJson.ofNullable(fact.place())),
                    json -> new OrderFact.ItemAdded(json.item.toItem(), PlaceJson.toPlace(json.place))),
            new Kind<>(
                    "item_removed",
                    PersonalData.NONE,
                    OrderFact.ItemRemoved.class,
                    PlacedItemJson.class,
                    fact -> new PlacedItemJson(ItemJson.of(fact.item()), PlaceJson.ofNullable(fact.place())),
                    json -> new OrderFact.ItemRemoved(json.item.toItem(), PlaceJson.toPlace(json.place))),
            new Kind<>(
                    "item_quantity_changed",
                    PersonalData.NONE,
                    OrderFact.ItemQuantityChanged.class,
                    QuantityJson.class,
                    fact -> new QuantityJson(
                            fact.itemNumber(), fact.before(), fact.after(), PlaceJson.ofNullable(fact.place())),
                    json -> new OrderFact.ItemQuantityChanged(
                            json.itemNumber, json.before, json.after, PlaceJson.toPlace(json.place))),
            new Kind<>(
                    "customer_edited",
                    PersonalData.of(Part.allBut("type", "before"), Part.allBut("type", "after")),
                    OrderFact.CustomerEdited.class,
                    CustomerJson.class,
                    fact -> new CustomerJson(
                            fact.idBefore().value(),
                            ProfileJson.of(fact.before()),
                            fact.idAfter().value(),
                            ProfileJson.of(fact.after())),
                    json -> new OrderFact.CustomerEdited(
                            new CustomerId(json.idBefore),
                            json.before.toProfile(),
                            new CustomerId(json.idAfter),
                            json.after.toProfile())),
            new Kind<>(
                    "addresses_edited",
                    PersonalData.of(
                            Part.allBut("country", "billingBefore"),
                            Part.allBut("country", "shippingBefore"),
                            Part.allBut("country", "billingAfter"),
                            Part.allBut("country", "shippingAfter")),
                    OrderFact.AddressesEdited.class,
                    AddressesJson.class,
                    fact -> new AddressesJson(
                            AddressJson.of(fact.billingBefore()),
                            AddressJson.ofNullable(fact.shippingBefore()),
                            AddressJson.of(fact.billingAfter()),
                            AddressJson.ofNullable(fact.shippingAfter())),
                    json -> new OrderFact.AddressesEdited(
                            json.billingBefore.toAddress(),
                            json.shippingBefore == null ? null : json.shippingBefore.toAddress(),
                            json.billingAfter.toAddress(),
                            json.shippingAfter == null ? null : json.shippingAfter.toAddress())),
            new Kind<>(
                    "billing_edited",
                    PersonalData.NONE,
                    OrderFact.BillingEdited.class,
                    BillingJson.class,
                    fact -> new BillingJson(
                            wordOrNull(fact.termsBefore()),
                            fact.groupBefore(),
                            wordOrNull(fact.termsAfter()),
                            fact.groupAfter()),
                    json -> new OrderFact.BillingEdited(
                            constantOrNull(PaymentTerms.class, json.termsBefore),
                            json.groupBefore,
                            constantOrNull(PaymentTerms.class, json.termsAfter),
                            json.groupAfter)),
            new Kind<>(
                    "notes_replaced",
                    PersonalData.of(Part.at("before"), Part.at("after")),
                    OrderFact.NotesReplaced.class,
                    NotesJson.class,
                    fact -> new NotesJson(fact.before(), fact.after()),
                    json -> new OrderFact.NotesReplaced(json.before, json.after)),
            new Kind<>(
                    "custom_fields_replaced",
                    PersonalData.of(Part.at("before"), Part.at("after")),
                    OrderFact.CustomFieldsReplaced.class,
                    CustomFieldsJson.class,
                    fact -> new CustomFieldsJson(
                            CustomFieldsMapping.toJson(fact.before()), CustomFieldsMapping.toJson(fact.after())),
                    json -> new OrderFact.CustomFieldsReplaced(
                            CustomFieldsMapping.fromJson(json.before), CustomFieldsMapping.fromJson(json.after))),
            new Kind<>(
                    "tracking_set",
                    PersonalData.of(Part.at("before.trackingNumber"), Part.at("after.trackingNumber")),
                    OrderFact.TrackingSet.class,
                    TrackingJson.class,
                    fact -> new TrackingJson(
                            ShipmentJson.ofNullable(fact.before()), ShipmentJson.ofNullable(fact.after())),
                    json -> new OrderFact.TrackingSet(
                            ShipmentJson.toShipment(json.before), ShipmentJson.toShipment(json.after))),
            new Kind<>(
                    "payment_recorded",
                    PersonalData.NONE,
                    OrderFact.PaymentRecorded.class,
                    PaymentsJson.class,
                    fact -> new PaymentsJson(PaymentJson.of(fact.before()), PaymentJson.of(fact.after())),
                    json -> new OrderFact.PaymentRecorded(json.before.toPayment(), json.after.toPayment())));

    private static final Map<Class<?>, Kind<?, ?>> BY_FACT =
            KINDS.stream().collect(Collectors.toUnmodifiableMap(Kind::fact, Function.identity()));
    private static final Map<String, Kind<?, ?>> BY_TYPE =
            KINDS.stream().collect(Collectors.toUnmodifiableMap(Kind::type, Function.identity()));

    private OrderFactMapping() {}

    static String type(OrderFact fact) {
        return kind(fact).type();
    }

    static StoredFact write(OrderFact fact) {
        return kind(fact).write(fact);
    }

    static OrderFact read(String type, StoredFact fact) {
        Kind<?, ?> kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalStateException("this program knows no order event " + type);
        }
        return kind.read(fact);
    }

    private static Kind<?, ?> kind(OrderFact fact) {
        Kind<?, ?> kind = BY_FACT.get(fact.getClass());
        if (kind == null) {
            throw new IllegalStateException("there is no mapping of " + fact.getClass());
        }
        return kind;
    }

    private record Kind<F extends OrderFact, J>(
            String type,
            PersonalData ofPerson,
            Class<F> fact,
            Class<J> json,
            Function<F, J> toJson,
            Function<J, F> toFact) {

        StoredFact write(OrderFact value) {
            return ofPerson.split(toJson.apply(fact.cast(value)));
        }

        OrderFact read(StoredFact stored) {
            return toFact.apply(PersonalData.join(stored, json));
        }
    }

    private record PlacedJson(StateJson initial, @Nullable String importedAs) {}

    private record ConfirmedJson(@Nullable MoveJson status) {}

    private record CancelledJson(
            @Nullable String why, @Nullable MoveJson status) {}

    private record ClosedJson(
            @Nullable String why,
            int unitsGivenUp,
            @Nullable MoveJson status) {}

    private record QuantityJson(
            int itemNumber, int before, int after, @Nullable PlaceJson place) {}

    // The fields of the fulfilment and of the item are next to those of the place, as in earlier releases.
    private record UnitJson(
            @JsonUnwrapped FulfilmentJson fulfilment,
            @Nullable PlaceJson place) {}

    private record PlacedItemJson(
            @JsonUnwrapped ItemJson item, @Nullable PlaceJson place) {}

    private record CustomerJson(String idBefore, ProfileJson before, String idAfter, ProfileJson after) {}

    private record AddressesJson(
            AddressJson billingBefore,
            @Nullable AddressJson shippingBefore,
            AddressJson billingAfter,
            @Nullable AddressJson shippingAfter) {}

    private record BillingJson(
            @Nullable String termsBefore,
            @Nullable String groupBefore,
            @Nullable String termsAfter,
            @Nullable String groupAfter) {}

    private record NotesJson(
            @Nullable String before, @Nullable String after) {}

    private record CustomFieldsJson(
            @Nullable JsonNode before, @Nullable JsonNode after) {}

    private record TrackingJson(
            @Nullable ShipmentJson before, @Nullable ShipmentJson after) {}

    private record PaymentsJson(PaymentJson before, PaymentJson after) {}
}
