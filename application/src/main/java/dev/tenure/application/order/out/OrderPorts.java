package dev.tenure.application.order.out;

/** The out-ports that the use cases of orders need. */
public record OrderPorts(OrderRepository orders, OrderQueries queries, SearchBackfillStore searchBackfill) {}
