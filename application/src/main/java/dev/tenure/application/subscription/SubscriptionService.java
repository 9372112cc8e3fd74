package dev.tenure.application.subscription;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.Subscription;
import java.util.List;
import java.util.Optional;

/** Hands over assets and reads subscriptions. */
public final class SubscriptionService implements FindSubscriptions {

    private final SubscriptionRepository subscriptions;
    private final Transactions transactions;
    private final Cursors cursors;

    public SubscriptionService(SubscriptionRepository subscriptions, Transactions transactions, Cursors cursors) {
        this.subscriptions = subscriptions;
        this.transactions = transactions;
        this.cursors = cursors;
    }

    @Override
    public Subscription one(Caller caller, String subscriptionId) {
        caller.require(FindSubscriptions.PERMISSION);
        return transactions.forTenant(caller.tenant(), () -> (Identifier.isWellFormed(subscriptionId)
                        ? subscriptions.find(new SubscriptionId(subscriptionId))
                        : Optional.<Subscription>empty())
                .orElseThrow(() -> new NotFound("subscription", subscriptionId)));
    }

    @Override
    public Page<Subscription> list(Caller caller, Filter filter, PageRequest page) {
        caller.require(FindSubscriptions.PERMISSION);
        Object signed = List.of("subscriptions", caller.tenant(), filter);
        Position after = cursors.position(page, signed);
        return transactions.forTenant(
                caller.tenant(),
                () -> cursors.page(subscriptions.list(filter, page.limit(), after), page.limit(), signed));
    }
}
