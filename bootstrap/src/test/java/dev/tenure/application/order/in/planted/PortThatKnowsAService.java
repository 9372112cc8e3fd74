package dev.tenure.application.order.in.planted;

import dev.tenure.application.order.status.OrderStatusService;

/** A port that names its implementation. */
public interface PortThatKnowsAService {

    OrderStatusService service();
}
