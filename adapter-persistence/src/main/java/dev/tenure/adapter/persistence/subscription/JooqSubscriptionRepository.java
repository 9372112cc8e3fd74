package dev.tenure.adapter.persistence.subscription;

import static dev.tenure.adapter.persistence.generated.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.adapter.persistence.shared.Keyset;
import dev.tenure.adapter.persistence.shared.RowArrays;
import dev.tenure.adapter.persistence.shared.Words;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.subscription.in.FindSubscriptions;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.subscription.AssetStatus;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionError;
import dev.tenure.domain.subscription.SubscriptionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A subscription is one row; a partial unique index keeps a serial number in one running subscription. */
public final class JooqSubscriptionRepository implements SubscriptionRepository {

    private static final Keyset NEWEST_FIRST = Keyset.descending(
            List.of(Keyset.Key.instant(SUBSCRIPTION.CREATED_AT), Keyset.Key.text(SUBSCRIPTION.SUBSCRIPTION_ID)));

    private final JooqTransactions transactions;

    public JooqSubscriptionRepository(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insertAll(List<Subscription> given) {
        if (given.isEmpty()) {
            return;
        }
        RowArrays rows = RowArrays.of(
                given.stream().map(JooqSubscriptionRepository::firstRow).toList());
        Set<String> inserted = transactions
                .sql()
                .insertInto(SUBSCRIPTION)
                .columns(rows.columns())
                .select(rows.selected())
                .onConflict(SUBSCRIPTION.TENANT_ID, SUBSCRIPTION.SERIAL_NUMBER)
                .where(SUBSCRIPTION.STATUS.eq(inline(Words.word(SubscriptionStatus.ACTIVE))))
                .doNothing()
                .returning(SUBSCRIPTION.SUBSCRIPTION_ID)
                .fetchSet(SUBSCRIPTION.SUBSCRIPTION_ID);
        for (Subscription subscription : given) {
            if (!inserted.contains(subscription.id().value())) {
                throw new RuleViolated(
                        SubscriptionError.ASSET_NOT_AVAILABLE,
                        "asset %s is in a running subscription already".formatted(subscription.serialNumber()),
                        Map.of(
                                "serialNumber",
                                subscription.serialNumber().value(),
                                "status",
                                Words.word(AssetStatus.RENTED_OUT)));
            }
        }
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
