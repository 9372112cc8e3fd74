package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.constantOrNull;
import static dev.tenure.adapter.persistence.shared.Words.word;
import static dev.tenure.adapter.persistence.shared.Words.wordOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.adapter.persistence.shared.Erased;
import dev.tenure.adapter.persistence.shared.MoneyText;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.Cancellation;
import dev.tenure.domain.order.Closure;
import dev.tenure.domain.order.ExtensionDetails;
import dev.tenure.domain.order.Fulfilment;
import dev.tenure.domain.order.ItemPlace;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderKind;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.order.StatusMove;
import dev.tenure.domain.order.UpgradeDetails;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.Recorded;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The parts of an order as JSON, the same in rows and events; without the data that was erased. */
final class OrderJson {

    private OrderJson() {}

    record ExtensionJson(
            String originalOrderId,
            int extensionMonths,
            String previousEndDate,
            String newEndDate,
            @Nullable String reason) {

        static @Nullable ExtensionJson ofNullable(@Nullable ExtensionDetails details) {
            return details == null
                    ? null
                    : new ExtensionJson(
                            details.originalOrderId().text(),
                            details.extensionMonths(),
                            details.previousEndDate().text(),
                            details.newEndDate().text(),
                            details.reason());
        }

        ExtensionDetails toDetails() {
            return new ExtensionDetails(
                    Recorded.read(originalOrderId, OrderId::new),
                    extensionMonths,
                    Recorded.read(previousEndDate, LocalDate::parse),
                    Recorded.read(newEndDate, LocalDate::parse),
                    reason);
        }
    }

    record UpgradeJson(
            String previousDevice,
            String previousSerialNumber,
            BigDecimal previousMonthlyAmount,
            String previousRentalId,
            @Nullable String upgradeReason) {

        static @Nullable UpgradeJson ofNullable(@Nullable UpgradeDetails details) {
            return details == null
                    ? null
                    : new UpgradeJson(
                            details.previousDevice(),
                            details.previousSerialNumber().value(),
                            new BigDecimal(details.previousMonthlyAmount().text()),
                            details.previousRentalId().text(),
                            details.upgradeReason());
        }

        UpgradeDetails toDetails(Currency currency) {
            return new UpgradeDetails(
                    previousDevice,
                    new SerialNumber(previousSerialNumber),
                    Recorded.read(
                            previousMonthlyAmount.toPlainString(),
                            amount -> new Money(new BigDecimal(amount), currency)),
                    Recorded.read(previousRentalId, SubscriptionId::new),
                    upgradeReason);
        }
    }

    record ProfileJson(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String company,
            @Nullable String phone,
            String type) {

        static ProfileJson of(CustomerProfile profile) {
            return new ProfileJson(
                    profile.email().value(),
                    profile.firstName(),
                    profile.lastName(),
                    profile.company(),
                    profile.phone(),
                    word(profile.type()));
        }

        CustomerProfile toProfile() {
            return new CustomerProfile(
                    new EmailAddress(Erased.emailOr(email)),
                    Erased.textOr(firstName),
                    Erased.textOr(lastName),
                    company,
                    phone,
                    constant(CustomerType.class, type));
        }
    }

    record RemarksJson(
            @Nullable String notes,
            @Nullable JsonNode customFields,
            @Nullable ShipmentJson shipment) {

        static RemarksJson of(Remarks remarks) {
            return new RemarksJson(
                    remarks.notes(),
                    CustomFieldsMapping.toJson(remarks.customFields()),
                    ShipmentJson.ofNullable(remarks.shipment()));
        }

        Remarks toRemarks() {
            return new Remarks(notes, CustomFieldsMapping.fromJson(customFields), ShipmentJson.toShipment(shipment));
        }
    }

    record ShipmentJson(@Nullable String trackingNumber, Instant shippedAt) {

        static @Nullable ShipmentJson ofNullable(Remarks.@Nullable Shipment shipment) {
            return shipment == null ? null : new ShipmentJson(shipment.trackingNumber(), shipment.shippedAt());
        }

        static Remarks.@Nullable Shipment toShipment(@Nullable ShipmentJson json) {
            return json == null ? null : new Remarks.Shipment(Erased.textOr(json.trackingNumber), json.shippedAt);
        }
    }

    record PaymentJson(
            String status,
            @Nullable String method,
            @Nullable String transactionId,
            @Nullable String paidAmount,
            boolean manuallyMarked) {

        static PaymentJson of(OrderPayment payment) {
            return new PaymentJson(
                    word(payment.status()),
                    wordOrNull(payment.method()),
                    payment.transactionId(),
                    MoneyText.writeOrNull(payment.paidAmount()),
                    payment.manuallyMarked());
        }

        OrderPayment toPayment() {
            return new OrderPayment(
                    constant(OrderPayment.Status.class, status),
                    constantOrNull(OrderPayment.Method.class, method),
                    transactionId,
                    MoneyText.readOrNull(paidAmount),
                    manuallyMarked);
        }
    }

    record CancellationJson(Instant at, @Nullable String reason) {

        static @Nullable CancellationJson ofNullable(@Nullable Cancellation fact) {
            return fact == null ? null : new CancellationJson(fact.at(), fact.reason());
        }

        static @Nullable Cancellation toCancellation(@Nullable CancellationJson json) {
            return json == null ? null : new Cancellation(json.at, json.reason);
        }
    }

    record ClosureJson(Instant at, @Nullable String reason, int unitsGivenUp) {

        static @Nullable ClosureJson ofNullable(@Nullable Closure fact) {
            return fact == null ? null : new ClosureJson(fact.at(), fact.reason(), fact.unitsGivenUp());
        }

        static @Nullable Closure toClosure(@Nullable ClosureJson json) {
            return json == null ? null : new Closure(json.at, Erased.textOr(json.reason), json.unitsGivenUp);
        }
    }

    record FulfilmentJson(int itemNumber, String subscriptionId, String serialNumber, LocalDate startDate) {

        static FulfilmentJson of(Fulfilment fulfilment) {
            return new FulfilmentJson(
                    fulfilment.itemNumber(),
                    fulfilment.subscriptionId().value(),
                    fulfilment.serialNumber().value(),
                    fulfilment.startDate());
        }

        Fulfilment toFulfilment() {
            return new Fulfilment(
                    itemNumber, new SubscriptionId(subscriptionId), new SerialNumber(serialNumber), startDate);
        }
    }

    /** The status before and after a fact; absent in events of releases that did not record it. */
    record MoveJson(String before, String after) {

        static @Nullable MoveJson ofNullable(@Nullable StatusMove move) {
            return move == null ? null : new MoveJson(word(move.before()), word(move.after()));
        }

        static @Nullable StatusMove toMove(@Nullable MoveJson json) {
            return json == null
                    ? null
                    : new StatusMove(constant(OrderStatus.class, json.before), constant(OrderStatus.class, json.after));
        }
    }

    /** The place of the item before or after a fact; absent in events of releases that did not record it. */
    record PlaceJson(int index, int rented, String statusBefore, String statusAfter) {

        static @Nullable PlaceJson ofNullable(@Nullable ItemPlace place) {
            return place == null
                    ? null
                    : new PlaceJson(
                            place.index(),
                            place.rented(),
                            word(place.status().before()),
                            word(place.status().after()));
        }

        static @Nullable ItemPlace toPlace(@Nullable PlaceJson json) {
            return json == null
                    ? null
                    : new ItemPlace(
                            json.index,
                            json.rented,
                            new StatusMove(
                                    constant(OrderStatus.class, json.statusBefore),
                                    constant(OrderStatus.class, json.statusAfter)));
        }
    }

    static OrderKind kind(
            String type, @Nullable ExtensionJson extension, @Nullable UpgradeJson upgrade, Currency currency) {
        return new OrderKind(
                constant(OrderType.class, type),
                extension == null ? null : extension.toDetails(),
                upgrade == null ? null : upgrade.toDetails(currency));
    }
}
