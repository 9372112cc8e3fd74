package dev.tenure.domain.order;

import java.util.List;

/** How far an order is fulfilled: units ordered, and units that are subscriptions. */
public record RentalProgress(int totalDevices, int rentedDevices) {

    static RentalProgress of(List<OrderItem> items) {
        int total = 0;
        int rented = 0;
        for (OrderItem item : items) {
            total += item.quantity();
            rented += item.subscriptions().size();
        }
        return new RentalProgress(total, rented);
    }

    /** Units without a subscription: 3 ordered and 1 rented leave 2. */
    int openDevices() {
        return totalDevices - rentedDevices;
    }
}
