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
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.Fulfilment;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.Trigger;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.ContractPeriod;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands over assets and shows the subscriptions that run. */
public final class SubscriptionService implements CreateSubscription, FindSubscriptions {

    private final SubscriptionRepository subscriptions;
    private final AssetRepository assets;
    private final OrderRepository orders;
    private final CustomerRepository customers;
    private final TenantRepository tenants;
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
        this.tenants = tenants;
        this.transactions = transactions;
        this.checks = checks;
        this.cursors = cursors;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Created create(Caller caller, CreateSubscriptionCommand command) {
        checks.check(command);
        FieldErrors errors = new FieldErrors();
        Optional<SerialNumber> serialNumber =
                errors.at("assetSerialNumber", () -> new SerialNumber(command.assetSerialNumber()));
        Optional<Sku> sku = Optional.ofNullable(command.sku()).flatMap(given -> errors.at("sku", () -> new Sku(given)));
        Optional.ofNullable(command.startDate())
                .ifPresent(start -> errors.at("startDate", () -> new ContractPeriod(start, 1)));
        errors.throwIfAny();
        return transactions.forTenant(caller.tenant(), () -> {
            TenantSettings settings = tenants.find(caller.tenant())
                    .orElseThrow(() -> new NotFound("tenant", caller.tenant().value()))
                    .value()
                    .settings();
            Order order = order(command);
            order.objectionTo(Trigger.FULFIL).ifPresent(SubscriptionService::raise);
            Optional<Versioned<Asset>> known = assets.find(serialNumber.orElseThrow());
            OrderItem item = item(order.state(), command, sku, known.map(Versioned::value));
            requireAgreement(order.state(), item, command);
            return handOver(caller, command, serialNumber.orElseThrow(), settings, order, item, known);
        });
    }

    private Created handOver(
            Caller caller,
            CreateSubscriptionCommand command,
            SerialNumber serialNumber,
            TenantSettings settings,
            Order order,
            OrderItem item,
            Optional<Versioned<Asset>> known) {
        Stamp stamp = caller.stamp(clock);
        SubscriptionId id = new SubscriptionId(ids.next("sub"));
        LocalDate start = command.startDate() == null
                ? LocalDate.ofInstant(stamp.at(), settings.timeZone())
                : command.startDate();
        Order fulfilled = order.fulfil(
                new Fulfilment(item.number(), id, serialNumber, start), settings.requireConfirmation(), stamp);
        FieldErrors errors = new FieldErrors();
        Optional<Subscription> started = errors.within(
                "",
                () -> Subscription.start(
                        order.state(),
                        item,
                        id,
                        serialNumber,
                        start,
                        command.billingGroupId(),
                        command.notes(),
                        stamp));
        errors.throwIfAny();
        Subscription subscription = started.orElseThrow();
        Versioned<Asset> asset = known.orElseGet(() -> register(caller, serialNumber, item, settings, stamp));
        assets.update(asset.with(asset.value().handOver(item.sku(), id, subscription.customerId(), stamp.at())));
        subscriptions.insert(subscription);
        orders.update(fulfilled);
        customers.unitsHandedOver(subscription.customerId(), 1, subscription.monthlyAmount());
        return new Created(subscription, OrderView.of(fulfilled.state()));
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

    private Order order(CreateSubscriptionCommand command) {
        return (Identifier.isWellFormed(command.orderId())
                        ? orders.find(new OrderId(command.orderId()))
                        : Optional.<Order>empty())
                .orElseThrow(() ->
                        FieldErrors.of("orderId", SubscriptionError.ORDER_NOT_FOUND, "no order " + command.orderId()));
    }

    private static OrderItem item(
            Order.State order, CreateSubscriptionCommand command, Optional<Sku> sku, Optional<Asset> asset) {
        if (command.itemIndex() != null) {
            int index = command.itemIndex();
            if (index >= order.items().size()) {
                throw FieldErrors.of(
                        "itemIndex",
                        OrderError.ITEM_NOT_FOUND,
                        "the order has items 0 to %d, not %d"
                                .formatted(order.items().size() - 1, index));
            }
            return order.items().get(index);
        }
        if (sku.isPresent()) {
            return itemOf(
                    order,
                    sku.get(),
                    () -> FieldErrors.of(
                            "sku", OrderError.ITEM_NOT_FOUND, "the order has no item of SKU " + sku.get()));
        }
        if (asset.isPresent()) {
            return itemOf(order, asset.get().sku(), () -> mismatch(asset.get()));
        }
        List<OrderItem> open =
                order.items().stream().filter(item -> item.openUnits() > 0).toList();
        if (open.size() > 1) {
            throw FieldErrors.of(
                    "itemIndex",
                    SharedError.VALIDATION_ERROR,
                    "%d items have open units and the asset is not known yet: name itemIndex or sku (%s)"
                            .formatted(
                                    open.size(),
                                    String.join(
                                            ", ",
                                            open.stream()
                                                    .map(item -> item.sku().value())
                                                    .toList())));
        }
        return open.get(0);
    }

    private static OrderItem itemOf(Order.State order, Sku sku, Supplier<RuntimeException> none) {
        if (order.items().stream().noneMatch(item -> item.sku().equals(sku))) {
            throw none.get();
        }
        return order.openItem(sku)
                .orElseThrow(() -> new RuleViolated(
                        OrderError.ITEM_FULLY_FULFILLED,
                        "every unit of SKU %s in this order has a subscription".formatted(sku),
                        Map.of("sku", sku.value())));
    }

    private static void requireAgreement(Order.State order, OrderItem item, CreateSubscriptionCommand command) {
        String customer = order.buyer().customerId().value();
        if (command.customerId() != null && !command.customerId().equals(customer)) {
            throw FieldErrors.of(
                    "customerId",
                    SharedError.VALIDATION_ERROR,
                    "the order is of customer %s, not %s".formatted(customer, command.customerId()));
        }
        if (command.contractLength() != null && command.contractLength() != item.contractLength()) {
            throw FieldErrors.of(
                    "contractLength",
                    CatalogError.INVALID_CONTRACT_LENGTH,
                    "the item is for %d months since the order was placed, not %d"
                            .formatted(item.contractLength(), command.contractLength()));
        }
        if (command.itemIndex() != null
                && command.sku() != null
                && !command.sku().strip().equals(item.sku().value())) {
            throw FieldErrors.of(
                    "sku",
                    SharedError.VALIDATION_ERROR,
                    "item %d is of SKU %s, not %s".formatted(command.itemIndex(), item.sku(), command.sku()));
        }
        if (command.billingGroupId() != null
                && !command.billingGroupId().isBlank()
                && order.buyer().profile().type() == CustomerType.INDIVIDUAL) {
            throw FieldErrors.of(
                    "billingGroupId",
                    SharedError.VALIDATION_ERROR,
                    "a billing group is for business customers; this one is an individual");
        }
    }

    private Versioned<Asset> register(
            Caller caller, SerialNumber serialNumber, OrderItem item, TenantSettings settings, Stamp stamp) {
        if (settings.requireRegisteredAssets()) {
            throw FieldErrors.of(
                    "assetSerialNumber",
                    SubscriptionError.ASSET_NOT_FOUND,
                    "no asset has the serial number %s, and this tenant hands over registered assets only"
                            .formatted(serialNumber));
        }
        return assets.findOrRegister(
                Asset.register(caller.tenant(), serialNumber, item.sku(), item.productName(), stamp.at()));
    }

    private static RuleViolated mismatch(Asset asset) {
        return new RuleViolated(
                SubscriptionError.SKU_MISMATCH,
                "asset %s is a %s, and the order has no such item".formatted(asset.serialNumber(), asset.sku()),
                Map.of("assetSku", asset.sku().value()));
    }

    private static void raise(DomainException objection) {
        throw objection;
    }
}
