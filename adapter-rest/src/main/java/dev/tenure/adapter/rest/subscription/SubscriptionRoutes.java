package dev.tenure.adapter.rest.subscription;

import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.json.subscription.SubscriptionCodec;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.Lists;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.adapter.rest.shared.Write;
import dev.tenure.application.UseCases;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.CreateSubscription.Created;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.domain.subscription.Subscription;
import java.util.List;

/** The operations on subscriptions, which the wire calls rentals in its bodies. */
public final class SubscriptionRoutes {

    private static final String SUBSCRIPTIONS = "/v1/subscriptions";

    private final UseCases useCases;
    private final CommandReader reading;

    public SubscriptionRoutes(UseCases useCases, CommandReader reading) {
        this.useCases = useCases;
        this.reading = reading;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(SUBSCRIPTIONS, CreateSubscription.PERMISSION, this::create)
                        .heldTo(this::requireOrderVersion),
                Route.get(SUBSCRIPTIONS, FindSubscriptions.PERMISSION, this::list),
                Route.get(SUBSCRIPTIONS + "/{rentalId}", FindSubscriptions.PERMISSION, this::one));
    }

    private Answer create(RestRequest request, Write write) {
        return write.perform(creating(request), useCases.subscriptions().create()::create, SubscriptionRoutes::created);
    }

    private CreateSubscriptionCommand creating(RestRequest request) {
        return reading.command(request.withoutQuery().json(), SubscriptionCodec::command);
    }

    private static Answer created(Created made) {
        Subscription rental = made.subscription();
        return Answer.created(
                SUBSCRIPTIONS + "/" + rental.id(), SubscriptionCodec.changed("Subscription created", rental));
    }

    // A hand-over changes the order, so If-Match names the version of the order.
    private void requireOrderVersion(RestRequest request, VersionCondition condition) {
        String orderId =
                reading.command(request.json(), SubscriptionCodec::command).orderId();
        useCases.orders().requireVersion().require(request.caller(), orderId, condition);
    }

    private Answer one(RestRequest request) {
        return Answer.ok(SubscriptionCodec.rental(useCases.subscriptions()
                .find()
                .one(request.withoutQuery().caller(), request.id("rentalId", "subscription"))));
    }

    private Answer list(RestRequest request) {
        QueryParameters parameters = request.query();
        FindSubscriptions.Filter filter = SubscriptionQueryReader.filter(parameters);
        PageRequest page = parameters.page();
        parameters.check();
        return Lists.answer(
                request,
                "rentals",
                useCases.subscriptions().find().list(request.caller(), filter, page),
                SubscriptionCodec::rental);
    }
}
