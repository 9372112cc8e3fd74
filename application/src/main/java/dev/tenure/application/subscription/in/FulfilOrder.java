package dev.tenure.application.subscription.in;

import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.BatchRefused;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.EntryError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fulfils many units of one order at once. Each unit follows the rules of {@link CreateSubscription}, in the given
 * order, as if handed over one after another; together they are one change of the order. A unit whose asset is already
 * in a running subscription of this item is done, so a batch can be sent again.
 *
 * <p>Worked example: of an order of 3 laptops one is handed over. A batch of that one, of two more and of a fourth
 * gives {@code ALREADY_FULFILLED, FULFILLED, FULFILLED, FAILED} in best-effort mode.
 */
@FunctionalInterface
public interface FulfilOrder {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.SUBSCRIPTIONS_WRITE;

    int MAX_UNITS = 1000;

    /**
     * The result of each unit, and the order after them.
     *
     * @throws NotFound when the tenant has no such order
     * @throws InvalidCommand {@code VALIDATION_ERROR} when there is no unit, or more than {@value #MAX_UNITS}
     * @throws BatchRefused in all-or-nothing mode when a unit is refused, with an error for each refused unit; nothing
     *     was saved
     */
    Fulfilled fulfil(Caller caller, FulfilOrderCommand command);

    /** Whether one refused unit refuses the batch. */
    enum Mode {
        ALL_OR_NOTHING,
        BEST_EFFORT
    }

    /** The result of a unit. */
    enum Status {
        FULFILLED,
        ALREADY_FULFILLED,
        FAILED
    }

    /** The order, and its units in the given order. */
    record Fulfilled(OrderView order, List<Unit> units) {

        public Fulfilled {
            units = List.copyOf(units);
        }

        public int count(Status status) {
            return (int) units.stream().filter(unit -> unit.status() == status).count();
        }
    }

    /**
     * One unit.
     *
     * @param assetSerialNumber as given; null if it was missing or not text
     * @param itemIndex the index of the item in the order's list; null when the unit failed
     * @param error with a path such as {@code units[3].sku}; null unless the unit failed
     */
    record Unit(
            Status status,
            @Nullable String assetSerialNumber,
            @Nullable Integer itemIndex,
            @Nullable String sku,
            @Nullable String subscriptionId,
            @Nullable EntryError error) {}
}
