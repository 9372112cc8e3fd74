package dev.tenure.application.order.in;

import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A filter of orders: an order must match every part; a part that is null or empty matches all.
 *
 * @param statuses any of these
 * @param customerId of this customer
 * @param createdFrom placed at this instant or later
 * @param createdTo placed before this instant
 * @param sku with an item of this variant
 * @param serialNumber with a subscription, running or ended, to this asset
 * @param search words that must all match the customer's name, company or e-mail address (on the order), product names
 *     or id: from three letters on anywhere inside, shorter words at the start of a word; an id by the start of any of
 *     its parts, with or without {@code ord_}, or by its end. Case and accents make no difference
 * @param customFields values of defined custom fields, by field id: numbers are compared as numbers, so {@code 5}
 *     equals {@code 5.00}, texts without case and accents
 */
public record OrderFilter(
        Set<OrderStatus> statuses,
        @Nullable String customerId,
        @Nullable CustomerType customerType,
        @Nullable OrderType orderType,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo,
        @Nullable String sku,
        @Nullable String serialNumber,
        @Nullable String search,
        Map<String, String> customFields) {

    /** Matches every order. */
    public static final OrderFilter NONE =
            new OrderFilter(Set.of(), null, null, null, null, null, null, null, null, Map.of());

    public OrderFilter {
        // Sorted, so that the cursor does not depend on the order in which a client writes them.
        statuses = Collections.unmodifiableSet(new TreeSet<>(statuses));
        customFields = Collections.unmodifiableMap(new TreeMap<>(customFields));
    }

    /** The same filter with these values of custom fields. */
    public OrderFilter with(Map<String, String> values) {
        return new OrderFilter(
                statuses,
                customerId,
                customerType,
                orderType,
                createdFrom,
                createdTo,
                sku,
                serialNumber,
                search,
                values);
    }
}
