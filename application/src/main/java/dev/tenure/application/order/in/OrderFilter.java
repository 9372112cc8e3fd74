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
 * Which orders: those that pass every part; a part that is null or empty lets all pass.
 *
 * @param statuses any of these
 * @param customerId of this customer
 * @param createdFrom placed then or later
 * @param createdTo placed before then
 * @param sku with an item of this variant
 * @param serialNumber with a subscription, running or ended, to this asset
 * @param search whose customer's name, company or e-mail address (as the order has them), product names or id match each word of it:
 *     from three letters on anywhere inside, shorter words at the start of a word; an id by the beginning of any of its parts, with
 *     or without {@code ord_}, or by its end. Case and accents make no difference
 * @param customFields whose defined custom fields have these values, by the ids of the fields: numbers as numbers, so {@code 5} is
 *     {@code 5.00}, texts whatever their case and accents
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

    /** Lets every order pass. */
    public static final OrderFilter NONE =
            new OrderFilter(Set.of(), null, null, null, null, null, null, null, null, Map.of());

    public OrderFilter {
        // Sorted, so that two ways of writing one query are one query to its cursor.
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
