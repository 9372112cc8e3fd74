package dev.tenure.adapter.rest.subscription;

import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.json.subscription.FulfilmentCodec;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.application.UseCases;
import dev.tenure.application.subscription.in.FulfilOrder;
import dev.tenure.application.subscription.in.FulfilOrder.Fulfilled;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import java.util.List;

/** Hands over many units of an order at once. */
public final class FulfilmentRoutes {

    private final UseCases useCases;
    private final CommandReader reading;

    public FulfilmentRoutes(UseCases useCases, CommandReader reading) {
        this.useCases = useCases;
        this.reading = reading;
    }

    public List<Route> routes() {
        return List.of(Route.post("/v1/orders/{orderId}/fulfilments", FulfilOrder.PERMISSION, this::fulfil)
                .heldTo((request, condition) -> useCases.orders()
                        .requireVersion()
                        .require(request.caller(), request.id("orderId", "order"), condition)));
    }

    private Answer fulfil(RestRequest request) {
        String orderId = request.id("orderId", "order");
        FulfilOrderCommand command =
                reading.command(request.withoutQuery().json(), fields -> FulfilmentCodec.fulfilment(orderId, fields));
        Fulfilled fulfilled = useCases.subscriptions().fulfil().fulfil(request.caller(), command);
        return Answer.ok(FulfilmentCodec.fulfilled(command, fulfilled))
                .withVersion(fulfilled.order().version());
    }
}
