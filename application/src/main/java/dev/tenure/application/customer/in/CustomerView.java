package dev.tenure.application.customer.in;

import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.shared.Money;

/**
 * A customer for display.
 *
 * @param totalOrders all they ever placed
 * @param devicesRented how many units they have in running subscriptions
 * @param monthlyRevenue their sum a month, in the tenant's currency
 */
public record CustomerView(
        Customer customer, long version, long totalOrders, int devicesRented, Money monthlyRevenue) {}
