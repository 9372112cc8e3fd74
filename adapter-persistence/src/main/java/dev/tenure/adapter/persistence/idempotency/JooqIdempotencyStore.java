package dev.tenure.adapter.persistence.idempotency;

import static dev.tenure.adapter.persistence.generated.Tables.KEPT_ANSWER;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.pipeline.RowInsert;
import dev.tenure.adapter.persistence.pipeline.Upserts;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.batch.KeyInProgress;
import dev.tenure.application.shared.batch.KeyTaken;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.shared.out.Deferred;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * A row per key, inserted last. Because of the unique key, other transactions with this key wait for the end of this
 * one, and then find its row, or none if it was rolled back.
 *
 * <p>The table keeps the name {@code kept_answer}: nodes of the previous release use it while a migration runs, so a
 * rename would break them.
 */
public final class JooqIdempotencyStore implements IdempotencyStore {

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

    private static final RowInsert KEEP = RowInsert.counted(
            KEPT_ANSWER, COLUMNS, insert -> insert.onConflict(KEPT_ANSWER.TENANT_ID, KEPT_ANSWER.IDEMPOTENCY_KEY)
                    .doUpdate()
                    .set(Upserts.excluded(COLUMNS, List.of(KEPT_ANSWER.TENANT_ID, KEPT_ANSWER.IDEMPOTENCY_KEY)))
                    .where(KEPT_ANSWER.EXPIRES_AT.le(excluded(KEPT_ANSWER.CREATED_AT)))
                    .returning(KEPT_ANSWER.IDEMPOTENCY_KEY));

    private final JooqTransactions transactions;

    public JooqIdempotencyStore(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Deferred<Map<String, Kept>> loadAll(Collection<String> keys, Instant now) {
        return transactions.query(
                BY_KEYS, JooqIdempotencyStore::byKey, transactions.tenant(), keys.toArray(String[]::new), now);
    }

    private static Map<String, Kept> byKey(List<Record> rows) {
        return rows.stream().collect(toMap(row -> row.get(KEPT_ANSWER.IDEMPOTENCY_KEY), JooqIdempotencyStore::kept));
    }

    private static Kept kept(Record row) {
        return new Kept(
                row.get(KEPT_ANSWER.FINGERPRINT),
                new ResponseColumns(
                                row.get(KEPT_ANSWER.STATUS),
                                row.get(KEPT_ANSWER.CONTENT_TYPE),
                                row.get(KEPT_ANSWER.HEADERS),
                                row.get(KEPT_ANSWER.BODY))
                        .response());
    }

    @Override
    public void keepAll(Map<KeyedRequest, StoredResponse> responses, Instant now, Instant expiresAt) {
        if (responses.isEmpty()) {
            return;
        }
        List<Map<Field<?>, @Nullable Object>> rows = responses.keySet().stream()
                .sorted(Comparator.comparing(KeyedRequest::key))
                .map(request -> row(request, requireNonNull(responses.get(request)), now, expiresAt))
                .toList();
        transactions.writeCounted(
                KEEP.of(rows),
                responses.size(),
                KeyTaken::new,
                failure -> LOCK_NOT_AVAILABLE.equals(failure.sqlState()) ? new KeyInProgress() : null,
                KEEP.values(rows));
    }

    private Map<Field<?>, @Nullable Object> row(
            KeyedRequest request, StoredResponse response, Instant now, Instant expiresAt) {
        ResponseColumns columns = ResponseColumns.of(response);
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(KEPT_ANSWER.TENANT_ID, transactions.tenant());
        row.put(KEPT_ANSWER.IDEMPOTENCY_KEY, request.key());
        row.put(KEPT_ANSWER.FINGERPRINT, request.fingerprint());
        row.put(KEPT_ANSWER.STATUS, columns.status());
        row.put(KEPT_ANSWER.CONTENT_TYPE, columns.contentType());
        row.put(KEPT_ANSWER.HEADERS, columns.headers());
        row.put(KEPT_ANSWER.BODY, columns.body());
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
