package dev.tenure.application.bulk;

import dev.tenure.application.bulk.TakenOver.Made;
import dev.tenure.application.bulk.in.ImportOrders;
import dev.tenure.application.bulk.in.ImportedOrder;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.CustomFieldChecks;
import dev.tenure.application.order.CustomerUpdates;
import dev.tenure.application.order.OrderDraft;
import dev.tenure.application.order.out.CustomFieldRepository;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.EntryError;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.subscription.UnitsByCustomer;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.tenant.TenantSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders over from elsewhere. A batch of lines is checked whole before anything of it is written, and then written with one
 * statement per table; so what is refused needs no savepoint.
 */
public final class ImportService implements ImportOrders {

    private static final int ATTEMPTS = 5;
    private static final int ID_DIGITS = 40;

    private final OrderRepository orders;
    private final CustomerRepository customers;
    private final ProductRepository products;
    private final CustomFieldRepository fields;
    private final AssetRepository assets;
    private final SubscriptionRepository subscriptions;
    private final CurrentSettings currentSettings;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final IdGenerator ids;
    private final Clock clock;

    public ImportService(
            OrderRepository orders,
            CustomerRepository customers,
            ProductRepository products,
            CustomFieldRepository fields,
            AssetRepository assets,
            SubscriptionRepository subscriptions,
            TenantRepository tenants,
            Transactions transactions,
            CommandChecks checks,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.products = products;
        this.fields = fields;
        this.assets = assets;
        this.subscriptions = subscriptions;
        this.currentSettings = new CurrentSettings(tenants);
        this.transactions = transactions;
        this.checks = checks;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Result> importEach(Caller caller, List<Entry<ImportedOrder>> lines) {
        List<Entry<ImportedOrder>> checked = checked(lines);
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.forTenant(caller.tenant(), () -> new Batch(caller).imported(checked));
            } catch (Collision collision) {
                // Whoever was faster is done now, and the next attempt meets what they left.
                if (attempt == ATTEMPTS) {
                    throw new Conflict(ApplicationError.CONFLICT, String.valueOf(collision.getMessage()));
                }
            }
        }
    }

    @Override
    public boolean importTogether(Caller caller, Lines lines, Policy policy, boolean dryRun) {
        try {
            if (dryRun) {
                return transactions.dryRun(caller.tenant(), () -> pass(caller, lines, policy));
            }
            return transactions.forTenant(caller.tenant(), () -> {
                if (!pass(caller, lines, policy)) {
                    throw new Rejected();
                }
                return true;
            });
        } catch (Rejected nothingKept) {
            return false;
        } catch (Collision collision) {
            throw new Conflict(ApplicationError.CONFLICT, String.valueOf(collision.getMessage()));
        }
    }

    private boolean pass(Caller caller, Lines lines, Policy policy) {
        lines.rewind();
        boolean failed = false;
        for (var batch = lines.next(); !batch.isEmpty(); batch = lines.next()) {
            List<Result> results = new Batch(caller).imported(checked(batch));
            failed |= results.stream().anyMatch(result -> result.status() == Status.FAILED);
            lines.results(results);
        }
        return policy == Policy.REJECT_FAILED || !failed;
    }

    private List<Entry<ImportedOrder>> checked(List<Entry<ImportedOrder>> lines) {
        return lines.stream().map(line -> line.map(this::checked)).toList();
    }

    private ImportedOrder checked(ImportedOrder line) {
        List<InvalidCommand> refusals = new ArrayList<>();
        for (Object part : List.of(line.order(), line.history())) {
            try {
                checks.check(part);
            } catch (InvalidCommand violated) {
                refusals.add(violated);
            }
        }
        if (!refusals.isEmpty()) {
            throw all(refusals);
        }
        return line;
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

    private static final class Rejected extends RuntimeException {}

    /** Some lines, in one transaction. */
    private final class Batch {

        private final Caller caller;
        private final Instant now = clock.instant();
        private final TenantSettings settings;
        private final CustomFieldChecks fieldChecks = new CustomFieldChecks(fields.all());
        private final Map<OrderId, String> taken = new HashMap<>();
        private final Map<SerialNumber, Asset> handedOver = new LinkedHashMap<>();
        private final List<Accepted> accepted = new ArrayList<>();

        Batch(Caller caller) {
            this.caller = caller;
            this.settings = currentSettings.of(caller);
        }

        List<Result> imported(List<Entry<ImportedOrder>> lines) {
            List<ImportedOrder> readable =
                    lines.stream().flatMap(line -> line.readable().stream()).toList();
            Map<Sku, Offer> offers = products.offers(readable.stream()
                    .flatMap(line -> OrderDraft.skus(line.order()).stream())
                    .distinct()
                    .toList());
            orders.origins(readable.stream()
                            .map(Entry::of)
                            .flatMap(line -> line.map(ImportService::id).readable().stream())
                            .distinct()
                            .toList())
                    .forEach((id, origin) -> taken.put(id, origin.orElse("")));
            @Nullable Result[] results = new Result[lines.size()];
            Map<Integer, TakenOver> drafts = new LinkedHashMap<>();
            for (int i = 0; i < results.length; i++) {
                Entry<ImportedOrder> line = lines.get(i);
                int place = i;
                results[i] = attempted(line, () -> {
                    ImportedOrder order = line.value();
                    OrderId id = id(order);
                    if (isTakenBySame(id, order)) {
                        return new Result(Status.UNCHANGED, id.value(), null);
                    }
                    drafts.put(place, draft(order, id, offers));
                    return null;
                });
            }
            Map<SerialNumber, Versioned<Asset>> held = new HashMap<>(assets.findAll(drafts.values().stream()
                    .flatMap(draft -> draft.story().units().stream())
                    .map(OrderStory.Unit::serialNumber)
                    .distinct()
                    .toList()));
            drafts.forEach((place, draft) -> results[place] = attempted(
                    lines.get(place), () -> accepted(draft, lines.get(place).value(), held)));
            keep(held);
            return Arrays.stream(results).map(Objects::requireNonNull).toList();
        }

        private @Nullable Result attempted(Entry<ImportedOrder> line, Attempt attempt) {
            try {
                return attempt.result();
            } catch (RuntimeException refused) {
                String id =
                        line.readable().map(order -> order.history().orderId()).orElse(null);
                return new Result(Status.FAILED, id, EntryError.of(refused));
            }
        }

        private boolean isTakenBySame(OrderId id, ImportedOrder line) {
            String other = taken.get(id);
            if (other != null && !other.equals(line.fingerprint())) {
                throw new Conflict(
                        ApplicationError.ALREADY_EXISTS,
                        "there is an order %s already, and it was not imported from this content".formatted(id));
            }
            return other != null;
        }

        private TakenOver draft(ImportedOrder line, OrderId id, Map<Sku, Offer> offers) {
            List<@Nullable BigDecimal> prices = new ArrayList<>();
            line.history().items().forEach(item -> prices.add(item.unitPrice()));
            List<InvalidCommand> refusals = new ArrayList<>();
            Optional<OrderDraft> draft = noting(
                    refusals,
                    () -> OrderDraft.takenOver(
                            line.order(), prices, offers, settings, fieldChecks, new CustomerId(ids.next("cust"))));
            Optional<OrderStory> story = noting(refusals, () -> OrderStory.of(line, settings.timeZone(), now));
            if (draft.isEmpty() || story.isEmpty()) {
                throw all(refusals);
            }
            List<SubscriptionId> subscriptionIds = story.get().units().stream()
                    .map(unit -> new SubscriptionId(ids.next("sub")))
                    .toList();
            return new TakenOver(id, line.fingerprint(), draft.get(), story.get(), subscriptionIds, caller, settings);
        }

        private Result accepted(TakenOver draft, ImportedOrder line, Map<SerialNumber, Versioned<Asset>> held) {
            if (isTakenBySame(draft.id(), line)) {
                return new Result(Status.UNCHANGED, draft.id().value(), null);
            }
            Made made = draft.made(draft.buyer().customerId());
            handedOver.putAll(handedOver(draft, made, held));
            taken.put(draft.id(), draft.fingerprint());
            accepted.add(new Accepted(draft, made));
            return new Result(Status.IMPORTED, draft.id().value(), null);
        }

        /** The assets of this order in its customer's hands, if they can be. */
        private Map<SerialNumber, Asset> handedOver(
                TakenOver draft, Made made, Map<SerialNumber, Versioned<Asset>> held) {
            Map<SerialNumber, Asset> own = new LinkedHashMap<>();
            FieldErrors errors = new FieldErrors();
            for (int i = 0; i < made.subscriptions().size(); i++) {
                Subscription subscription = made.subscriptions().get(i);
                SerialNumber serialNumber = subscription.serialNumber();
                Asset asset = Stream.of(own, handedOver)
                        .map(assets -> assets.get(serialNumber))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .or(() -> Optional.ofNullable(held.get(serialNumber)).map(Versioned::value))
                        .orElseGet(() -> candidate(subscription));
                try {
                    own.put(serialNumber, inUse(asset, subscription));
                } catch (RuleViolated refused) {
                    String path = draft.story().units().get(i).path() + ".assetSerialNumber";
                    errors.add(path, refused.code(), refused.getMessage());
                }
            }
            errors.throwIfAny();
            return own;
        }

        private void keep(Map<SerialNumber, Versioned<Asset>> held) {
            if (accepted.isEmpty()) {
                return;
            }
            // As in every hand-over: assets before customers. So nobody waits in a circle.
            register(held);
            List<Made> made = ofTheirCustomers();
            List<Subscription> begun = made.stream()
                    .flatMap(order -> order.subscriptions().stream())
                    .toList();
            if (!orders.insertAll(made.stream().map(Made::order).toList()).isEmpty()) {
                throw new Collision("an order of the same id was made at the same time");
            }
            assets.updateAll(begun.stream()
                    .map(subscription -> {
                        Versioned<Asset> asset = Objects.requireNonNull(held.get(subscription.serialNumber()));
                        return asset.with(inUse(asset.value(), subscription));
                    })
                    .toList());
            subscriptions.insertAll(begun);
            customers.unitsHandedOver(UnitsByCustomer.of(begun));
        }

        private void register(Map<SerialNumber, Versioned<Asset>> held) {
            List<Asset> candidates = accepted.stream()
                    .flatMap(order -> order.made().subscriptions().stream())
                    .filter(subscription -> !held.containsKey(subscription.serialNumber()))
                    .map(this::candidate)
                    .toList();
            Map<SerialNumber, Versioned<Asset>> registered = assets.findOrRegisterAll(candidates);
            for (Asset candidate : candidates) {
                Versioned<Asset> asset = registered.get(candidate.serialNumber());
                if (asset == null || !asset.value().equals(candidate)) {
                    throw new Collision("asset %s was registered at the same time".formatted(candidate.serialNumber()));
                }
                held.put(candidate.serialNumber(), asset);
            }
        }

        /** The accepted orders, each of the customer that its e-mail address is of. */
        private List<Made> ofTheirCustomers() {
            List<Customer> found = customers.findOrInsertAll(
                    accepted.stream().map(order -> order.draft().candidate()).toList());
            CustomerUpdates updates = new CustomerUpdates();
            List<Made> made = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                TakenOver draft = accepted.get(i).draft();
                Customer customer = found.get(i);
                boolean asDrafted = customer.id().equals(draft.buyer().customerId());
                made.add(asDrafted ? accepted.get(i).made() : draft.made(customer.id()));
                updates.note(customer, draft::refreshed);
            }
            updates.keep(customers);
            return made;
        }

        private Asset candidate(Subscription subscription) {
            return Asset.register(
                    caller.tenant(),
                    subscription.serialNumber(),
                    subscription.sku(),
                    subscription.productName(),
                    subscription.createdAt());
        }
    }

    private static Asset inUse(Asset asset, Subscription subscription) {
        return asset.handOver(
                subscription.sku(), subscription.id(), subscription.customerId(), subscription.createdAt());
    }

    private static <T> Optional<T> noting(List<InvalidCommand> refusals, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (InvalidCommand refused) {
            refusals.add(refused);
            return Optional.empty();
        }
    }

    private static InvalidCommand all(List<InvalidCommand> refusals) {
        InvalidCommand first = refusals.stream()
                .filter(refusal -> refusal.code() == SharedError.VALIDATION_ERROR)
                .findFirst()
                .orElse(refusals.get(0));
        return new InvalidCommand(
                first.code(),
                refusals.stream().flatMap(refusal -> refusal.fields().stream()).toList());
    }

    private record Accepted(TakenOver draft, Made made) {}

    /** Something that may be refused. */
    private interface Attempt {

        @Nullable
        Result result();
    }
}
