package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Permission;

/**
 * Replaces the notes on an order, in whatever status it is.
 *
 * <p>Worked example: notes of {@code Ring twice} on an order that had {@code Leave at the desk} leave {@code Ring twice}; a blank text
 * leaves none.
 */
@FunctionalInterface
public interface ReplaceNotes {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order after it.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the notes have more than 5000 characters
     * @throws NotFound when the tenant has no such order
     */
    OrderView replace(Caller caller, ReplaceNotesCommand command);
}
