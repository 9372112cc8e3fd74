package dev.tenure.application.subscription.out;

import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.Subscription;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the subscriptions of the transaction's tenant. A serial number is in at most one running subscription. */
public interface SubscriptionRepository {

    /**
     * Inserts the subscriptions, with the commit at the latest, which may throw the error.
     *
     * @throws RuleViolated {@code ASSET_NOT_AVAILABLE} when one of the serial numbers is in a running subscription
     *     already
     */
    void insertAll(List<Subscription> subscriptions);

    /** As {@link #insertAll} for one. */
    default void insert(Subscription subscription) {
        insertAll(List.of(subscription));
    }

    Optional<Subscription> find(SubscriptionId id);

    /** Newest first; the position holds the time of creation and the id. */
    Slice<Subscription> list(FindSubscriptions.Filter filter, int limit, @Nullable Position after);
}
