package dev.tenure.application.subscription;

import static java.util.stream.Collectors.toSet;

import dev.tenure.application.shared.BatchRefused;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.EntryError;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FulfilOrder.Mode;
import dev.tenure.application.subscription.in.FulfilOrder.Status;
import dev.tenure.application.subscription.in.FulfilOrder.Unit;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The units of one batch, and their results. */
final class UnitRequests {

    private final Mode mode;
    private final List<Entry<UnitRequest>> units;
    private final List<Entry<FulfilOrderCommand.Unit>> given;
    private final List<Unit> results = new ArrayList<>();

    private UnitRequests(Mode mode, List<Entry<FulfilOrderCommand.Unit>> given, List<Entry<UnitRequest>> units) {
        this.mode = mode;
        this.given = given;
        this.units = units;
    }

    static UnitRequests of(FulfilOrderCommand command, CommandChecks checks) {
        List<Entry<UnitRequest>> units = command.units().stream()
                .map(entry -> entry.map(unit -> UnitRequest.of(checks.checked(single(command.orderId(), unit)))))
                .toList();
        return new UnitRequests(command.mode(), command.units(), units);
    }

    private static CreateSubscriptionCommand single(String orderId, FulfilOrderCommand.Unit unit) {
        return new CreateSubscriptionCommand(
                orderId,
                unit.assetSerialNumber(),
                null,
                unit.itemIndex(),
                unit.sku(),
                unit.startDate(),
                null,
                null,
                null);
    }

    /** The assets of the units, without invalid serial numbers. */
    static Set<SerialNumber> serialNumbers(FulfilOrderCommand command) {
        FieldErrors reportedLater = new FieldErrors();
        return command.units().stream()
                .flatMap(entry -> entry.readable().stream())
                .map(FulfilOrderCommand.Unit::assetSerialNumber)
                .filter(Objects::nonNull)
                .flatMap(given -> reportedLater.at("", () -> new SerialNumber(given)).optional().stream())
                .collect(toSet());
    }

    /**
     * Hands over one unit after another.
     *
     * @param order the order before the first of them
     * @throws BatchRefused in all-or-nothing mode, when one is refused
     */
    void handOver(FulfilmentBatch batch, Order order, Stamp stamp) {
        results.clear();
        OrderState before = order.state();
        Map<String, OrderItem> itemsOfSubscriptions = new HashMap<>();
        before.items().forEach(item -> item.subscriptions().forEach(id -> itemsOfSubscriptions.put(id.value(), item)));
        Set<SerialNumber> done = new HashSet<>();
        for (int i = 0; i < units.size(); i++) {
            String path = "units[" + i + "]";
            results.add(result(i, path, batch, before, itemsOfSubscriptions, done, stamp));
        }
        List<EntryError> errors =
                results.stream().map(Unit::error).filter(Objects::nonNull).toList();
        if (mode == Mode.ALL_OR_NOTHING && !errors.isEmpty()) {
            throw new BatchRefused(errors);
        }
    }

    List<Unit> results() {
        return results;
    }

    private Unit result(
            int index,
            String path,
            FulfilmentBatch batch,
            OrderState before,
            Map<String, OrderItem> itemsOfSubscriptions,
            Set<SerialNumber> done,
            Stamp stamp) {
        try {
            UnitRequest unit = units.get(index).value();
            if (done.contains(unit.serialNumber())) {
                throw new RuleViolated(
                        SubscriptionError.ASSET_NOT_AVAILABLE,
                        "asset %s is named by an earlier unit of this batch".formatted(unit.serialNumber()),
                        Map.of("serialNumber", unit.serialNumber().value()));
            }
            Optional<String> running = batch.running(unit.serialNumber());
            OrderItem item = running.map(itemsOfSubscriptions::get).orElse(null);
            Unit result;
            if (item != null && unit.target().mayBe(item, before)) {
                result = unit(Status.ALREADY_FULFILLED, unit, before, item.number(), running.orElseThrow());
            } else {
                Subscription started =
                        batch.handOver(batch.order(before.id().value()).orElseThrow(), unit, stamp);
                result = unit(
                        Status.FULFILLED,
                        unit,
                        before,
                        started.itemNumber(),
                        started.id().value());
            }
            done.add(unit.serialNumber());
            return result;
        } catch (RuntimeException refused) {
            EntryError error = EntryError.of(refused).in(path);
            String serialNumber = given.get(index)
                    .readable()
                    .map(FulfilOrderCommand.Unit::assetSerialNumber)
                    .orElse(null);
            return new Unit(Status.FAILED, serialNumber, null, null, null, error);
        }
    }

    private static Unit unit(Status status, UnitRequest unit, OrderState order, int itemNumber, String subscriptionId) {
        OrderItem item = order.item(itemNumber);
        return new Unit(
                status,
                unit.serialNumber().value(),
                order.items().indexOf(item),
                item.sku().value(),
                subscriptionId,
                null);
    }
}
