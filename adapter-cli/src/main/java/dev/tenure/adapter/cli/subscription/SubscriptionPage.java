package dev.tenure.adapter.cli.subscription;

import dev.tenure.adapter.cli.shared.Details;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.tenant.Tenant;
import java.time.ZoneId;
import java.util.List;

/** Subscriptions as people read them. */
final class SubscriptionPage {

    private SubscriptionPage() {}

    /** The columns of a list. */
    static Table list() {
        return new Table(
                Table.column("SUBSCRIPTION"),
                Table.column("STATUS"),
                Table.elastic("SERIAL"),
                Table.elastic("SKU"),
                Table.elastic("CUSTOMER"),
                Table.number("A MONTH"),
                Table.column("ENDS"));
    }

    static List<String> row(Subscription subscription) {
        return List.of(
                subscription.id().value(),
                status(subscription),
                subscription.serialNumber().value(),
                subscription.variant().sku().value(),
                subscription.customerName(),
                Spelling.money(subscription.monthlyAmount()),
                subscription.period().end().toString());
    }

    /** The whole subscription. */
    static String page(Subscription subscription, Tenant tenant) {
        ZoneId zone = tenant.settings().timeZone();
        return new Details()
                .with("Subscription", subscription.id())
                .with("Status", status(subscription))
                .with("Order", subscription.orderId())
                .with("Serial number", subscription.serialNumber())
                .with(
                        "Product",
                        "%s (%s)"
                                .formatted(
                                        subscription.variant().title(),
                                        subscription.variant().sku()))
                .with("Customer", "%s (%s)".formatted(subscription.customerName(), subscription.customerEmail()))
                .with("A month", Spelling.money(subscription.monthlyAmount()))
                .with(
                        "Contract",
                        "%s to %s, %d months"
                                .formatted(
                                        subscription.period().start(),
                                        subscription.period().end(),
                                        subscription.period().months()))
                .with("Billing group", subscription.billingGroupId())
                .with(
                        "Created",
                        "%s %s by %s"
                                .formatted(
                                        Spelling.minute(subscription.createdAt(), zone),
                                        zone,
                                        subscription.createdBy()))
                .with("Notes", subscription.notes())
                .toString();
    }

    private static String status(Subscription subscription) {
        return EnumWords.word(subscription.status()).replace('_', ' ');
    }
}
