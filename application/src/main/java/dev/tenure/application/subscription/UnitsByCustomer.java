package dev.tenure.application.subscription;

import static java.util.stream.Collectors.groupingBy;

import dev.tenure.application.customer.out.UnitsHandedOver;
import dev.tenure.domain.subscription.Subscription;
import java.util.Comparator;
import java.util.List;

/** Counts new subscriptions by customer. */
public final class UnitsByCustomer {

    private UnitsByCustomer() {}

    /** In the order of the customers' ids, so that transactions with common customers never deadlock. */
    public static List<UnitsHandedOver> of(List<Subscription> begun) {
        return begun.stream().collect(groupingBy(Subscription::customerId)).values().stream()
                .map(units -> new UnitsHandedOver(
                        units.get(0).customerId(), units.size(), Subscription.monthlyAmountOf(units)))
                .sorted(Comparator.comparing(units -> units.customer().value()))
                .toList();
    }
}
