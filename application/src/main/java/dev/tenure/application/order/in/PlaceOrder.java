package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.Permission;

/**
 * Places an order: prices every item from the current catalog, finds the customer by e-mail address or creates one, and
 * saves the order as pending (or confirmed, if the command requests it).
 *
 * <p>Worked example: 5 of {@code MACBOOK-PRO-16-M3} for 24 months at EUR 89.00 and 3 of {@code IPAD-PRO-12-M2} for 12
 * at EUR 59.00 give a pending order of 8 devices with a monthly subtotal of EUR 622.00.
 */
@FunctionalInterface
public interface PlaceOrder {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The new order.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a field is missing or invalid; {@code VARIANT_NOT_FOUND} or
     *     {@code VARIANT_INACTIVE} when a SKU can't be ordered; {@code INVALID_CONTRACT_LENGTH} when a length is not
     *     offered. Every invalid field is named; nothing was saved and no customer was created
     */
    OrderView place(Caller caller, PlaceOrderCommand command);
}
