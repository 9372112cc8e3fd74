package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.RuleViolated;

/**
 * Edits an order: who ordered, where to bill and ship, how it is billed, what is ordered, and what is written onto it. Everything of one
 * edit is kept together or not at all. Lines that stay keep their price; added ones are priced from the catalog as it is now. Another
 * e-mail address makes it the order of that customer, who is found or made. An edit that says what there is changes nothing.
 *
 * <p>Worked example: of an order of 5 {@code MACBOOK-PRO-16-M3} for 24 months, an edit of the items to 6 of them and 1
 * {@code IPAD-PRO-12-M2}, and of the notes to null, leaves two items, the first at its old price, and no notes; three events tell of it.
 */
@FunctionalInterface
public interface EditOrder {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order after it.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a field is unusable, when a field that is required would be cleared, when an
     *     individual would have payment terms or a billing group, or when a line fits more than one item; {@code VARIANT_NOT_FOUND} or
     *     {@code VARIANT_INACTIVE} when an added SKU can't be ordered; {@code INVALID_CONTRACT_LENGTH} when an added line's length is not
     *     offered or an item's length would change. Every broken field is named
     * @throws NotFound when the tenant has no such order
     * @throws IllegalTransition {@code INVALID_STATUS} when content would change and the order is fulfilled or cancelled, or when it is to
     *     be confirmed and can't be
     * @throws RuleViolated {@code ITEM_LOCKED} when an item with a subscription would change or go
     */
    OrderView edit(Caller caller, EditOrderCommand command);
}
