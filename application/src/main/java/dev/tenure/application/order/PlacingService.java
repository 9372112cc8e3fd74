package dev.tenure.application.order;

import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrder;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.out.CustomFieldRepository;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Issued;
import dev.tenure.application.shared.Tried;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.guard.Together;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.FieldDefinition;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Places orders, any number of one tenant at a time: what they need is read once for all, each is decided on its own, and those that can
 * be placed are written together.
 */
public final class PlacingService implements PlaceOrder, Together<PlaceOrderCommand, OrderView> {

    private final OrderRepository orders;
    private final CustomersByEmail customers;
    private final ProductRepository products;
    private final CustomFieldRepository fields;
    private final CurrentSettings currentSettings;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final IdGenerator ids;
    private final Clock clock;

    public PlacingService(
            OrderRepository orders,
            CustomerRepository customers,
            ProductRepository products,
            CustomFieldRepository fields,
            TenantRepository tenants,
            Transactions transactions,
            CommandChecks checks,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.customers = new CustomersByEmail(customers, ids);
        this.products = products;
        this.fields = fields;
        this.currentSettings = new CurrentSettings(tenants);
        this.transactions = transactions;
        this.checks = checks;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public OrderView place(Caller caller, PlaceOrderCommand command) {
        return transactions.forTenant(caller.tenant(), () -> one(new Issued<>(caller, command)));
    }

    @Override
    public List<Tried<OrderView>> all(List<Issued<PlaceOrderCommand>> issued) {
        Caller first = issued.get(0).caller();
        List<Tried<PlaceOrderCommand>> commands = issued.stream()
                .map(one -> Tried.of(() -> checks.checked(one.command())))
                .toList();
        Deferred<TenantSettings> settings = currentSettings.load(first);
        Deferred<Map<Sku, Offer>> offers =
                products.loadOffers(named(commands, command -> OrderDraft.skus(command).stream()));
        Deferred<List<Versioned<FieldDefinition>>> definitions = fields.loadAll();
        Deferred<List<Customer>> known =
                customers.loadAll(named(commands, command -> OrderDraft.email(command).stream()));

        Basis basis = new Basis(settings.get(), offers.get(), new CustomFieldChecks(definitions.get()), known.get());
        Instant now = clock.instant();
        List<Tried<NewOrder>> drafted = new ArrayList<>();
        for (int i = 0; i < issued.size(); i++) {
            Stamp stamp = issued.get(i).caller().stamp(now);
            drafted.add(commands.get(i).then(command -> drafted(command, basis, first.tenant(), stamp)));
        }
        Iterator<Order> kept = kept(
                        drafted.stream()
                                .flatMap(order -> order.result().stream())
                                .toList(),
                        basis.known(),
                        first.tenant(),
                        now)
                .iterator();
        return drafted.stream()
                .map(order -> order.then(unused -> OrderView.of(kept.next().state())))
                .toList();
    }

    private NewOrder drafted(PlaceOrderCommand command, Basis basis, TenantId tenant, Stamp stamp) {
        OrderDraft draft =
                OrderDraft.of(command, basis.offers(), basis.settings(), basis.fieldChecks(), customers.next());
        NewOrder order =
                new NewOrder(tenant, new OrderId(ids.next("ord")), draft, basis.settings(), command.confirm(), stamp);
        // Whose it is makes no difference to whether it can be placed.
        var unused = order.of(draft.buyer());
        return order;
    }

    private List<Order> kept(List<NewOrder> accepted, List<Customer> known, TenantId tenant, Instant now) {
        List<Buyer> buyers = customers.identified(
                accepted.stream().map(order -> order.draft().buyer()).toList(), known, tenant, now);
        List<Order> placed = new ArrayList<>();
        for (int i = 0; i < buyers.size(); i++) {
            placed.add(accepted.get(i).of(buyers.get(i)));
        }
        orders.insert(placed);
        return placed;
    }

    private static <T> List<T> named(
            List<Tried<PlaceOrderCommand>> commands, Function<PlaceOrderCommand, Stream<T>> names) {
        return commands.stream()
                .flatMap(command -> command.result().stream())
                .flatMap(names)
                .distinct()
                .toList();
    }

    /** What all are decided on. */
    private record Basis(
            TenantSettings settings, Map<Sku, Offer> offers, CustomFieldChecks fieldChecks, List<Customer> known) {}

    /** An order that lacks a buyer to be placed. */
    private record NewOrder(
            TenantId tenant, OrderId id, OrderDraft draft, TenantSettings settings, boolean confirmed, Stamp stamp) {

        Order of(Buyer buyer) {
            Order placed = draft.placed(tenant, id, buyer, settings, stamp);
            return confirmed ? placed.confirm(stamp) : placed;
        }
    }
}
