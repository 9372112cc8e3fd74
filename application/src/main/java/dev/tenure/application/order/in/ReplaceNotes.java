package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Permission;

/**
 * Replaces the notes on an order, in any status.
 *
 * <p>Worked example: the notes {@code Ring twice} replace {@code Leave at the desk}; a blank text clears the notes.
 */
@FunctionalInterface
public interface ReplaceNotes {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order after the change.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the notes have more than 5000 characters
     * @throws NotFound when the tenant has no such order
     */
    OrderView replace(Caller caller, ReplaceNotesCommand command);
}
