package dev.tenure.application.order.find;

import dev.tenure.application.field.out.CustomFieldRepository;
import dev.tenure.application.order.OrdersById;
import dev.tenure.application.order.in.FindOrders;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.RequireOrderVersion;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderState;
import java.util.List;

/** Finds orders, and compares the version of one with the expected one. */
public final class FindOrdersService implements FindOrders, RequireOrderVersion {

    private final OrderRepository orders;
    private final OrdersById byId;
    private final OrderQueries queries;
    private final CustomFieldRepository fields;
    private final Transactions transactions;
    private final Cursors cursors;

    public FindOrdersService(
            OrderRepository orders,
            OrderQueries queries,
            CustomFieldRepository fields,
            Transactions transactions,
            Cursors cursors) {
        this.orders = orders;
        this.byId = new OrdersById(orders, transactions);
        this.queries = queries;
        this.fields = fields;
        this.transactions = transactions;
        this.cursors = cursors;
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

    /** The filter for the queries, after checking that it is valid. */
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
