package dev.tenure.application.order.out;

/** What the use cases of orders need of the outside. */
public record OrderPorts(OrderRepository orders, OrderQueries queries, SearchBackfillStore searchBackfill) {}
