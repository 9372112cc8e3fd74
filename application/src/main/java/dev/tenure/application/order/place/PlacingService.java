package dev.tenure.application.order.place;

import dev.tenure.application.order.FindOrCreateCustomer;
import dev.tenure.application.order.FindOrCreateCustomer.Buyers;
import dev.tenure.application.order.OrderingContext;
import dev.tenure.application.order.OrderingContextLoader;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Places orders: prices their items from the catalog, finds or creates their customers, and stores them. */
public final class PlacingService {

    private final OrderRepository orders;
    private final FindOrCreateCustomer customers;
    private final OrderingContextLoader contexts;
    private final IdGenerator ids;
    private final Clock clock;

    public PlacingService(
            OrderRepository orders,
            FindOrCreateCustomer customers,
            OrderingContextLoader contexts,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.contexts = contexts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads the data that the commands depend on. */
    public Basis load(TenantId tenant, List<PlaceOrderCommand> commands) {
        Instant now = clock.instant();
        Deferred<OrderingContext> context = contexts.load(tenant, OrderDraft.skus(commands));
        Deferred<Buyers> buyers = customers.load(OrderDraft.emails(commands), tenant, now);
        return new Basis(context.get(), buyers.get(), now);
    }

    /** The order, or the refusal of the command. */
    public Order decide(Caller caller, PlaceOrderCommand command, Basis basis) {
        Stamp stamp = caller.stamp(basis.now());
        OrderDraft draft =
                OrderDraft.of(command, basis.context(), customers.nextId()).withBuyer(basis.buyers()::identified);
        OrderId id = new OrderId(ids.next("ord"));
        Order placed = draft.placed(caller.tenant(), id, basis.context().settings(), stamp);
        basis.buyers().accept(draft.buyer());
        return command.confirm() ? placed.confirm(stamp) : placed;
    }

    /** Saves the orders and the changes of their customers. */
    public List<OrderView> store(List<Order> placed, Basis basis) {
        customers.store(basis.buyers());
        orders.insert(placed);
        return placed.stream().map(order -> OrderView.of(order.state())).toList();
    }

    /** The data that the commands depend on. */
    public record Basis(OrderingContext context, Buyers buyers, Instant now) {}
}
