package dev.tenure.adapter.persistence.idempotency;

import static dev.tenure.adapter.persistence.generated.Tables.STORED_RESPONSE;
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

    private static final PreparedQuery BY_KEYS = PreparedQuery.of(() -> selectFrom(STORED_RESPONSE)
            .where(STORED_RESPONSE.TENANT_ID.eq(""))
            .and(STORED_RESPONSE.IDEMPOTENCY_KEY.eq(any(new String[0])))
            .and(STORED_RESPONSE.EXPIRES_AT.gt(Instant.EPOCH)));

    private static final List<Field<?>> COLUMNS = List.of(
            STORED_RESPONSE.TENANT_ID,
            STORED_RESPONSE.IDEMPOTENCY_KEY,
            STORED_RESPONSE.FINGERPRINT,
            STORED_RESPONSE.STATUS,
            STORED_RESPONSE.CONTENT_TYPE,
            STORED_RESPONSE.HEADERS,
            STORED_RESPONSE.BODY,
            STORED_RESPONSE.CREATED_AT,
            STORED_RESPONSE.EXPIRES_AT);

    private static final RowInsert KEEP = RowInsert.counted(STORED_RESPONSE, COLUMNS, insert -> insert.onConflict(
                    STORED_RESPONSE.TENANT_ID, STORED_RESPONSE.IDEMPOTENCY_KEY)
            .doUpdate()
            .set(Upserts.excluded(COLUMNS, List.of(STORED_RESPONSE.TENANT_ID, STORED_RESPONSE.IDEMPOTENCY_KEY)))
            .where(STORED_RESPONSE.EXPIRES_AT.le(excluded(STORED_RESPONSE.CREATED_AT)))
            .returning(STORED_RESPONSE.IDEMPOTENCY_KEY));

    private final JooqTransactions transactions;

    public JooqIdempotencyStore(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Deferred<Map<String, Stored>> loadAll(Collection<String> keys, Instant now) {
        return transactions.query(
                BY_KEYS, JooqIdempotencyStore::byKey, transactions.tenant(), keys.toArray(String[]::new), now);
    }

    private static Map<String, Stored> byKey(List<Record> rows) {
        return rows.stream()
                .collect(toMap(row -> row.get(STORED_RESPONSE.IDEMPOTENCY_KEY), JooqIdempotencyStore::stored));
    }

    private static Stored stored(Record row) {
        return new Stored(
                row.get(STORED_RESPONSE.FINGERPRINT),
                new ResponseColumns(
                                row.get(STORED_RESPONSE.STATUS),
                                row.get(STORED_RESPONSE.CONTENT_TYPE),
                                row.get(STORED_RESPONSE.HEADERS),
                                row.get(STORED_RESPONSE.BODY))
                        .response());
    }

    @Override
    public void storeAll(Map<KeyedRequest, StoredResponse> responses, Instant now, Instant expiresAt) {
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
        row.put(STORED_RESPONSE.TENANT_ID, transactions.tenant());
        row.put(STORED_RESPONSE.IDEMPOTENCY_KEY, request.key());
        row.put(STORED_RESPONSE.FINGERPRINT, request.fingerprint());
        row.put(STORED_RESPONSE.STATUS, columns.status());
        row.put(STORED_RESPONSE.CONTENT_TYPE, columns.contentType());
        row.put(STORED_RESPONSE.HEADERS, columns.headers());
        row.put(STORED_RESPONSE.BODY, columns.body());
        row.put(STORED_RESPONSE.CREATED_AT, now);
        row.put(STORED_RESPONSE.EXPIRES_AT, expiresAt);
        return row;
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        return transactions
                .sql()
                .deleteFrom(STORED_RESPONSE)
                .where(STORED_RESPONSE.TENANT_ID.eq(transactions.tenant()))
                .and(STORED_RESPONSE.IDEMPOTENCY_KEY.in(transactions
                        .sql()
                        .select(STORED_RESPONSE.IDEMPOTENCY_KEY)
                        .from(STORED_RESPONSE)
                        .where(STORED_RESPONSE.TENANT_ID.eq(transactions.tenant()))
                        .and(STORED_RESPONSE.EXPIRES_AT.le(now))
                        .orderBy(STORED_RESPONSE.EXPIRES_AT)
                        .limit(limit)))
                .and(STORED_RESPONSE.EXPIRES_AT.le(now))
                .execute();
    }
}
