package dev.tenure.adapter.persistence.shared;

import static dev.tenure.adapter.persistence.generated.Tables.KEPT_ANSWER;
import static org.jooq.impl.DSL.excluded;

import dev.tenure.application.shared.guard.KeyInProgress;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.guard.out.KeptAnswers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/**
 * A row per key. The row is inserted before the work begins, so the unique key makes everybody else who brings it wait for the end of
 * that transaction, and then meet its answer; or no row, where it was rolled back.
 */
public final class JooqKeptAnswers implements KeptAnswers {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JooqTransactions transactions;

    public JooqKeptAnswers(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Kept> claim(KeyedRequest request, Instant now, Instant expiresAt) {
        return claimed(request, now, expiresAt) ? Optional.empty() : Optional.of(kept(request.key()));
    }

    private boolean claimed(KeyedRequest request, Instant now, Instant expiresAt) {
        try {
            return transactions
                            .sql()
                            .insertInto(KEPT_ANSWER)
                            .set(KEPT_ANSWER.TENANT_ID, transactions.tenant())
                            .set(KEPT_ANSWER.IDEMPOTENCY_KEY, request.key())
                            .set(KEPT_ANSWER.FINGERPRINT, request.fingerprint())
                            .set(KEPT_ANSWER.CREATED_AT, now)
                            .set(KEPT_ANSWER.EXPIRES_AT, expiresAt)
                            .onConflict(KEPT_ANSWER.TENANT_ID, KEPT_ANSWER.IDEMPOTENCY_KEY)
                            .doUpdate()
                            .set(KEPT_ANSWER.FINGERPRINT, excluded(KEPT_ANSWER.FINGERPRINT))
                            .setNull(KEPT_ANSWER.STATUS)
                            .set(KEPT_ANSWER.CREATED_AT, excluded(KEPT_ANSWER.CREATED_AT))
                            .set(KEPT_ANSWER.EXPIRES_AT, excluded(KEPT_ANSWER.EXPIRES_AT))
                            .where(KEPT_ANSWER.EXPIRES_AT.le(excluded(KEPT_ANSWER.CREATED_AT)))
                            .execute()
                    == 1;
        } catch (DataAccessException failed) {
            if (LOCK_NOT_AVAILABLE.equals(failed.sqlState())) {
                throw new KeyInProgress();
            }
            throw failed;
        }
    }

    private Kept kept(String key) {
        return transactions
                .sql()
                .selectFrom(KEPT_ANSWER)
                .where(KEPT_ANSWER.TENANT_ID.eq(transactions.tenant()))
                .and(KEPT_ANSWER.IDEMPOTENCY_KEY.eq(key))
                .fetchSingle(JooqKeptAnswers::kept);
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
    public void keep(String key, KeptAnswer answer) {
        int kept = transactions
                .sql()
                .update(KEPT_ANSWER)
                .set(KEPT_ANSWER.STATUS, answer.status())
                .set(KEPT_ANSWER.CONTENT_TYPE, answer.contentType())
                .set(KEPT_ANSWER.HEADERS, Json.write(answer.headers()))
                .set(KEPT_ANSWER.BODY, answer.body())
                .where(KEPT_ANSWER.TENANT_ID.eq(transactions.tenant()))
                .and(KEPT_ANSWER.IDEMPOTENCY_KEY.eq(key))
                .execute();
        if (kept != 1) {
            throw new IllegalStateException("this transaction has not claimed the key " + key);
        }
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
