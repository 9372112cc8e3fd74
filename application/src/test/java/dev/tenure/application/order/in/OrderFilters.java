package dev.tenure.application.order.in;

import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters that read aloud: {@code filter().of(PENDING).search("sarah").build()}. */
public final class OrderFilters {

    private Set<OrderStatus> statuses = Set.of();
    private @Nullable String customerId;
    private @Nullable CustomerType customerType;
    private @Nullable OrderType orderType;
    private @Nullable Instant from;
    private @Nullable Instant to;
    private @Nullable String sku;
    private @Nullable String serialNumber;
    private @Nullable String search;
    private Map<String, String> fields = Map.of();

    private OrderFilters() {}

    public static OrderFilters filter() {
        return new OrderFilters();
    }

    public OrderFilters of(OrderStatus... any) {
        return of(Set.of(any));
    }

    public OrderFilters of(Set<OrderStatus> any) {
        statuses = any;
        return this;
    }

    public OrderFilters by(@Nullable String customer) {
        customerId = customer;
        return this;
    }

    public OrderFilters of(@Nullable CustomerType type) {
        customerType = type;
        return this;
    }

    public OrderFilters of(@Nullable OrderType type) {
        orderType = type;
        return this;
    }

    public OrderFilters from(@Nullable Instant inclusive) {
        from = inclusive;
        return this;
    }

    public OrderFilters to(@Nullable Instant exclusive) {
        to = exclusive;
        return this;
    }

    public OrderFilters with(@Nullable String itemSku) {
        sku = itemSku;
        return this;
    }

    public OrderFilters handedOver(@Nullable String serial) {
        serialNumber = serial;
        return this;
    }

    public OrderFilters search(@Nullable String words) {
        search = words;
        return this;
    }

    public OrderFilters where(Map<String, String> customFields) {
        fields = customFields;
        return this;
    }

    public OrderFilter build() {
        return new OrderFilter(
                statuses, customerId, customerType, orderType, from, to, sku, serialNumber, search, fields);
    }
}
