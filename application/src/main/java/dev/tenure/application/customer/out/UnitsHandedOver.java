package dev.tenure.application.customer.out;

import static java.util.stream.Collectors.groupingBy;

import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.subscription.Subscription;
import java.util.Comparator;
import java.util.List;

/**
 * Units that a customer took over.
 *
 * @param monthlyAmount what they come to a month
 */
public record UnitsHandedOver(CustomerId customer, int units, Money monthlyAmount) {

    /** The units of these subscriptions, by the ids of their customers: two transactions that count for the same ones wait one way. */
    public static List<UnitsHandedOver> byCustomer(List<Subscription> started) {
        return started.stream().collect(groupingBy(Subscription::customerId)).values().stream()
                .map(UnitsHandedOver::ofOne)
                .sorted(Comparator.comparing(units -> units.customer().value()))
                .toList();
    }

    private static UnitsHandedOver ofOne(List<Subscription> started) {
        return new UnitsHandedOver(started.get(0).customerId(), started.size(), Subscription.monthlyAmountOf(started));
    }
}
