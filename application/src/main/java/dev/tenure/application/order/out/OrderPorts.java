package dev.tenure.application.order.out;

/** What the use cases of orders need from outside. */
public record OrderPorts(OrderRepository orders, OrderQueries queries, SearchBackfillStore searchBackfill) {}
