package dev.tenure.domain.order;

/**
 * The context of a fact in its order: the status before and after it, and the place of an item. Facts of earlier
 * releases lack it.
 */
final class FactContext {

    private FactContext() {}

    static boolean isRecordedIn(OrderFact fact) {
        return !((fact instanceof OrderFact.Confirmed confirmed && confirmed.status() == null)
                || (fact instanceof OrderFact.Cancelled cancelled && cancelled.status() == null)
                || (fact instanceof OrderFact.Closed closed && closed.status() == null)
                || (fact instanceof OrderFact.UnitFulfilled unit && unit.place() == null)
                || (fact instanceof OrderFact.ItemAdded added && added.place() == null)
                || (fact instanceof OrderFact.ItemRemoved removed && removed.place() == null)
                || (fact instanceof OrderFact.ItemQuantityChanged changed && changed.place() == null));
    }

    /** The fact, completed from the states before and after it; the same fact when it is complete. */
    static OrderFact recordedIn(OrderFact fact, OrderState before, OrderState after) {
        if (isRecordedIn(fact)) {
            return fact;
        }
        StatusMove move = new StatusMove(before.status(), after.status());
        if (fact instanceof OrderFact.Confirmed) {
            return new OrderFact.Confirmed(move);
        } else if (fact instanceof OrderFact.Cancelled cancelled) {
            return new OrderFact.Cancelled(cancelled.why(), move);
        } else if (fact instanceof OrderFact.Closed closed) {
            return new OrderFact.Closed(closed.why(), closed.unitsGivenUp(), move);
        } else if (fact instanceof OrderFact.UnitFulfilled unit) {
            return new OrderFact.UnitFulfilled(
                    unit.fulfilment(), ItemPlace.after(unit.fulfilment().itemNumber(), before, after));
        } else if (fact instanceof OrderFact.ItemAdded added) {
            return new OrderFact.ItemAdded(
                    added.item(), ItemPlace.after(added.item().number(), before, after));
        } else if (fact instanceof OrderFact.ItemRemoved removed) {
            return new OrderFact.ItemRemoved(
                    removed.item(), ItemPlace.before(removed.item().number(), before, after));
        } else if (fact instanceof OrderFact.ItemQuantityChanged changed) {
            return new OrderFact.ItemQuantityChanged(
                    changed.itemNumber(),
                    changed.before(),
                    changed.after(),
                    ItemPlace.after(changed.itemNumber(), before, after));
        }
        return fact;
    }
}
