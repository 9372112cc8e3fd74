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
 * Fulfils many units of one order at once. Each unit keeps the rules of {@link CreateSubscription}, in the order in which they are
 * given, as if handed over one after another; all of it is one change of the order. A unit whose asset is in a running subscription of
 * this order already, and of the item that is meant, is done: so a batch can be sent again.
 *
 * <p>Worked example: of an order of 3 laptops one is handed over. A batch of that one, of two more and of a fourth gives
 * {@code ALREADY_FULFILLED, FULFILLED, FULFILLED, FAILED}, where the best effort is wanted.
 */
@FunctionalInterface
public interface FulfilOrder {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.SUBSCRIPTIONS_WRITE;

    int MAX_UNITS = 1000;

    /**
     * What became of each unit, and the order after them.
     *
     * @throws NotFound when the tenant has no such order
     * @throws InvalidCommand {@code VALIDATION_ERROR} when there is no unit, or more than {@value #MAX_UNITS}
     * @throws BatchRefused when all or nothing is wanted and a unit is refused, with an error for each such unit; nothing was kept
     */
    Fulfilled fulfil(Caller caller, FulfilOrderCommand command);

    /** Whether one refused unit refuses the batch. */
    enum Mode {
        ALL_OR_NOTHING,
        BEST_EFFORT
    }

    /** What became of a unit. */
    enum Status {
        FULFILLED,
        ALREADY_FULFILLED,
        FAILED
    }

    /** The order, and its units in the order in which they were given. */
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
     * @param assetSerialNumber as it was given; null where it could not be read
     * @param itemIndex the place of the item in the order's list; null when the unit failed
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
