package dev.tenure.adapter.persistence.subscription;

import static dev.tenure.adapter.persistence.generated.Tables.SUBSCRIPTION;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.noCondition;

import dev.tenure.adapter.persistence.pipeline.RowInsert;
import dev.tenure.adapter.persistence.search.Keyset;
import dev.tenure.adapter.persistence.shared.Words;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.AssetStatus;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A subscription is one row; a partial unique index keeps a serial number in one running subscription. */
public final class JooqSubscriptionRepository implements SubscriptionRepository {

    private static final Keyset NEWEST_FIRST = Keyset.descending(
            List.of(Keyset.Key.instant(SUBSCRIPTION.CREATED_AT), Keyset.Key.text(SUBSCRIPTION.SUBSCRIPTION_ID)));

    private static final List<Field<?>> COLUMNS = Stream.concat(
                    SubscriptionMapping.SUBSCRIPTION_COLUMNS.stream(), Stream.of(SUBSCRIPTION.VERSION))
            .toList();

    private static final RowInsert INSERTED = RowInsert.into(SUBSCRIPTION, COLUMNS);

    private final JooqTransactions transactions;

    public JooqSubscriptionRepository(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insertAll(List<Subscription> given) {
        if (given.isEmpty()) {
            return;
        }
        List<Map<Field<?>, @Nullable Object>> rows =
                given.stream().map(JooqSubscriptionRepository::firstRow).toList();
        transactions.write(
                INSERTED.of(rows), "subscription_active_serial_number", () -> inUse(given), INSERTED.values(rows));
    }

    private static RuleViolated inUse(List<Subscription> subscriptions) {
        String serialNumbers = subscriptions.stream()
                .map(subscription -> subscription.serialNumber().value())
                .collect(joining(", "));
        return new RuleViolated(
                SubscriptionError.ASSET_NOT_AVAILABLE,
                (subscriptions.size() == 1
                                ? "asset %s is in a running subscription already"
                                : "one of the assets %s is in a running subscription already")
                        .formatted(serialNumbers),
                Map.of("serialNumber", serialNumbers, "status", Words.word(AssetStatus.RENTED_OUT)));
    }

    private static Map<Field<?>, @Nullable Object> firstRow(Subscription subscription) {
        Map<Field<?>, @Nullable Object> row = SubscriptionMapping.row(subscription);
        row.put(SUBSCRIPTION.VERSION, 1L);
        return row;
    }

    @Override
    public Optional<Subscription> find(SubscriptionId id) {
        return transactions
                .sql()
                .selectFrom(SUBSCRIPTION)
                .where(SUBSCRIPTION.TENANT_ID.eq(transactions.tenant()))
                .and(SUBSCRIPTION.SUBSCRIPTION_ID.eq(id.value()))
                .fetchOptional(SubscriptionMapping::subscription);
    }

    @Override
    public Slice<Subscription> list(FindSubscriptions.Filter filter, int limit, @Nullable Position after) {
        return NEWEST_FIRST.slice(
                transactions
                        .sql()
                        .selectFrom(SUBSCRIPTION)
                        .where(SUBSCRIPTION.TENANT_ID.eq(transactions.tenant()))
                        .and(equal(SUBSCRIPTION.STATUS, Words.wordOrNull(filter.status())))
                        .and(equal(SUBSCRIPTION.CUSTOMER_ID, filter.customerId()))
                        .and(equal(SUBSCRIPTION.ORDER_ID, filter.orderId()))
                        .and(equal(SUBSCRIPTION.SERIAL_NUMBER, filter.serialNumber())),
                limit,
                after,
                SubscriptionMapping::subscription);
    }

    private static Condition equal(Field<String> column, @Nullable String value) {
        return value == null ? noCondition() : column.eq(value);
    }
}
