package dev.tenure.application.order.in.planted;

import dev.tenure.application.order.OrderService;

/** A port that names its implementation. */
public interface PortThatKnowsAService {

    OrderService service();
}
