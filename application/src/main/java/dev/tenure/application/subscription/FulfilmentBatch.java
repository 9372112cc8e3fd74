package dev.tenure.application.subscription;

import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.order.Fulfilment;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.Trigger;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hand-overs of units, in one transaction. Each unit is decided after the changes of the previous ones; nothing is
 * written until all are decided. A refused unit changes nothing.
 */
public final class FulfilmentBatch {

    private final TenantSettings settings;
    private final IdGenerator ids;
    private final Map<OrderId, Order> orders;
    private final HandedOverAssets assets;
    private final List<Subscription> started = new ArrayList<>();

    /**
     * @param orders the orders to fulfil, locked
     * @param assets those of the units
     */
    FulfilmentBatch(TenantSettings settings, IdGenerator ids, Map<OrderId, Order> orders, HandedOverAssets assets) {
        this.settings = settings;
        this.ids = ids;
        this.orders = new LinkedHashMap<>(orders);
        this.assets = assets;
    }

    /** A copy to try units on. */
    FulfilmentBatch copy() {
        FulfilmentBatch copy = new FulfilmentBatch(settings, ids, orders, assets.copy());
        copy.started.addAll(started);
        return copy;
    }

    /** Accepts the result of a {@linkplain #copy copy}. */
    void accept(FulfilmentBatch attempt) {
        orders.putAll(attempt.orders);
        assets.accept(attempt.assets);
        started.addAll(attempt.started.subList(started.size(), attempt.started.size()));
    }

    /** The order with this id after the previous units, if it exists. */
    Optional<Order> order(String id) {
        return Identifier.isWellFormed(id) ? Optional.ofNullable(orders.get(new OrderId(id))) : Optional.empty();
    }

    /** The orders that the units changed. */
    List<Order> fulfilled() {
        return orders.values().stream()
                .filter(order -> !order.changes().isEmpty())
                .toList();
    }

    /** The subscriptions that the units started. */
    List<Subscription> started() {
        return started;
    }

    /** The running subscription of this asset after the previous units. */
    Optional<String> running(SerialNumber serialNumber) {
        return assets.find(serialNumber).map(Asset::subscriptionId).map(SubscriptionId::value);
    }

    /**
     * Hands over one unit of an order, after the previous units.
     *
     * @throws InvalidCommand as {@link CreateSubscription#create}
     * @throws DomainException as {@link CreateSubscription#create}
     */
    Subscription handOver(Order order, UnitRequest unit, Stamp stamp) {
        order.objections().objectionTo(Trigger.FULFIL).ifPresent(FulfilmentBatch::raise);
        Optional<Asset> present = assets.find(unit.serialNumber());
        OrderItem item = FieldErrors.require("", () -> unit.target().itemOf(order.state(), present.orElse(null)));
        // Whether the order has to be confirmed first is asked last, by the order itself.
        order.objections().objectionToFulfilling(item.number(), false).ifPresent(FulfilmentBatch::raise);
        requireAgreement(order.state(), item, unit.command());
        SubscriptionId id = new SubscriptionId(ids.next("sub"));
        LocalDate start = unit.command().startDate() == null
                ? LocalDate.ofInstant(stamp.at(), settings.timeZone())
                : unit.command().startDate();
        Subscription subscription = FieldErrors.require(
                "",
                () -> Subscription.start(
                        order.state(),
                        item,
                        id,
                        unit.serialNumber(),
                        start,
                        unit.command().billingGroupId(),
                        unit.command().notes(),
                        stamp));
        Order fulfilled = order.fulfil(
                new Fulfilment(item.number(), id, unit.serialNumber(), start), settings.requireConfirmation(), stamp);
        Asset asset = present.orElseGet(() -> candidate(order, unit.serialNumber(), item, stamp))
                .handOver(item.sku(), id, subscription.customerId(), stamp.at());
        assets.addAll(Map.of(unit.serialNumber(), asset));
        started.add(subscription);
        orders.put(order.state().id(), fulfilled);
        return subscription;
    }

    /** The assets after the hand-overs. */
    HandedOverAssets assets() {
        return assets;
    }

    private Asset candidate(Order order, SerialNumber serialNumber, OrderItem item, Stamp stamp) {
        if (settings.requireRegisteredAssets()) {
            throw FieldErrors.of(
                    "assetSerialNumber",
                    SubscriptionError.ASSET_NOT_FOUND,
                    "no asset has the serial number %s, and this tenant hands over registered assets only"
                            .formatted(serialNumber));
        }
        return Asset.register(
                order.state().tenantId(),
                serialNumber,
                item.sku(),
                item.variant().productName(),
                stamp.at());
    }

    private static void requireAgreement(OrderState order, OrderItem item, CreateSubscriptionCommand command) {
        String customer = order.buyer().customerId().value();
        if (command.customerId() != null && !command.customerId().equals(customer)) {
            throw FieldErrors.of(
                    "customerId",
                    SharedError.VALIDATION_ERROR,
                    "the order is of customer %s, not %s".formatted(customer, command.customerId()));
        }
        if (command.contractLength() != null && command.contractLength() != item.contractLength()) {
            throw FieldErrors.of(
                    "contractLength",
                    CatalogError.INVALID_CONTRACT_LENGTH,
                    "the item is for %d months since the order was placed, not %d"
                            .formatted(item.contractLength(), command.contractLength()));
        }
    }

    private static void raise(DomainException objection) {
        throw objection;
    }
}
