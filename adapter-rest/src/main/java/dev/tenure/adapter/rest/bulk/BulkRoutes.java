package dev.tenure.adapter.rest.bulk;

import dev.tenure.adapter.json.bulk.BulkCodec;
import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.rest.order.OrderQueryReader;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.adapter.rest.shared.Route.Method;
import dev.tenure.adapter.rest.shared.StreamedExchange;
import dev.tenure.application.UseCases;
import dev.tenure.application.bulk.in.ExportOrders;
import dev.tenure.application.bulk.in.ImportOrders;
import dev.tenure.application.bulk.in.ImportOrders.Policy;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.subscription.in.FulfilOrder;
import dev.tenure.application.subscription.in.FulfilOrder.Fulfilled;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The operations on many orders, and on many units of one. */
public final class BulkRoutes {

    static final String NDJSON = "application/x-ndjson";

    private static final String ORDERS = "/v1/orders";
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    private final UseCases useCases;
    private final CommandReader reading;

    public BulkRoutes(UseCases useCases, CommandReader reading) {
        this.useCases = useCases;
        this.reading = reading;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ORDERS + "/{orderId}/fulfilments", FulfilOrder.PERMISSION, this::fulfil)
                        .heldTo((request, condition) -> useCases.orders()
                                .requireVersion()
                                .require(request.caller(), request.id("orderId", "order"), condition)),
                Route.streaming(Method.POST, ORDERS + "/import", ImportOrders.PERMISSION, this::importOrders),
                Route.streaming(Method.GET, ORDERS + "/export", ExportOrders.PERMISSION, this::export));
    }

    private Answer fulfil(RestRequest request) {
        String orderId = request.id("orderId", "order");
        FulfilOrderCommand command =
                reading.command(request.withoutQuery().json(), fields -> BulkCodec.fulfilment(orderId, fields));
        Fulfilled fulfilled = useCases.subscriptions().fulfil().fulfil(request.caller(), command);
        return Answer.ok(BulkCodec.fulfilled(command, fulfilled))
                .withVersion(fulfilled.order().version());
    }

    private void importOrders(RestRequest request, StreamedExchange exchange) throws IOException {
        QueryParameters parameters = request.query();
        Policy policy = parameters.oneOf("policy", Policy.class);
        boolean dryRun = parameters.oneOf("dryRun", FLAGS, false);
        parameters.check();
        request.contentType().require(NDJSON);
        ImportStream stream = new ImportStream(useCases.bulk().importOrders(), request.caller(), exchange);
        if (policy == Policy.REJECT_ALL || dryRun) {
            stream.together(policy == null ? Policy.REJECT_FAILED : policy, dryRun);
        } else {
            stream.each();
        }
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
        Iterator<List<OrderView>> pages = useCases.bulk().exportOrders().export(request.caller(), query);
        ExportStream.send(pages, format == null ? ExportFormat.NDJSON : format, exchange);
    }
}
