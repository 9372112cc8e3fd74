package dev.tenure.adapter.persistence.shared;

import static dev.tenure.adapter.persistence.generated.Tables.KEPT_ANSWER;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.update;

import dev.tenure.application.shared.guard.KeyInProgress;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.guard.out.KeptAnswers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/**
 * A row per key. The row is inserted before the work begins, so the unique key makes everybody else who brings it wait for the end of
 * that transaction, and then meet its answer; or no row, where it was rolled back.
 */
public final class JooqKeptAnswers implements KeptAnswers {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final RenderedSql CLAIM = RenderedSql.of(insertInto(KEPT_ANSWER)
            .set(KEPT_ANSWER.TENANT_ID, "")
            .set(KEPT_ANSWER.IDEMPOTENCY_KEY, "")
            .set(KEPT_ANSWER.FINGERPRINT, "")
            .set(KEPT_ANSWER.CREATED_AT, Instant.EPOCH)
            .set(KEPT_ANSWER.EXPIRES_AT, Instant.EPOCH)
            .onConflict(KEPT_ANSWER.TENANT_ID, KEPT_ANSWER.IDEMPOTENCY_KEY)
            .doUpdate()
            .set(KEPT_ANSWER.FINGERPRINT, excluded(KEPT_ANSWER.FINGERPRINT))
            .set(KEPT_ANSWER.STATUS, inline(null, KEPT_ANSWER.STATUS))
            .set(KEPT_ANSWER.CREATED_AT, excluded(KEPT_ANSWER.CREATED_AT))
            .set(KEPT_ANSWER.EXPIRES_AT, excluded(KEPT_ANSWER.EXPIRES_AT))
            .where(KEPT_ANSWER.EXPIRES_AT.le(excluded(KEPT_ANSWER.CREATED_AT)))
            .returning(KEPT_ANSWER.IDEMPOTENCY_KEY));

    private static final RenderedSql KEEP = RenderedSql.counted(update(KEPT_ANSWER)
            .set(KEPT_ANSWER.STATUS, 0)
            .set(KEPT_ANSWER.CONTENT_TYPE, "")
            .set(KEPT_ANSWER.HEADERS, JSONB.jsonb("{}"))
            .set(KEPT_ANSWER.BODY, "")
            .where(KEPT_ANSWER.TENANT_ID.eq(""))
            .and(KEPT_ANSWER.IDEMPOTENCY_KEY.eq(""))
            .returning(KEPT_ANSWER.IDEMPOTENCY_KEY));

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
                    .ask(
                            CLAIM,
                            rows -> !rows.isEmpty(),
                            transactions.tenant(),
                            request.key(),
                            request.fingerprint(),
                            now,
                            expiresAt)
                    .get();
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
        transactions.writeCounted(
                KEEP,
                1,
                () -> new IllegalStateException("this transaction has not claimed the key " + key),
                answer.status(),
                answer.contentType(),
                Json.write(answer.headers()),
                answer.body(),
                transactions.tenant(),
                key);
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
