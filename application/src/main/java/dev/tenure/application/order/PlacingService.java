package dev.tenure.application.order;

import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.FindOrCreateCustomer.Buyers;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.out.CustomFieldRepository;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.order.FieldDefinition;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Places orders: prices their items from the catalog, finds or creates their customers, and keeps them. */
public final class PlacingService {

    private final OrderRepository orders;
    private final FindOrCreateCustomer customers;
    private final ProductRepository products;
    private final CustomFieldRepository fields;
    private final CurrentSettings currentSettings;
    private final IdGenerator ids;
    private final Clock clock;

    public PlacingService(
            OrderRepository orders,
            CustomerRepository customers,
            ProductRepository products,
            CustomFieldRepository fields,
            TenantRepository tenants,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.customers = new FindOrCreateCustomer(customers, ids);
        this.products = products;
        this.fields = fields;
        this.currentSettings = new CurrentSettings(tenants);
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads what the commands are decided on. */
    public Basis load(TenantId tenant, List<PlaceOrderCommand> commands) {
        Instant now = clock.instant();
        Deferred<TenantSettings> settings = currentSettings.load(tenant);
        Deferred<Map<Sku, Offer>> offers = products.loadOffers(skus(commands));
        Deferred<List<Versioned<FieldDefinition>>> definitions = fields.loadAll();
        Deferred<Buyers> buyers = customers.load(emails(commands), tenant, now);
        return new Basis(settings.get(), offers.get(), new CustomFieldChecks(definitions.get()), buyers.get(), now);
    }

    /** The order, or what the command is refused with. */
    public Order decide(Caller caller, PlaceOrderCommand command, Basis basis) {
        TenantSettings settings = basis.settings();
        Stamp stamp = caller.stamp(basis.now());
        OrderDraft draft = OrderDraft.of(command, basis.offers(), settings, basis.fields(), customers.nextId());
        OrderId id = new OrderId(ids.next("ord"));
        Order placed = draft.placed(caller.tenant(), id, basis.buyers().identified(draft.buyer()), settings, stamp);
        Order order = command.confirm() ? placed.confirm(stamp) : placed;
        basis.buyers().accept(order.state().buyer());
        return order;
    }

    /** Keeps the orders and what they say of their customers. */
    public List<OrderView> store(List<Order> placed, Basis basis) {
        customers.store(basis.buyers());
        orders.insert(placed);
        return placed.stream().map(order -> OrderView.of(order.state())).toList();
    }

    private static List<Sku> skus(List<PlaceOrderCommand> commands) {
        return commands.stream()
                .flatMap(command -> OrderDraft.skus(command).stream())
                .distinct()
                .toList();
    }

    private static List<EmailAddress> emails(List<PlaceOrderCommand> commands) {
        return commands.stream()
                .flatMap(command -> OrderDraft.email(command).stream())
                .distinct()
                .toList();
    }

    /** What orders are decided on. */
    public record Basis(
            TenantSettings settings, Map<Sku, Offer> offers, CustomFieldChecks fields, Buyers buyers, Instant now) {}
}
