package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.RuleViolated;

/**
 * Edits an order: customer, addresses, billing, items, notes, custom fields and tracking number. One edit is saved
 * completely or not at all. Existing lines keep their price; added ones are priced from the current catalog. Another
 * e-mail address assigns the order to that customer, who is found or created. An edit without differences changes
 * nothing.
 *
 * <p>Worked example: an order has 5 {@code MACBOOK-PRO-16-M3} for 24 months. An edit of the items to 6 of them and 1
 * {@code IPAD-PRO-12-M2}, and of the notes to null, gives two items, the first at its old price, and no notes, with
 * three events.
 */
@FunctionalInterface
public interface EditOrder {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order after the change.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a field is invalid, when a required field would be cleared,
     *     when an individual would have payment terms or a billing group, or when a line matches more than one item;
     *     {@code VARIANT_NOT_FOUND} or {@code VARIANT_INACTIVE} when an added SKU can't be ordered;
     *     {@code INVALID_CONTRACT_LENGTH} when an added line's length is not offered or an item's length would change.
     *     Every invalid field is named
     * @throws NotFound when the tenant has no such order
     * @throws IllegalTransition {@code INVALID_STATUS} when content would change and the order is fulfilled or
     *     cancelled, or when it can't be confirmed as requested
     * @throws RuleViolated {@code ITEM_LOCKED} when an item with a subscription would be changed or removed
     */
    OrderView edit(Caller caller, EditOrderCommand command);
}
