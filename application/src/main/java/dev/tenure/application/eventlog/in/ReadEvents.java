package dev.tenure.application.eventlog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.NotPermitted;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.shared.Permission;
import java.util.Set;

/**
 * Reads what happened to an aggregate: every change, with who made it, when, why and in which request. Today orders
 * have a log.
 *
 * <p>Worked example: {@code read(caller, "order", "ord_1", ASC, PageRequest.FIRST)}. An order that was placed, whose
 * second item went from 3 to 4 units, and that was cancelled has the events 1 {@code placed}, 2
 * {@code item_quantity_changed} with {@code items[1].quantity: 3 to 4}, and 3 {@code cancelled} with
 * {@code status: pending to cancelled}.
 */
@FunctionalInterface
public interface ReadEvents {

    /** What its caller must be allowed: to read aggregates of the type in question. */
    Set<Permission> PERMISSIONS = Set.of(Permission.ORDERS_READ);

    /**
     * A page of the events, by their sequence.
     *
     * @param aggregateType {@code order}
     * @throws NotPermitted when the caller may not read aggregates of this type
     * @throws NotFound when the tenant has no such aggregate, or there are no aggregates of this type
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the cursor is not of these events in this direction
     */
    Page<EventView> read(
            Caller caller, String aggregateType, String aggregateId, SortDirection direction, PageRequest page);
}
