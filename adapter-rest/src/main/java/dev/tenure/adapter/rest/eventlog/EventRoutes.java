package dev.tenure.adapter.rest.eventlog;

import dev.tenure.adapter.json.eventlog.EventCodec;
import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.Lists;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.application.UseCases;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.shared.Permission;
import java.util.List;

/** The operations that read the event log. */
public final class EventRoutes {

    private final UseCases useCases;

    public EventRoutes(UseCases useCases) {
        this.useCases = useCases;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/orders/{orderId}/events", Permission.ORDERS_READ, this::ofOrder));
    }

    private Answer ofOrder(RestRequest request) {
        QueryParameters parameters = request.query();
        SortDirection direction = parameters.oneOf("sortDir", OrderCodec.DIRECTIONS, SortDirection.ASC);
        PageRequest page = parameters.page();
        parameters.check();
        String orderId = request.id("orderId", "order");
        return Lists.answer(
                request,
                "events",
                useCases.events().read().read(request.caller(), OrderState.TYPE, orderId, direction, page),
                EventCodec::event);
    }
}
