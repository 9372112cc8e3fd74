package dev.tenure.domain.order;

import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.RuleViolated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What forbids commands on an order in this state. Commands and queries of allowed actions use the same checks. */
public record OrderObjections(OrderState state) {

    /**
     * Why the lifecycle forbids this command now; empty when it is allowed. A command that would change nothing, such
     * as confirming a confirmed order, has an objection, too, although the order accepts it.
     */
    public Optional<DomainException> objectionTo(Trigger trigger) {
        return Transition.objection(trigger, state.status());
    }

    void require(Trigger trigger) {
        requireNone(objectionTo(trigger));
    }

    static void requireNone(Optional<? extends DomainException> objection) {
        objection.ifPresent(refusal -> {
            throw refusal;
        });
    }

    /**
     * Why no unit can become a subscription now; empty when one can.
     *
     * @param confirmationRequired whether the tenant requires confirmed orders
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
     * Why an edit can't change this item now; empty when it can.
     *
     * @throws InvalidValue {@code ITEM_NOT_FOUND} when there is no such item
     */
    public Optional<DomainException> objectionToChanging(int itemNumber) {
        OrderItem item = state.item(itemNumber);
        return objectionTo(Trigger.EDIT).or(() -> lock(item));
    }

    /**
     * Why an edit can't remove this item now; empty when it can.
     *
     * @throws InvalidValue {@code ITEM_NOT_FOUND} when there is no such item
     */
    public Optional<DomainException> objectionToRemoving(int itemNumber) {
        OrderItem item = state.item(itemNumber);
        return Placement.objectionToCount(state.items().size() - 1).or(() -> objectionToChanging(item.number()));
    }

    /** Why no payment can be recorded manually any more; empty when one can. */
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

    static Optional<DomainException> lock(OrderItem item) {
        int subscriptions = item.subscriptions().size();
        return item.isLocked()
                ? Optional.of(new RuleViolated(
                        OrderError.ITEM_LOCKED,
                        "item %s has %d subscription%s and can't be changed or removed"
                                .formatted(item.sku(), subscriptions, subscriptions == 1 ? "" : "s"),
                        Map.of("sku", item.sku().value(), "subscriptions", subscriptions)))
                : Optional.empty();
    }

    /** Why these edits of items are refused now; empty when they are allowed. */
    Optional<DomainException> objectionToItems(ItemEdits edits) {
        return objectionTo(Trigger.EDIT)
                .or(() -> Stream.concat(edits.changed().keySet().stream(), edits.removed().stream())
                        .flatMap(item -> lock(item).stream())
                        .findFirst());
    }
}
