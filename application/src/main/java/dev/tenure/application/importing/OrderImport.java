package dev.tenure.application.importing;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.importing.ImportContext.Facts;
import dev.tenure.application.importing.ImportDraft.Made;
import dev.tenure.application.importing.in.ImportOrders.Result;
import dev.tenure.application.importing.in.ImportOrders.Status;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.order.FindOrCreateCustomer;
import dev.tenure.application.order.FindOrCreateCustomer.Buyers;
import dev.tenure.application.order.OrderingContext;
import dev.tenure.application.order.OrderingContextLoader;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.order.place.OrderDraft;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.subscription.HandedOverAssets;
import dev.tenure.application.subscription.UnitsByCustomer;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionPorts;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Asset;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports orders: each is placed, confirmed, fulfilled, cancelled or closed as its line says, with the original
 * instants.
 */
public final class OrderImport {

    private static final int ID_DIGITS = 40;

    private final OrderRepository orders;
    private final CustomerRepository customers;
    private final FindOrCreateCustomer buyers;
    private final OrderingContextLoader contexts;
    private final AssetRepository assets;
    private final SubscriptionRepository subscriptions;
    private final IdGenerator ids;
    private final Clock clock;

    public OrderImport(
            OrderRepository orders,
            CustomerRepository customers,
            FindOrCreateCustomer buyers,
            OrderingContextLoader contexts,
            SubscriptionPorts subscriptions,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.buyers = buyers;
        this.contexts = contexts;
        this.assets = subscriptions.assets();
        this.subscriptions = subscriptions.subscriptions();
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads what the decisions on the lines need. */
    ImportContext load(TenantId tenant, List<ImportedOrder> lines) {
        Instant now = clock.instant();
        List<PlaceOrderCommand> orderedBefore =
                lines.stream().map(ImportedOrder::order).toList();
        Deferred<OrderingContext> context = contexts.load(tenant, OrderDraft.skus(orderedBefore));
        Deferred<Buyers> known = buyers.load(OrderDraft.emails(orderedBefore), tenant, now);
        Deferred<Map<SerialNumber, Versioned<Asset>>> held = assets.loadAll(lines.stream()
                .flatMap(line -> ImportedHistory.serialNumbers(line).stream())
                .distinct()
                .toList());
        Facts facts = new Facts(context.get(), new HandedOverAssets(held.get()), known.get(), now);
        return new ImportContext(
                facts,
                orders.origins(lines.stream()
                        .flatMap(line -> readableId(line).stream())
                        .distinct()
                        .toList()));
    }

    /** The result of one line, or its refusal. */
    Result decide(Caller caller, ImportedOrder line, ImportContext context) {
        OrderId id = id(line);
        if (context.isImported(id, line)) {
            return new Result(Status.UNCHANGED, id.value(), null);
        }
        ImportDraft draft = draft(caller, line, id, context.facts());
        Made made =
                draft.made(context.facts().buyers().identified(draft.buyer()).customerId());
        context.accept(draft, made);
        return new Result(Status.IMPORTED, id.value(), null);
    }

    /** Stores the orders, their assets and subscriptions, and the updates of their customers. */
    List<Result> store(List<Result> decided, ImportContext context) {
        Buyers accepted = context.facts().buyers();
        buyers.insertNew(accepted);
        // As in every hand-over: assets before customers, so that no deadlock occurs.
        context.facts().assets().store(assets);
        buyers.updateKnown(accepted);
        if (!orders.insertAll(context.orders()).isEmpty()) {
            throw new Collision("an order of the same id was made at the same time");
        }
        subscriptions.insertAll(context.subscriptions());
        customers.unitsHandedOver(UnitsByCustomer.of(context.subscriptions()));
        return decided;
    }

    private ImportDraft draft(Caller caller, ImportedOrder line, OrderId id, Facts facts) {
        List<@Nullable BigDecimal> prices = new ArrayList<>();
        line.history().items().forEach(item -> prices.add(item.unitPrice()));
        Refusals refusals = new Refusals();
        Optional<OrderDraft> draft =
                refusals.collect(() -> OrderDraft.imported(line.order(), prices, facts.context(), buyers.nextId()));
        Optional<ImportedHistory> history = refusals.collect(
                () -> ImportedHistory.of(line, facts.context().settings().timeZone(), facts.now()));
        refusals.throwIfAny();
        List<SubscriptionId> subscriptionIds = history.orElseThrow().units().stream()
                .map(unit -> new SubscriptionId(ids.next("sub")))
                .toList();
        return new ImportDraft(
                id,
                line.fingerprint(),
                draft.orElseThrow(),
                history.get(),
                subscriptionIds,
                caller,
                facts.context().settings());
    }

    private static Optional<OrderId> readableId(ImportedOrder line) {
        try {
            return Optional.of(id(line));
        } catch (InvalidCommand reportedLater) {
            return Optional.empty();
        }
    }

    private static OrderId id(ImportedOrder line) {
        String given = line.history().orderId();
        if (given == null) {
            return new OrderId("ord_" + line.fingerprint().substring(0, ID_DIGITS));
        }
        try {
            return new OrderId(given);
        } catch (InvalidValue malformed) {
            throw new InvalidCommand(
                    malformed.code(),
                    List.of(new FieldError("orderId", "invalid_string", String.valueOf(malformed.getMessage()))));
        }
    }
}
