package dev.tenure.application.subscription;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Asked;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.in.FulfilOrder;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Hands over assets and shows the subscriptions that run. */
public final class SubscriptionService implements CreateSubscription, FulfilOrder, FindSubscriptions {

    private final SubscriptionRepository subscriptions;
    private final AssetRepository assets;
    private final OrderRepository orders;
    private final CustomerRepository customers;
    private final CurrentSettings currentSettings;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final Cursors cursors;
    private final IdGenerator ids;
    private final Clock clock;

    public SubscriptionService(
            SubscriptionRepository subscriptions,
            AssetRepository assets,
            OrderRepository orders,
            CustomerRepository customers,
            TenantRepository tenants,
            Transactions transactions,
            CommandChecks checks,
            Cursors cursors,
            IdGenerator ids,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.assets = assets;
        this.orders = orders;
        this.customers = customers;
        this.currentSettings = new CurrentSettings(tenants);
        this.transactions = transactions;
        this.checks = checks;
        this.cursors = cursors;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Created create(Caller caller, CreateSubscriptionCommand command) {
        UnitWanted unit = UnitWanted.of(command, checks);
        return transactions.forTenant(caller.tenant(), () -> {
            Asked<TenantSettings> settings = currentSettings.ask(caller);
            Asked<Optional<Order>> asked = ask(command.orderId());
            Asked<Map<SerialNumber, Versioned<Asset>>> held = assets.askAll(Set.of(unit.serialNumber()));
            Order order = asked.get()
                    .orElseThrow(() -> FieldErrors.of(
                            "orderId", SubscriptionError.ORDER_NOT_FOUND, "no order " + command.orderId()));
            HandOver done = kept(caller, settings.get(), order, held.get(), handOver -> {
                var unused = handOver.handOver(unit);
            });
            return new Created(done.started().get(0), OrderView.of(done.order().state()));
        });
    }

    @Override
    public Fulfilled fulfil(Caller caller, FulfilOrderCommand command) {
        checks.check(command);
        Fulfilments units = Fulfilments.of(command, checks);
        return transactions.forTenant(caller.tenant(), () -> {
            Asked<TenantSettings> settings = currentSettings.ask(caller);
            Asked<Optional<Order>> asked = ask(command.orderId());
            Asked<Map<SerialNumber, Versioned<Asset>>> held = assets.askAll(units.serialNumbers());
            Order order = asked.get().orElseThrow(() -> new NotFound("order", command.orderId()));
            HandOver done = kept(
                    caller, settings.get(), order, held.get(), handOver -> units.handOver(handOver, order.state()));
            return new Fulfilled(OrderView.of(done.order().state()), units.results());
        });
    }

    /** Hands over what {@code units} says, and keeps it. */
    private HandOver kept(
            Caller caller,
            TenantSettings settings,
            Order order,
            Map<SerialNumber, Versioned<Asset>> known,
            Consumer<HandOver> units) {
        HandOver handOver = new HandOver(caller, settings, caller.stamp(clock), ids, order, known);
        units.accept(handOver);
        assets.insertAll(handOver.registered());
        assets.updateAll(handOver.changed());
        subscriptions.insertAll(handOver.started());
        count(handOver.started());
        if (!handOver.order().changes().isEmpty()) {
            orders.update(handOver.order());
        }
        return handOver;
    }

    /** All units of an order are of one customer. */
    private void count(List<Subscription> started) {
        if (!started.isEmpty()) {
            customers.unitsHandedOver(
                    started.get(0).customerId(), started.size(), Subscription.monthlyAmountOf(started));
        }
    }

    private Asked<Optional<Order>> ask(String orderId) {
        return Identifier.isWellFormed(orderId) ? orders.ask(new OrderId(orderId)) : Asked.answered(Optional.empty());
    }

    @Override
    public Subscription one(Caller caller, String subscriptionId) {
        return transactions.forTenant(caller.tenant(), () -> (Identifier.isWellFormed(subscriptionId)
                        ? subscriptions.find(new SubscriptionId(subscriptionId))
                        : Optional.<Subscription>empty())
                .orElseThrow(() -> new NotFound("subscription", subscriptionId)));
    }

    @Override
    public Page<Subscription> list(Caller caller, Filter filter, PageRequest page) {
        Object signed = List.of("subscriptions", caller.tenant(), filter);
        Position after = cursors.position(page, signed);
        return transactions.forTenant(
                caller.tenant(),
                () -> cursors.page(subscriptions.list(filter, page.limit(), after), page.limit(), signed));
    }
}
