package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.Permission;

/**
 * Places an order: prices every item from the catalog as it is now, finds the customer by e-mail address or makes one, and keeps the
 * order as pending (or confirmed, where the command says so).
 *
 * <p>Worked example: 5 of {@code MACBOOK-PRO-16-M3} for 24 months at EUR 89.00 and 3 of {@code IPAD-PRO-12-M2} for 12 at EUR 59.00 give
 * a pending order of 8 devices with a monthly subtotal of EUR 622.00.
 */
@FunctionalInterface
public interface PlaceOrder {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /**
     * The order as it was placed.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a field is missing or unusable; {@code VARIANT_NOT_FOUND} or
     *     {@code VARIANT_INACTIVE} when a SKU can't be ordered; {@code INVALID_CONTRACT_LENGTH} when a length is not offered. Every
     *     broken field is named; nothing was kept and no customer was made
     */
    OrderView place(Caller caller, PlaceOrderCommand command);
}
