package dev.tenure.application.order;

import dev.tenure.application.order.in.CancelOrder;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.CloseOrder;
import dev.tenure.application.order.in.CloseOrderCommand;
import dev.tenure.application.order.in.ConfirmOrder;
import dev.tenure.application.order.in.FindOrders;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.RequireOrderVersion;
import dev.tenure.application.order.out.CustomFieldRepository;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Places orders, takes them through their life and shows them. */
public final class OrderService implements ConfirmOrder, CancelOrder, CloseOrder, FindOrders, RequireOrderVersion {

    private final OrderRepository orders;
    private final OrdersById byId;
    private final OrderQueries queries;
    private final CustomFieldRepository fields;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final Cursors cursors;
    private final Clock clock;

    public OrderService(
            OrderRepository orders,
            OrderQueries queries,
            CustomFieldRepository fields,
            Transactions transactions,
            CommandChecks checks,
            Cursors cursors,
            Clock clock) {
        this.orders = orders;
        this.byId = new OrdersById(orders, transactions);
        this.queries = queries;
        this.fields = fields;
        this.transactions = transactions;
        this.checks = checks;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Override
    public OrderView confirm(Caller caller, String orderId) {
        caller.require(ConfirmOrder.PERMISSION);
        return byId.change(caller, orderId, order -> order.confirm(caller.stamp(clock)));
    }

    @Override
    public OrderView cancel(Caller caller, CancelOrderCommand command) {
        caller.require(CancelOrder.PERMISSION);
        checks.check(command);
        return byId.change(caller, command.orderId(), order -> order.cancel(command.reason(), caller.stamp(clock)));
    }

    @Override
    public OrderView close(Caller caller, CloseOrderCommand command) {
        caller.require(CloseOrder.PERMISSION);
        checks.check(command);
        return byId.change(caller, command.orderId(), order -> {
            FieldErrors errors = new FieldErrors();
            Optional<Order> closed = errors.at("reason", () -> order.close(command.reason(), caller.stamp(clock)));
            errors.throwIfAny();
            return closed.orElseThrow();
        });
    }

    @Override
    public OrderView one(Caller caller, String orderId) {
        caller.require(FindOrders.PERMISSION);
        return OrdersById.wellFormed(orderId)
                .flatMap(id -> queries.find(caller.tenant(), id))
                .orElseThrow(() -> new NotFound("order", orderId));
    }

    @Override
    public Page<OrderView> list(Caller caller, OrderQuery query, PageRequest page) {
        caller.require(FindOrders.PERMISSION);
        OrderQuery askable = new OrderQuery(askable(caller, query.filter()), query.sort(), query.direction());
        Object signed = List.of("orders", caller.tenant(), askable);
        Position after = cursors.position(page, signed);
        return cursors.page(queries.list(caller.tenant(), askable, page.limit(), after), page.limit(), signed);
    }

    /** The filter as the queries take it, once it is known to mean something. */
    private OrderFilter askable(Caller caller, OrderFilter filter) {
        return filter.customFields().isEmpty()
                ? FilterChecks.askable(filter, List.of())
                : FilterChecks.askable(filter, transactions.forTenant(caller.tenant(), fields::all));
    }

    @Override
    public void require(Caller caller, String orderId, VersionCondition condition) {
        caller.requireAnyOf(RequireOrderVersion.PERMISSIONS);
        transactions.forTenant(caller.tenant(), () -> {
            OrderState state = byId.held(orderId).state();
            if (!condition.allows(state.version())) {
                throw VersionMismatch.at(
                        "order " + orderId, state.version(), changesSince(state.id(), condition.newest()));
            }
            return state.version();
        });
    }

    private List<VersionMismatch.Change> changesSince(OrderId id, long version) {
        return orders.events(id).stream()
                .filter(event -> event.sequence() > version)
                .map(event -> new VersionMismatch.Change(
                        event.sequence(),
                        event.fact().name(),
                        event.stamp().at(),
                        event.stamp().by().value(),
                        event.fact().reason().orElse(null)))
                .toList();
    }
}
