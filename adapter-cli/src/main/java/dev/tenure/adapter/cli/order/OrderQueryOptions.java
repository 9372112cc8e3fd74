package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Moments;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The filters and the sort order of orders. */
public final class OrderQueryOptions {

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "pending, confirmed, partial, fulfilled or cancelled; may be repeated.",
            split = ",")
    private @Nullable Set<OrderStatus> statuses;

    @Option(names = "--customer-id", paramLabel = "ID", description = "Orders of this customer.")
    private @Nullable String customerId;

    @Option(
            names = "--customer-type",
            paramLabel = "TYPE",
            description = "Orders of customers of this type: individual or business.")
    private @Nullable CustomerType customerType;

    @Option(names = "--order-type", paramLabel = "TYPE", description = "standard, extension or upgrade.")
    private @Nullable OrderType orderType;

    @Option(
            names = "--created-from",
            paramLabel = "TIME",
            description =
                    "Placed then or later: 2027-01-31T12:00:00Z, or a date: its first moment in the tenant's time zone.")
    private @Nullable String createdFrom;

    @Option(names = "--created-to", paramLabel = "TIME", description = "Placed before then.")
    private @Nullable String createdTo;

    @Option(names = "--sku", paramLabel = "SKU", description = "Orders with an item of this variant.")
    private @Nullable String sku;

    @Option(names = "--serial-number", paramLabel = "SERIAL", description = "Orders with a subscription to this asset.")
    private @Nullable String serialNumber;

    @Option(
            names = "--search",
            paramLabel = "WORDS",
            description = "Parts of the customer's name or e-mail address, product names, or the id; every word must"
                    + " match.")
    private @Nullable String search;

    @Option(
            names = "--custom-field",
            paramLabel = "ID=VALUE",
            description = "Orders whose custom field has this value; may be repeated.")
    private @Nullable Map<String, String> customFields;

    @Option(
            names = "--sort-by",
            paramLabel = "FIELD",
            description = "createdAt (default), updatedAt, orderId, status or totals.total.",
            defaultValue = "createdAt")
    private OrderQuery.Sort sort = OrderQuery.Sort.CREATED_AT;

    @Option(
            names = "--sort-dir",
            paramLabel = "asc|desc",
            description = "The sort direction (default desc).",
            defaultValue = "desc")
    private SortDirection direction = SortDirection.DESC;

    /** @param zone of dates without a time */
    public OrderQuery query(ZoneId zone) {
        OrderFilter filter = new OrderFilter(
                statuses == null ? Set.of() : statuses,
                customerId,
                customerType,
                orderType,
                createdFrom == null ? null : Moments.moment("--created-from", createdFrom, zone),
                createdTo == null ? null : Moments.moment("--created-to", createdTo, zone),
                sku,
                serialNumber,
                search,
                customFields == null ? Map.of() : customFields);
        return new OrderQuery(filter, sort, direction);
    }
}
