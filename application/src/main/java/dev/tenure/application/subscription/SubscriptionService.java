package dev.tenure.application.subscription;

import static java.util.stream.Collectors.toSet;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.Issued;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Tried;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.guard.Together;
import dev.tenure.application.shared.out.Deferred;
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
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands over assets and shows the subscriptions that run. */
public final class SubscriptionService
        implements CreateSubscription,
                Together<CreateSubscriptionCommand, CreateSubscription.Created>,
                FulfilOrder,
                FindSubscriptions {

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
        return transactions.forTenant(caller.tenant(), () -> one(new Issued<>(caller, command)));
    }

    @Override
    public List<Tried<Created>> all(List<Issued<CreateSubscriptionCommand>> issued) {
        List<Tried<UnitWanted>> units = issued.stream()
                .map(one -> Tried.of(() -> UnitWanted.of(one.command(), checks)))
                .toList();
        List<UnitWanted> wanted =
                units.stream().flatMap(unit -> unit.result().stream()).toList();
        HandOver handOver = begun(
                issued.get(0).caller(),
                wanted.stream().map(unit -> unit.command().orderId()).collect(toSet()),
                wanted.stream().map(UnitWanted::serialNumber).collect(toSet()));
        List<Tried<Created>> created = new ArrayList<>();
        for (int i = 0; i < issued.size(); i++) {
            Stamp stamp = issued.get(i).caller().stamp(clock);
            created.add(units.get(i).then(unit -> created(handOver, unit, stamp)));
        }
        keep(handOver);
        return created;
    }

    private static Created created(HandOver handOver, UnitWanted unit, Stamp stamp) {
        String id = unit.command().orderId();
        Order order = handOver.order(id)
                .orElseThrow(() -> FieldErrors.of("orderId", SubscriptionError.ORDER_NOT_FOUND, "no order " + id));
        Subscription subscription = handOver.handOver(order, unit, stamp);
        return new Created(
                subscription, OrderView.of(handOver.order(id).orElseThrow().state()));
    }

    @Override
    public Fulfilled fulfil(Caller caller, FulfilOrderCommand command) {
        checks.check(command);
        Fulfilments units = Fulfilments.of(command, checks);
        String id = command.orderId();
        return transactions.forTenant(caller.tenant(), () -> {
            HandOver handOver = begun(caller, Set.of(id), units.serialNumbers());
            Order order = handOver.order(id).orElseThrow(() -> new NotFound("order", id));
            units.handOver(handOver, order, caller.stamp(clock));
            keep(handOver);
            return new Fulfilled(OrderView.of(handOver.order(id).orElseThrow().state()), units.results());
        });
    }

    private HandOver begun(Caller caller, Set<String> orderIds, Set<SerialNumber> serialNumbers) {
        Deferred<TenantSettings> settings = currentSettings.load(caller);
        Deferred<Map<OrderId, Order>> held = orders.loadAll(orderIds.stream()
                .filter(Identifier::isWellFormed)
                .map(OrderId::new)
                .toList());
        Deferred<Map<SerialNumber, Versioned<Asset>>> known = assets.loadAll(serialNumbers);
        return new HandOver(settings.get(), ids, held.get(), known.get());
    }

    private void keep(HandOver handOver) {
        assets.insertAll(handOver.registered());
        assets.updateAll(handOver.changed());
        subscriptions.insertAll(handOver.started());
        customers.unitsHandedOver(UnitsByCustomer.of(handOver.started()));
        orders.updateAll(handOver.fulfilled());
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
