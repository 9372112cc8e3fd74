package dev.tenure.adapter.rest.order;

import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.CommandReading;
import dev.tenure.adapter.rest.shared.JsonObject;
import dev.tenure.adapter.rest.shared.Lists;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.application.UseCases;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.tenant.Scope;
import java.util.List;

/** The operations on orders. */
public final class OrderRoutes {

    private static final String ORDERS = "/v1/orders";
    private static final String ORDER = ORDERS + "/{orderId}";

    private final UseCases useCases;
    private final CommandReading reading;

    public OrderRoutes(UseCases useCases, CommandReading reading) {
        this.useCases = useCases;
        this.reading = reading;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ORDERS, Scope.ORDERS_WRITE, this::place),
                Route.get(ORDERS, Scope.ORDERS_READ, this::list),
                Route.get(ORDER, Scope.ORDERS_READ, this::one),
                change(Route.post(ORDER + "/confirm", Scope.ORDERS_WRITE, this::confirm)),
                change(Route.post(ORDER + "/cancel", Scope.ORDERS_WRITE, this::cancel)));
    }

    private Route change(Route ofOneOrder) {
        return ofOneOrder.heldTo((request, condition) ->
                useCases.requireOrderVersion().require(request.caller(), request.id("orderId", "order"), condition));
    }

    private Answer place(RestRequest request) {
        PlaceOrderCommand command = reading.command(request.withoutQuery().json(), PlaceOrderMapping::command);
        OrderView order = useCases.placeOrder().place(request.caller(), command);
        return Answer.created(ORDERS + "/" + order.orderId(), changed(order, "Order created"))
                .withVersion(order.version());
    }

    private Answer one(RestRequest request) {
        OrderView order = useCases.findOrders().one(request.withoutQuery().caller(), request.id("orderId", "order"));
        return Answer.ok(OrderMapping.order(order)).withVersion(order.version());
    }

    private Answer list(RestRequest request) {
        QueryParameters parameters = request.query();
        OrderQuery query = OrderMapping.query(parameters, () -> useCases.findTenants()
                .one(request.caller().tenant().value())
                .settings()
                .timeZone());
        PageRequest page = parameters.page();
        parameters.check();
        return Lists.answer(
                request, "orders", useCases.findOrders().list(request.caller(), query, page), OrderMapping::order);
    }

    private Answer confirm(RestRequest request) {
        reading.command(request.withoutQuery().jsonIfAny(), fields -> fields);
        OrderView order = useCases.confirmOrder().confirm(request.caller(), request.id("orderId", "order"));
        return Answer.ok(changed(order, "Order confirmed")).withVersion(order.version());
    }

    private Answer cancel(RestRequest request) {
        String orderId = request.id("orderId", "order");
        CancelOrderCommand command = reading.command(
                request.withoutQuery().jsonIfAny(), fields -> new CancelOrderCommand(orderId, fields.text("reason")));
        OrderView order = useCases.cancelOrder().cancel(request.caller(), command);
        return Answer.ok(changed(order, "Order cancelled")).withVersion(order.version());
    }

    private static JsonObject changed(OrderView order, String message) {
        return new JsonObject()
                .flag("success", true)
                .text("message", message)
                .text("orderId", order.orderId())
                .object("order", OrderMapping.order(order));
    }
}
