package dev.tenure.adapter.rest.order;

import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Reads the query parameters of a list of orders. */
public final class OrderQueryReader {

    private OrderQueryReader() {}

    /** @param zone the tenant's time zone, for the dates of the query */
    public static OrderQuery query(QueryParameters parameters, Supplier<ZoneId> zone) {
        return new OrderQuery(
                new OrderFilter(
                        parameters.anyOf("status", OrderStatus.class),
                        parameters.text("customerId"),
                        parameters.oneOf("customerType", CustomerType.class),
                        parameters.oneOf("orderType", OrderType.class),
                        parameters.moment("createdFrom", zone),
                        parameters.moment("createdTo", zone),
                        parameters.text("sku"),
                        parameters.text("serialNumber"),
                        parameters.text("search"),
                        parameters.startingWith("customField_")),
                parameters.oneOf("sortBy", OrderCodec.SORTS, Sort.CREATED_AT),
                parameters.oneOf("sortDir", OrderCodec.DIRECTIONS, SortDirection.DESC));
    }
}
