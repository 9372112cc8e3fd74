package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.shared.Words.constantOrNull;
import static dev.tenure.adapter.persistence.shared.Words.wordOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.persistence.order.OrderJson.FulfilmentJson;
import dev.tenure.adapter.persistence.order.OrderJson.PaymentJson;
import dev.tenure.adapter.persistence.order.OrderJson.ProfileJson;
import dev.tenure.adapter.persistence.order.OrderJson.ShipmentJson;
import dev.tenure.adapter.persistence.shared.AddressJson;
import dev.tenure.adapter.persistence.shared.Json;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.OrderFact;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** What the events of an order are called and hold in the store. A name is for good: old rows carry it. */
final class OrderFactMapping {

    /** What the first event of an imported order says beside the order. */
    static final String IMPORTED_AS = "importedAs";

    private static final List<Kind<?, ?>> KINDS = List.of(
            new Kind<>(
                    "placed",
                    OrderFact.Placed.class,
                    PlacedJson.class,
                    fact -> new PlacedJson(StateJson.of(fact.initial()), fact.importedAs()),
                    json -> new OrderFact.Placed(json.initial.toState(), json.importedAs)),
            new Kind<>(
                    "confirmed",
                    OrderFact.Confirmed.class,
                    ConfirmedJson.class,
                    fact -> new ConfirmedJson(),
                    json -> new OrderFact.Confirmed()),
            new Kind<>(
                    "cancelled",
                    OrderFact.Cancelled.class,
                    CancelledJson.class,
                    fact -> new CancelledJson(fact.why()),
                    json -> new OrderFact.Cancelled(json.why)),
            new Kind<>(
                    "closed",
                    OrderFact.Closed.class,
                    ClosedJson.class,
                    fact -> new ClosedJson(fact.why(), fact.unitsGivenUp()),
                    json -> new OrderFact.Closed(json.why, json.unitsGivenUp)),
            new Kind<>(
                    "unit_fulfilled",
                    OrderFact.UnitFulfilled.class,
                    FulfilmentJson.class,
                    fact -> FulfilmentJson.of(fact.fulfilment()),
                    json -> new OrderFact.UnitFulfilled(json.toFulfilment())),
            new Kind<>(
                    "item_added",
                    OrderFact.ItemAdded.class,
                    ItemJson.class,
                    fact -> ItemJson.of(fact.item()),
                    json -> new OrderFact.ItemAdded(json.toItem())),
            new Kind<>(
                    "item_removed",
                    OrderFact.ItemRemoved.class,
                    ItemJson.class,
                    fact -> ItemJson.of(fact.item()),
                    json -> new OrderFact.ItemRemoved(json.toItem())),
            new Kind<>(
                    "item_quantity_changed",
                    OrderFact.ItemQuantityChanged.class,
                    QuantityJson.class,
                    fact -> new QuantityJson(fact.itemNumber(), fact.before(), fact.after()),
                    json -> new OrderFact.ItemQuantityChanged(json.itemNumber, json.before, json.after)),
            new Kind<>(
                    "customer_edited",
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
                    OrderFact.NotesReplaced.class,
                    NotesJson.class,
                    fact -> new NotesJson(fact.before(), fact.after()),
                    json -> new OrderFact.NotesReplaced(json.before, json.after)),
            new Kind<>(
                    "custom_fields_replaced",
                    OrderFact.CustomFieldsReplaced.class,
                    CustomFieldsJson.class,
                    fact -> new CustomFieldsJson(
                            CustomFieldsMapping.toJson(fact.before()), CustomFieldsMapping.toJson(fact.after())),
                    json -> new OrderFact.CustomFieldsReplaced(
                            CustomFieldsMapping.fromJson(json.before), CustomFieldsMapping.fromJson(json.after))),
            new Kind<>(
                    "tracking_set",
                    OrderFact.TrackingSet.class,
                    TrackingJson.class,
                    fact -> new TrackingJson(
                            ShipmentJson.ofNullable(fact.before()), ShipmentJson.ofNullable(fact.after())),
                    json -> new OrderFact.TrackingSet(
                            ShipmentJson.toShipment(json.before), ShipmentJson.toShipment(json.after))),
            new Kind<>(
                    "payment_recorded",
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

    static JSONB payload(OrderFact fact) {
        return kind(fact).write(fact);
    }

    static OrderFact fact(String type, JSONB payload) {
        Kind<?, ?> kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalStateException("this program knows no order event " + type);
        }
        return kind.read(payload);
    }

    private static Kind<?, ?> kind(OrderFact fact) {
        Kind<?, ?> kind = BY_FACT.get(fact.getClass());
        if (kind == null) {
            throw new IllegalStateException("there is no mapping of " + fact.getClass());
        }
        return kind;
    }

    private record Kind<F extends OrderFact, J>(
            String type, Class<F> fact, Class<J> json, Function<F, J> toJson, Function<J, F> toFact) {

        JSONB write(OrderFact value) {
            return Json.write(toJson.apply(fact.cast(value)));
        }

        OrderFact read(JSONB payload) {
            return toFact.apply(Json.read(payload, json));
        }
    }

    private record PlacedJson(StateJson initial, @Nullable String importedAs) {}

    private record ConfirmedJson() {}

    private record CancelledJson(@Nullable String why) {}

    private record ClosedJson(String why, int unitsGivenUp) {}

    private record QuantityJson(int itemNumber, int before, int after) {}

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
