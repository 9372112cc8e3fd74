package dev.tenure.adapter.rest.order;

import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.adapter.rest.shared.Route.Method;
import dev.tenure.adapter.rest.shared.StreamedExchange;
import dev.tenure.application.UseCases;
import dev.tenure.application.order.in.ExportOrders;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The export of orders. */
public final class ExportRoutes {

    private final UseCases useCases;

    public ExportRoutes(UseCases useCases) {
        this.useCases = useCases;
    }

    public List<Route> routes() {
        return List.of(Route.streaming(Method.GET, "/v1/orders/export", ExportOrders.PERMISSION, this::export));
    }

    private void export(RestRequest request, StreamedExchange exchange) throws IOException {
        QueryParameters parameters = request.query();
        ExportFormat format = parameters.oneOf("format", ExportFormat.class);
        OrderQuery query = OrderQueryReader.query(
                parameters,
                () -> exchange.admitted(() -> useCases.tenants()
                        .findOwn()
                        .own(request.caller())
                        .settings()
                        .timeZone()));
        parameters.check();
        Iterator<List<OrderView>> pages = useCases.orders().export().export(request.caller(), query);
        ExportStream.send(pages, format == null ? ExportFormat.NDJSON : format, exchange);
    }
}
