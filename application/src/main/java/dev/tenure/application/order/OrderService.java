package dev.tenure.application.order;

import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.in.CancelOrder;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.ConfirmOrder;
import dev.tenure.application.order.in.FindOrders;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrder;
import dev.tenure.application.order.in.PlaceOrderCommand;
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
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.Placement;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Places orders, takes them through their life and shows them. */
public final class OrderService implements PlaceOrder, ConfirmOrder, CancelOrder, FindOrders, RequireOrderVersion {

    private final OrderRepository orders;
    private final OrderQueries queries;
    private final CustomerRepository customers;
    private final ProductRepository products;
    private final CustomFieldRepository fields;
    private final TenantRepository tenants;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final Cursors cursors;
    private final IdGenerator ids;
    private final Clock clock;

    public OrderService(
            OrderRepository orders,
            OrderQueries queries,
            CustomerRepository customers,
            ProductRepository products,
            CustomFieldRepository fields,
            TenantRepository tenants,
            Transactions transactions,
            CommandChecks checks,
            Cursors cursors,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.queries = queries;
        this.customers = customers;
        this.products = products;
        this.fields = fields;
        this.tenants = tenants;
        this.transactions = transactions;
        this.checks = checks;
        this.cursors = cursors;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public OrderView place(Caller caller, PlaceOrderCommand command) {
        checks.check(command);
        List<Sku> skus = OrderDraft.skus(command);
        return transactions.forTenant(caller.tenant(), () -> {
            TenantSettings settings = settings(caller);
            OrderDraft draft = OrderDraft.of(
                    command,
                    products.offers(skus),
                    settings,
                    new CustomFieldChecks(fields.all()),
                    new CustomerId(ids.next("cust")));
            Stamp stamp = caller.stamp(clock);
            Buyer buyer = draft.buyer().identifiedAs(identify(draft.buyer(), caller, stamp));
            Order placed = placed(
                    () -> new Placement(
                            caller.tenant(),
                            new OrderId(ids.next("ord")),
                            draft.kind(),
                            buyer,
                            draft.items(),
                            settings.currency(),
                            settings.tax(),
                            draft.remarks()),
                    stamp);
            Order order = command.confirm() ? placed.confirm(stamp) : placed;
            orders.insert(order);
            return OrderView.of(order.state());
        });
    }

    @Override
    public OrderView confirm(Caller caller, String orderId) {
        return change(caller, orderId, order -> order.confirm(caller.stamp(clock)));
    }

    @Override
    public OrderView cancel(Caller caller, CancelOrderCommand command) {
        checks.check(command);
        return change(caller, command.orderId(), order -> order.cancel(command.reason(), caller.stamp(clock)));
    }

    @Override
    public OrderView one(Caller caller, String orderId) {
        return wellFormed(orderId)
                .flatMap(id -> queries.find(caller.tenant(), id))
                .orElseThrow(() -> new NotFound("order", orderId));
    }

    @Override
    public Page<OrderView> list(Caller caller, OrderQuery query, PageRequest page) {
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
        transactions.forTenant(caller.tenant(), () -> {
            Order.State state = held(orderId).state();
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

    /** The order, if what its items come to can be reckoned at all. */
    private static Order placed(Supplier<Placement> placement, Stamp stamp) {
        FieldErrors errors = new FieldErrors();
        Optional<Order> placed = errors.at("items", () -> Order.place(placement.get(), stamp));
        errors.throwIfAny();
        return placed.orElseThrow();
    }

    private Order held(String orderId) {
        return wellFormed(orderId).flatMap(orders::find).orElseThrow(() -> new NotFound("order", orderId));
    }

    /** Finds, changes and stores one order in one transaction; nothing is written when nothing changed. */
    private OrderView change(Caller caller, String orderId, UnaryOperator<Order> change) {
        return transactions.forTenant(caller.tenant(), () -> {
            Order order = held(orderId);
            Order changed = change.apply(order);
            if (!changed.changes().isEmpty()) {
                orders.update(changed);
            }
            return OrderView.of(changed.state());
        });
    }

    /** The customer with the buyer's e-mail address: the one there is, refreshed by this order, or a new one. */
    private CustomerId identify(Buyer buyer, Caller caller, Stamp stamp) {
        Customer customer = customers
                .findByEmail(buyer.profile().email())
                .orElseGet(() -> customers.findOrInsert(new Customer(
                        caller.tenant(),
                        buyer.customerId(),
                        buyer.profile(),
                        buyer.billingAddress(),
                        buyer.shippingAddress(),
                        true,
                        stamp.at(),
                        stamp.at())));
        if (!afterOrder(customer, buyer, stamp).equals(customer)) {
            Versioned<Customer> held = customers.find(customer.id()).orElseThrow();
            customers.update(held.with(afterOrder(held.value(), buyer, stamp)));
        }
        return customer.id();
    }

    private static Customer afterOrder(Customer customer, Buyer buyer, Stamp stamp) {
        return customer.afterOrder(buyer.profile(), buyer.billingAddress(), buyer.shippingAddress(), stamp.at());
    }

    private TenantSettings settings(Caller caller) {
        return tenants.find(caller.tenant())
                .orElseThrow(() -> new NotFound("tenant", caller.tenant().value()))
                .value()
                .settings();
    }

    private static Optional<OrderId> wellFormed(String orderId) {
        return Identifier.isWellFormed(orderId) ? Optional.of(new OrderId(orderId)) : Optional.empty();
    }
}
