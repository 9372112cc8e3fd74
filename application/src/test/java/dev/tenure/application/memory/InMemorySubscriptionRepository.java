package dev.tenure.application.memory;

import dev.tenure.application.memory.InMemoryStore.TenantKey;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import dev.tenure.domain.subscription.SubscriptionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subscriptions in memory. */
public final class InMemorySubscriptionRepository implements SubscriptionRepository {

    private static final Keyset<Subscription> NEWEST_FIRST = Keyset.descending(List.of(
            Keyset.Key.instant(Subscription::createdAt),
            Keyset.Key.text(subscription -> subscription.id().value())));

    private final InMemoryStore store;

    public InMemorySubscriptionRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void insertAll(List<Subscription> subscriptions) {
        subscriptions.forEach(this::write);
    }

    private void write(Subscription subscription) {
        store.requireOwn(subscription.tenantId());
        TenantKey<SubscriptionId> key = store.key(subscription.id());
        if (store.subscriptions.contains(key)) {
            throw new IllegalStateException("there is a subscription " + key.id() + " already");
        }
        if (runs(subscription) && ofTenant().anyMatch(other -> runs(other) && sameAsset(subscription, other))) {
            SerialNumber serialNumber = subscription.serialNumber();
            throw new RuleViolated(
                    SubscriptionError.ASSET_NOT_AVAILABLE,
                    "asset %s is in a running subscription".formatted(serialNumber),
                    Map.of("serialNumber", serialNumber.value()));
        }
        store.subscriptions.put(key, subscription);
    }

    @Override
    public Optional<Subscription> find(SubscriptionId id) {
        return store.subscriptions.get(store.key(id));
    }

    @Override
    public Slice<Subscription> list(FindSubscriptions.Filter filter, int limit, @Nullable Position after) {
        return NEWEST_FIRST.page(ofTenant().filter(subscription -> matches(filter, subscription)), limit, after);
    }

    private Stream<Subscription> ofTenant() {
        TenantId tenant = store.tenant();
        return store.subscriptions
                .all()
                .filter(subscription -> subscription.tenantId().equals(tenant));
    }

    private static boolean runs(Subscription subscription) {
        return subscription.status() == SubscriptionStatus.ACTIVE;
    }

    private static boolean sameAsset(Subscription one, Subscription other) {
        return one.serialNumber().equals(other.serialNumber());
    }

    private static boolean matches(FindSubscriptions.Filter filter, Subscription subscription) {
        return (filter.status() == null || filter.status() == subscription.status())
                && is(filter.customerId(), subscription.customerId().value())
                && is(filter.orderId(), subscription.orderId().value())
                && is(filter.serialNumber(), subscription.serialNumber().value());
    }

    private static boolean is(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }
}
