package dev.tenure.application.subscription;

import static java.util.stream.Collectors.toSet;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.subscription.in.CreateSubscription.Created;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FulfilOrder.Fulfilled;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionPorts;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Fulfils orders: hands over assets, one unit at a time or many of one order, and starts their subscriptions. */
public final class FulfilmentService {

    private final SubscriptionRepository subscriptions;
    private final AssetRepository assets;
    private final OrderRepository orders;
    private final CustomerRepository customers;
    private final CurrentSettings currentSettings;
    private final CommandChecks checks;
    private final IdGenerator ids;
    private final Clock clock;

    public FulfilmentService(
            SubscriptionPorts subscriptions,
            OrderRepository orders,
            CustomerRepository customers,
            TenantRepository tenants,
            CommandChecks checks,
            IdGenerator ids,
            Clock clock) {
        this.subscriptions = subscriptions.subscriptions();
        this.assets = subscriptions.assets();
        this.orders = orders;
        this.customers = customers;
        this.currentSettings = new CurrentSettings(tenants);
        this.checks = checks;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads the data for hand-overs of single units. */
    public FulfilmentBatch loadUnits(TenantId tenant, List<CreateSubscriptionCommand> commands) {
        return load(
                tenant,
                commands.stream().map(CreateSubscriptionCommand::orderId),
                commands.stream()
                        .flatMap(command -> UnitRequest.serialNumber(command).stream())
                        .collect(toSet()));
    }

    /** Hands over one unit, or refuses it. */
    public Created decideUnit(Caller caller, CreateSubscriptionCommand command, FulfilmentBatch batch) {
        UnitRequest unit = UnitRequest.of(command);
        String id = command.orderId();
        Order order = batch.order(id)
                .orElseThrow(() -> FieldErrors.of("orderId", SubscriptionError.ORDER_NOT_FOUND, "no order " + id));
        Subscription subscription = batch.handOver(order, unit, caller.stamp(clock));
        return new Created(
                subscription, OrderView.of(batch.order(id).orElseThrow().state()));
    }

    /** Reads the data for batches of orders. */
    public FulfilmentBatch loadOrders(TenantId tenant, List<FulfilOrderCommand> commands) {
        return load(
                tenant,
                commands.stream().map(FulfilOrderCommand::orderId),
                commands.stream()
                        .flatMap(command -> UnitRequests.serialNumbers(command).stream())
                        .collect(toSet()));
    }

    /** Hands over many units of one order; in all-or-nothing mode one refused unit refuses all. */
    public Fulfilled decideOrder(Caller caller, FulfilOrderCommand command, FulfilmentBatch batch) {
        String id = command.orderId();
        UnitRequests units = UnitRequests.of(command, checks);
        Order order = batch.order(id).orElseThrow(() -> new NotFound("order", id));
        FulfilmentBatch attempt = batch.copy();
        units.handOver(attempt, order, caller.stamp(clock));
        batch.accept(attempt);
        return new Fulfilled(OrderView.of(batch.order(id).orElseThrow().state()), units.results());
    }

    /** Saves the changes of the units. */
    public <T> List<T> store(List<T> accepted, FulfilmentBatch batch) {
        batch.assets().store(assets);
        subscriptions.insertAll(batch.started());
        customers.unitsHandedOver(UnitsByCustomer.of(batch.started()));
        orders.updateAll(batch.fulfilled());
        return accepted;
    }

    private FulfilmentBatch load(TenantId tenant, Stream<String> orderIds, Collection<SerialNumber> serialNumbers) {
        Set<OrderId> wellFormed =
                orderIds.filter(Identifier::isWellFormed).map(OrderId::new).collect(toSet());
        Deferred<TenantSettings> settings = currentSettings.load(tenant);
        Deferred<Map<OrderId, Order>> held = orders.loadAll(wellFormed);
        Deferred<Map<SerialNumber, Versioned<Asset>>> known = assets.loadAll(serialNumbers);
        return new FulfilmentBatch(settings.get(), ids, held.get(), new HandedOverAssets(known.get()));
    }
}
