package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.Permission;

/**
 * Prices an order without placing it, and explains every price. It saves nothing and creates no customer.
 *
 * <p>Worked example: 5 of {@code MACBOOK-PRO-16-M3} for 24 months at EUR 89.00, with 21 % tax on top, give one item of
 * EUR 445.00 a month with the steps {@code tier: 89.00} of the unit price and {@code exclusive_tax: 93.45} of the tax,
 * and a total of EUR 538.45.
 */
@FunctionalInterface
public interface QuoteOrder {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /**
     * The prices and totals of the order.
     *
     * @throws InvalidCommand as {@link PlaceOrder#place} would throw it
     */
    OrderQuote quote(Caller caller, PlaceOrderCommand command);
}
