package dev.tenure.adapter.rest.planted;

import dev.tenure.application.order.OrderService;

/** An adapter that goes past the ports. */
public record KnowsAService(OrderService service) {}
