package dev.tenure.adapter.cli.subscription;

import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Paging;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.adapter.json.subscription.SubscriptionCodec;
import dev.tenure.application.subscription.in.CreateSubscription;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.domain.order.RentalProgress;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure subscription …}. */
@Command(
        name = "subscription",
        description = "Hand over ordered units; list subscriptions.",
        addMethodSubcommands = false)
public final class SubscriptionCommands {

    private final Context context;

    public SubscriptionCommands(Context context) {
        this.context = context;
    }

    @Command(
            name = "create",
            description = "Fulfil one unit of an order: hand over an asset and start its subscription.")
    void create(
            @Parameters(paramLabel = "ORDER", description = "The order's id.") String orderId,
            @Option(
                            names = "--serial",
                            paramLabel = "S",
                            required = true,
                            description = "The serial number of the asset (required).")
                    String serial,
            @Option(
                            names = "--item",
                            paramLabel = "N",
                            description = "The item, counted from 0 as in: tenure order show.")
                    @Nullable
                    Integer item,
            @Option(names = "--sku", paramLabel = "SKU", description = "Or the SKU of the item.") @Nullable String sku,
            @Option(
                            names = "--start-date",
                            paramLabel = "DATE",
                            description = "The first day, such as 2026-02-01 (default today).")
                    @Nullable
                    LocalDate startDate,
            @Option(names = "--notes", paramLabel = "TEXT", description = "Stored with the subscription.") @Nullable
                    String notes) {
        CreateSubscriptionCommand command =
                new CreateSubscriptionCommand(orderId, serial, null, item, sku, startDate, null, null, notes);
        context.inTenant(in -> {
            CreateSubscription.Created created =
                    in.useCases().subscriptions().create().create(in.caller(), command);
            RentalProgress progress = created.order().rentalProgress();
            context.console()
                    .note("subscription created; the order is %s, %d of %d units handed over"
                            .formatted(
                                    EnumWords.word(created.order().status()),
                                    progress.rentedDevices(),
                                    progress.totalDevices()));
            context.print(
                    () -> SubscriptionCodec.changed("subscription created", created.subscription()),
                    () -> SubscriptionPage.page(created.subscription(), in.tenant()));
        });
    }

    @Command(name = "list", description = "List subscriptions, newest first.")
    void list(
            @Option(names = "--order", paramLabel = "ID", description = "Subscriptions of this order.") @Nullable
                    String orderId,
            @Option(names = "--customer", paramLabel = "ID", description = "Subscriptions of this customer.") @Nullable
                    String customerId,
            @Option(
                            names = "--status",
                            paramLabel = "STATUS",
                            description = "active, ended_completed, ended_buyout, ended_upgrade, ended_early_return"
                                    + " or cancelled.")
                    @Nullable
                    SubscriptionStatus status,
            @Option(names = "--serial", paramLabel = "S", description = "Subscriptions of this asset.") @Nullable
                    String serial,
            @Mixin Paging paging) {
        FindSubscriptions.Filter filter = new FindSubscriptions.Filter(status, customerId, orderId, serial);
        context.inTenant(in -> paging.print(
                context,
                "rentals",
                page -> in.useCases().subscriptions().find().list(in.caller(), filter, page),
                SubscriptionCodec::rental,
                SubscriptionPage.list(),
                subscription -> List.of(SubscriptionPage.row(subscription))));
    }

    @Command(name = "show", description = "Show one subscription.")
    void show(@Parameters(paramLabel = "SUBSCRIPTION", description = "Its id.") String subscriptionId) {
        context.inTenant(in -> {
            Subscription subscription = in.useCases().subscriptions().find().one(in.caller(), subscriptionId);
            context.print(
                    () -> SubscriptionCodec.rental(subscription),
                    () -> SubscriptionPage.page(subscription, in.tenant()));
        });
    }
}
