package dev.tenure.adapter.persistence.shared;

import static dev.tenure.adapter.persistence.generated.Tables.KEPT_ANSWER;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.using;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.pipeline.RowArrays;
import dev.tenure.adapter.persistence.pipeline.Upserts;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.guard.KeyInProgress;
import dev.tenure.application.shared.guard.KeyTaken;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.guard.out.KeptAnswers;
import dev.tenure.application.shared.out.Deferred;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * A row per key, inserted with the last of the work. The unique key makes everybody else who brings it wait for the end of that
 * transaction, and then meet its row; or none, where it was rolled back.
 */
public final class JooqKeptAnswers implements KeptAnswers {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final PreparedQuery BY_KEYS = PreparedQuery.of(() -> selectFrom(KEPT_ANSWER)
            .where(KEPT_ANSWER.TENANT_ID.eq(""))
            .and(KEPT_ANSWER.IDEMPOTENCY_KEY.eq(any(new String[0])))
            .and(KEPT_ANSWER.EXPIRES_AT.gt(Instant.EPOCH)));

    private static final List<Field<?>> COLUMNS = List.of(
            KEPT_ANSWER.TENANT_ID,
            KEPT_ANSWER.IDEMPOTENCY_KEY,
            KEPT_ANSWER.FINGERPRINT,
            KEPT_ANSWER.STATUS,
            KEPT_ANSWER.CONTENT_TYPE,
            KEPT_ANSWER.HEADERS,
            KEPT_ANSWER.BODY,
            KEPT_ANSWER.CREATED_AT,
            KEPT_ANSWER.EXPIRES_AT);

    private static final PreparedQuery KEEP = PreparedQuery.counted(() -> using(SQLDialect.POSTGRES)
            .insertInto(KEPT_ANSWER)
            .columns(COLUMNS)
            .select(RowArrays.ofColumns(COLUMNS).selected())
            .onConflict(KEPT_ANSWER.TENANT_ID, KEPT_ANSWER.IDEMPOTENCY_KEY)
            .doUpdate()
            .set(Upserts.excluded(COLUMNS, List.of(KEPT_ANSWER.TENANT_ID, KEPT_ANSWER.IDEMPOTENCY_KEY)))
            .where(KEPT_ANSWER.EXPIRES_AT.le(excluded(KEPT_ANSWER.CREATED_AT)))
            .returning(KEPT_ANSWER.IDEMPOTENCY_KEY));

    private final JooqTransactions transactions;

    public JooqKeptAnswers(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Deferred<Map<String, Kept>> loadAll(Collection<String> keys, Instant now) {
        return transactions.query(
                BY_KEYS, JooqKeptAnswers::byKey, transactions.tenant(), keys.toArray(String[]::new), now);
    }

    private static Map<String, Kept> byKey(List<Record> rows) {
        return rows.stream().collect(toMap(row -> row.get(KEPT_ANSWER.IDEMPOTENCY_KEY), JooqKeptAnswers::kept));
    }

    @SuppressWarnings("unchecked") // Headers are written as a map of texts, below.
    private static Kept kept(Record row) {
        return new Kept(
                row.get(KEPT_ANSWER.FINGERPRINT),
                new KeptAnswer(
                        row.get(KEPT_ANSWER.STATUS),
                        row.get(KEPT_ANSWER.CONTENT_TYPE),
                        Json.read(row.get(KEPT_ANSWER.HEADERS), Map.class),
                        row.get(KEPT_ANSWER.BODY)));
    }

    @Override
    public void keepAll(Map<KeyedRequest, KeptAnswer> answers, Instant now, Instant expiresAt) {
        if (answers.isEmpty()) {
            return;
        }
        RowArrays rows = RowArrays.ofColumns(
                COLUMNS,
                answers.keySet().stream()
                        .sorted(Comparator.comparing(KeyedRequest::key))
                        .map(request -> row(request, requireNonNull(answers.get(request)), now, expiresAt))
                        .toList());
        transactions.writeCounted(
                KEEP,
                answers.size(),
                KeyTaken::new,
                failure -> LOCK_NOT_AVAILABLE.equals(failure.sqlState()) ? new KeyInProgress() : null,
                rows.values().toArray());
    }

    private Map<Field<?>, @Nullable Object> row(
            KeyedRequest request, KeptAnswer answer, Instant now, Instant expiresAt) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(KEPT_ANSWER.TENANT_ID, transactions.tenant());
        row.put(KEPT_ANSWER.IDEMPOTENCY_KEY, request.key());
        row.put(KEPT_ANSWER.FINGERPRINT, request.fingerprint());
        row.put(KEPT_ANSWER.STATUS, answer.status());
        row.put(KEPT_ANSWER.CONTENT_TYPE, answer.contentType());
        row.put(KEPT_ANSWER.HEADERS, Json.write(answer.headers()));
        row.put(KEPT_ANSWER.BODY, answer.body());
        row.put(KEPT_ANSWER.CREATED_AT, now);
        row.put(KEPT_ANSWER.EXPIRES_AT, expiresAt);
        return row;
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        return transactions
                .sql()
                .deleteFrom(KEPT_ANSWER)
                .where(KEPT_ANSWER.TENANT_ID.eq(transactions.tenant()))
                .and(KEPT_ANSWER.IDEMPOTENCY_KEY.in(transactions
                        .sql()
                        .select(KEPT_ANSWER.IDEMPOTENCY_KEY)
                        .from(KEPT_ANSWER)
                        .where(KEPT_ANSWER.TENANT_ID.eq(transactions.tenant()))
                        .and(KEPT_ANSWER.EXPIRES_AT.le(now))
                        .orderBy(KEPT_ANSWER.EXPIRES_AT)
                        .limit(limit)))
                .and(KEPT_ANSWER.EXPIRES_AT.le(now))
                .execute();
    }
}
