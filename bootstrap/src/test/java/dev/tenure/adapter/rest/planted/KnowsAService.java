package dev.tenure.adapter.rest.planted;

import dev.tenure.application.order.status.OrderStatusService;

/** An adapter that goes past the ports. */
public record KnowsAService(OrderStatusService service) {}
