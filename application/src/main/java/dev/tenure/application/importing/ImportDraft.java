package dev.tenure.application.importing;

import dev.tenure.application.importing.ImportedHistory.Ending;
import dev.tenure.application.importing.ImportedHistory.Unit;
import dev.tenure.application.order.place.OrderDraft;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.Fulfilment;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** An order while it is imported: the checked content of its line, and the model's values. */
record ImportDraft(
        OrderId id,
        String fingerprint,
        OrderDraft draft,
        ImportedHistory history,
        List<SubscriptionId> subscriptionIds,
        Caller caller,
        TenantSettings settings) {

    /** The order with its history, and its subscriptions. */
    record Made(Order order, List<Subscription> subscriptions) {}

    private record Step(Instant at, UnaryOperator<Order> change) {}

    Buyer buyer() {
        return draft.buyer();
    }

    /** The customer after this order; unchanged if a newer order has updated them. */
    Customer refreshed(Customer customer) {
        return created().at().isBefore(customer.updatedAt())
                ? customer
                : customer.afterOrder(
                        buyer().profile(),
                        buyer().billingAddress(),
                        buyer().shippingAddress(),
                        created().at());
    }

    /**
     * Makes the order, of this customer.
     *
     * @throws InvalidCommand when the model refuses a part of it
     */
    Made made(CustomerId customer) {
        OrderDraft identified = draft.withBuyer(buyer -> buyer.identifiedAs(customer));
        Order order = FieldErrors.require(
                "items",
                () -> Order.imported(identified.placement(caller.tenant(), id, settings), fingerprint, created()));
        FieldErrors errors = new FieldErrors();
        List<Subscription> subscriptions = new ArrayList<>();
        for (Step step : steps(subscriptions)) {
            Order before = order;
            order = errors.within("", () -> step.change().apply(before)).orElse(before);
        }
        errors.throwIfAny();
        return new Made(order, subscriptions);
    }

    // In order of time; at the same instant, in the order of the lifecycle.
    private List<Step> steps(List<Subscription> subscriptions) {
        List<Step> steps = new ArrayList<>();
        Instant confirmed = history.confirmed();
        if (confirmed != null) {
            steps.add(new Step(confirmed, order -> order.confirm(stamp(confirmed))));
        }
        for (int i = 0; i < history.units().size(); i++) {
            Unit unit = history.units().get(i);
            SubscriptionId subscription = subscriptionIds.get(i);
            steps.add(new Step(unit.at(), order -> handOver(order, unit, subscription, subscriptions)));
        }
        if (history.shipping() != null) {
            ImportedHistory.Shipping shipping = history.shipping();
            steps.add(new Step(shipping.at(), order -> order.track(shipping.trackingNumber(), stamp(shipping.at()))));
        }
        if (history.cancelled() != null) {
            Ending cancelled = history.cancelled();
            steps.add(new Step(cancelled.at(), order -> order.cancel(cancelled.reason(), stamp(cancelled.at()))));
        }
        if (history.closed() != null) {
            Ending closed = history.closed();
            String reason = closed.reason() == null ? "" : closed.reason();
            steps.add(new Step(closed.at(), order -> order.close(reason, stamp(closed.at()))));
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private Order handOver(Order order, Unit unit, SubscriptionId id, List<Subscription> subscriptions) {
        Stamp stamp = stamp(unit.at());
        subscriptions.add(Subscription.start(
                order.state(),
                order.state().item(unit.itemNumber()),
                id,
                unit.serialNumber(),
                unit.startDate(),
                null,
                null,
                stamp));
        // Whether orders must be confirmed first is a rule for orders that are placed here.
        return order.fulfil(new Fulfilment(unit.itemNumber(), id, unit.serialNumber(), unit.startDate()), false, stamp);
    }

    Stamp created() {
        return stamp(history.created());
    }

    private Stamp stamp(Instant at) {
        return ImportedHistory.stamp(at, caller);
    }
}
