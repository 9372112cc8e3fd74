package dev.tenure.application.importing;

import dev.tenure.application.importing.ImportDraft.Made;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.order.FindOrCreateCustomer.Buyers;
import dev.tenure.application.order.OrderingContext;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.subscription.HandedOverAssets;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The context in which imported orders are decided, with the changes of those that were accepted. */
final class ImportContext {

    private final Facts facts;
    private final Map<OrderId, String> origins;
    private final List<Made> accepted = new ArrayList<>();

    /** The values that were read. */
    record Facts(OrderingContext context, HandedOverAssets assets, Buyers buyers, Instant now) {}

    /** @param origins the existing orders, each with its fingerprint; empty for one that was placed here */
    ImportContext(Facts facts, Map<OrderId, Optional<String>> origins) {
        this.facts = facts;
        this.origins = new HashMap<>();
        origins.forEach((id, origin) -> this.origins.put(id, origin.orElse("")));
    }

    Facts facts() {
        return facts;
    }

    /**
     * Whether the order was imported from this line before.
     *
     * @throws Conflict {@code ALREADY_EXISTS} when there is another order with this id
     */
    boolean isImported(OrderId id, ImportedOrder line) {
        String other = origins.get(id);
        if (other != null && !other.equals(line.fingerprint())) {
            throw new Conflict(
                    ApplicationError.ALREADY_EXISTS,
                    "there is an order %s already, and it was not imported from this content".formatted(id));
        }
        return other != null;
    }

    /** Accepts an order if its assets can be assigned to its customer. */
    void accept(ImportDraft draft, Made made) {
        facts.assets().addAll(handedOver(draft, made));
        origins.put(draft.id(), draft.fingerprint());
        facts.buyers().accept(draft.buyer(), draft.created().at(), draft::refreshed);
        accepted.add(made);
    }

    private Map<SerialNumber, Asset> handedOver(ImportDraft draft, Made made) {
        Map<SerialNumber, Asset> own = new LinkedHashMap<>();
        FieldErrors errors = new FieldErrors();
        for (int i = 0; i < made.subscriptions().size(); i++) {
            Subscription subscription = made.subscriptions().get(i);
            SerialNumber serialNumber = subscription.serialNumber();
            Asset asset = Optional.ofNullable(own.get(serialNumber))
                    .or(() -> facts.assets().find(serialNumber))
                    .orElseGet(() -> registered(made.order(), subscription));
            try {
                own.put(
                        serialNumber,
                        asset.handOver(
                                subscription.variant().sku(),
                                subscription.id(),
                                subscription.customerId(),
                                subscription.createdAt()));
            } catch (RuleViolated refused) {
                String path = draft.history().units().get(i).path() + ".assetSerialNumber";
                errors.add(path, refused.code(), refused.getMessage());
            }
        }
        errors.throwIfAny();
        return own;
    }

    private static Asset registered(Order order, Subscription subscription) {
        return Asset.register(
                order.state().tenantId(),
                subscription.serialNumber(),
                subscription.variant().sku(),
                subscription.variant().productName(),
                subscription.createdAt());
    }

    List<Order> orders() {
        return accepted.stream().map(Made::order).toList();
    }

    List<Subscription> subscriptions() {
        return accepted.stream().flatMap(made -> made.subscriptions().stream()).toList();
    }
}
