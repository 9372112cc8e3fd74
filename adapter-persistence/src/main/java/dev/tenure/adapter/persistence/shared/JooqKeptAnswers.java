package dev.tenure.adapter.persistence.shared;

import static dev.tenure.adapter.persistence.generated.Tables.KEPT_ANSWER;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.using;

import dev.tenure.application.shared.guard.KeyInProgress;
import dev.tenure.application.shared.guard.KeyTaken;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.guard.out.KeptAnswers;
import dev.tenure.application.shared.out.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;

/**
 * A row per key, inserted with the last of the work. The unique key makes everybody else who brings it wait for the end of that
 * transaction, and then meet its row; or none, where it was rolled back.
 */
public final class JooqKeptAnswers implements KeptAnswers {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final RenderedSql BY_KEY = RenderedSql.of(() -> selectFrom(KEPT_ANSWER)
            .where(KEPT_ANSWER.TENANT_ID.eq(""))
            .and(KEPT_ANSWER.IDEMPOTENCY_KEY.eq(""))
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

    private static final RenderedSql KEEP = RenderedSql.counted(() -> using(SQLDialect.POSTGRES)
            .insertInto(KEPT_ANSWER)
            .set(RenderedSql.places(COLUMNS))
            .onConflict(KEPT_ANSWER.TENANT_ID, KEPT_ANSWER.IDEMPOTENCY_KEY)
            .doUpdate()
            .setAllToExcluded()
            .where(KEPT_ANSWER.EXPIRES_AT.le(excluded(KEPT_ANSWER.CREATED_AT)))
            .returning(KEPT_ANSWER.IDEMPOTENCY_KEY));

    private final JooqTransactions transactions;

    public JooqKeptAnswers(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Asked<Optional<Kept>> ask(String key, Instant now) {
        return transactions.askOne(BY_KEY, JooqKeptAnswers::kept, transactions.tenant(), key, now);
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
    public void keep(KeyedRequest request, KeptAnswer answer, Instant now, Instant expiresAt) {
        transactions.writeCounted(
                KEEP,
                1,
                KeyTaken::new,
                failure -> LOCK_NOT_AVAILABLE.equals(failure.sqlState()) ? new KeyInProgress() : null,
                transactions.tenant(),
                request.key(),
                request.fingerprint(),
                answer.status(),
                answer.contentType(),
                Json.write(answer.headers()),
                answer.body(),
                now,
                expiresAt);
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
