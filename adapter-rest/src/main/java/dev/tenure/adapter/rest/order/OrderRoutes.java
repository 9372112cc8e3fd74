package dev.tenure.adapter.rest.order;

import static dev.tenure.adapter.json.shared.CommandReader.checkedLater;

import dev.tenure.adapter.json.order.EditOrderCodec;
import dev.tenure.adapter.json.order.OrderActionCodec;
import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.order.PlaceOrderCodec;
import dev.tenure.adapter.json.order.QuoteCodec;
import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.Lists;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.adapter.rest.shared.Write;
import dev.tenure.application.UseCases;
import dev.tenure.application.order.in.CancelOrder;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.CloseOrder;
import dev.tenure.application.order.in.CloseOrderCommand;
import dev.tenure.application.order.in.ConfirmOrder;
import dev.tenure.application.order.in.EditOrder;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.ExplainOrderActions;
import dev.tenure.application.order.in.FindOrders;
import dev.tenure.application.order.in.MarkOrderPaid;
import dev.tenure.application.order.in.MarkOrderPaidCommand;
import dev.tenure.application.order.in.OrderActions;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrder;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.QuoteOrder;
import dev.tenure.application.order.in.ReplaceNotes;
import dev.tenure.application.order.in.ReplaceNotesCommand;
import dev.tenure.application.shared.Change;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The operations on orders. */
public final class OrderRoutes {

    private static final String ORDERS = "/v1/orders";
    private static final String ORDER = ORDERS + "/{orderId}";

    private final UseCases useCases;
    private final CommandReader reading;
    private final SerializedOrderCache written = new SerializedOrderCache();

    public OrderRoutes(UseCases useCases, CommandReader reading) {
        this.useCases = useCases;
        this.reading = reading;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ORDERS, PlaceOrder.PERMISSION, this::place),
                Route.get(ORDERS, FindOrders.PERMISSION, this::list),
                Route.post(ORDERS + "/quote", QuoteOrder.PERMISSION, this::quote),
                Route.get(ORDER, FindOrders.PERMISSION, this::one),
                Route.get(ORDER + "/actions", ExplainOrderActions.PERMISSION, this::actions),
                change(Route.patch(ORDER, EditOrder.PERMISSION, this::edit)),
                change(Route.patch(ORDER + "/notes", ReplaceNotes.PERMISSION, this::notes)),
                change(Route.post(ORDER + "/payment", MarkOrderPaid.PERMISSION, this::payment)),
                change(Route.post(ORDER + "/close", CloseOrder.PERMISSION, this::close)),
                change(Route.post(ORDER + "/confirm", ConfirmOrder.PERMISSION, this::confirm)),
                change(Route.post(ORDER + "/cancel", CancelOrder.PERMISSION, this::cancel)));
    }

    private Route change(Route ofOneOrder) {
        return ofOneOrder.heldTo((request, condition) ->
                useCases.orders().requireVersion().require(request.caller(), orderId(request), condition));
    }

    private Answer place(RestRequest request, Write write) {
        return write.perform(placing(request), useCases.orders().place()::place, OrderRoutes::placed);
    }

    private PlaceOrderCommand placing(RestRequest request) {
        return reading.command(request.withoutQuery().json(), PlaceOrderCodec::command);
    }

    private static Answer placed(OrderView order) {
        return Answer.created(ORDERS + "/" + order.orderId(), OrderCodec.changed("Order created", order))
                .withVersion(order.version());
    }

    private Answer quote(RestRequest request) {
        return Answer.ok(QuoteCodec.quoted(useCases.orders().quote().quote(request.caller(), placing(request))));
    }

    private Answer one(RestRequest request) {
        QueryParameters parameters = request.query();
        Instant asOf = parameters.moment("asOf", () -> zone(request));
        parameters.check();
        OrderView order = asOf == null
                ? useCases.orders().find().one(request.caller(), orderId(request))
                : useCases.orders().findAsOf().asOf(request.caller(), orderId(request), asOf);
        return Answer.ok(written.ofPassing(order)).withVersion(order.version());
    }

    private Answer actions(RestRequest request) {
        OrderActions actions = useCases.orders()
                .explainActions()
                .explain(request.withoutQuery().caller(), orderId(request));
        return Answer.ok(OrderActionCodec.actions(actions)).withVersion(actions.version());
    }

    private Answer edit(RestRequest request) {
        String orderId = orderId(request);
        EditOrderCommand command =
                reading.command(request.withoutQuery().json(), fields -> EditOrderCodec.command(orderId, fields));
        return changed(useCases.orders().edit().edit(request.caller(), command), "Order edited");
    }

    private Answer notes(RestRequest request) {
        String orderId = orderId(request);
        ReplaceNotesCommand command = reading.command(
                request.withoutQuery().json(), fields -> new ReplaceNotesCommand(orderId, notes(fields)));
        return changed(useCases.orders().replaceNotes().replace(request.caller(), command), "Notes replaced");
    }

    // Null and blank clear the notes; only an absent field is an error.
    private static String notes(JsonFields fields) {
        Change<String> notes = fields.change("notes", fields::text);
        return checkedLater(notes.happens() && notes.value() == null ? "" : notes.value());
    }

    private Answer payment(RestRequest request) {
        String orderId = orderId(request);
        MarkOrderPaidCommand command = reading.command(
                request.withoutQuery().json(),
                fields -> new MarkOrderPaidCommand(
                        orderId,
                        checkedLater(fields.text(fields.has("reference") ? "reference" : "paymentReference")),
                        fields.decimal("paidAmount")));
        return changed(useCases.orders().markPaid().markPaid(request.caller(), command), "Payment recorded");
    }

    private Answer close(RestRequest request) {
        String orderId = orderId(request);
        CloseOrderCommand command = reading.command(
                request.withoutQuery().jsonIfAny(),
                fields -> new CloseOrderCommand(orderId, checkedLater(fields.text("reason"))));
        return changed(useCases.orders().close().close(request.caller(), command), "Order closed");
    }

    private Answer list(RestRequest request) {
        QueryParameters parameters = request.query();
        OrderQuery query = OrderQueryReader.query(parameters, () -> zone(request));
        PageRequest page = parameters.page();
        parameters.check();
        Page<OrderView> orders = useCases.orders().find().list(request.caller(), query, page);
        return Lists.answer(request, "orders", orders, page.startAfter() == null ? written::of : written::ofPassing);
    }

    private Answer confirm(RestRequest request) {
        reading.command(request.withoutQuery().jsonIfAny(), fields -> fields);
        OrderView order = useCases.orders().confirm().confirm(request.caller(), orderId(request));
        return changed(order, "Order confirmed");
    }

    private Answer cancel(RestRequest request) {
        String orderId = orderId(request);
        CancelOrderCommand command = reading.command(
                request.withoutQuery().jsonIfAny(), fields -> new CancelOrderCommand(orderId, fields.text("reason")));
        OrderView order = useCases.orders().cancel().cancel(request.caller(), command);
        return changed(order, "Order cancelled");
    }

    private static String orderId(RestRequest request) {
        return request.id("orderId", "order");
    }

    private static Answer changed(OrderView order, String message) {
        return Answer.ok(OrderCodec.changed(message, order)).withVersion(order.version());
    }

    /** The time zone of the caller's tenant, in which its days start. */
    private ZoneId zone(RestRequest request) {
        return useCases.tenants().findOwn().own(request.caller()).settings().timeZone();
    }
}
