package dev.tenure.application.customer.out;

import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.Money;

/**
 * Units that were handed over to a customer.
 *
 * @param monthlyAmount their sum a month
 */
public record UnitsHandedOver(CustomerId customer, int units, Money monthlyAmount) {}
