package dev.tenure.application.customer.out;

import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.Money;

/**
 * Units that a customer took over.
 *
 * @param monthlyAmount what they come to a month
 */
public record UnitsHandedOver(CustomerId customer, int units, Money monthlyAmount) {}
