package dev.tenure.adapter.persistence.transaction;

import dev.tenure.adapter.persistence.pipeline.Constraints;
import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.pipeline.StatementPipeline;
import dev.tenure.adapter.persistence.pipeline.StatementPipeline.PlanMode;
import dev.tenure.adapter.persistence.pipeline.StatementWatch;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.TenantId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on a connection pool, bound to the calling thread, and the statements of repositories in them. Each sets
 * the tenant for row-level security at its start.
 */
public final class JooqTransactions implements Transactions {

    private final Instruments instruments;
    private final Deadline deadline = new Deadline();
    private final BoundTransactions bound;
    private final DSLContext sql;

    /**
     * @param pool gives connections in auto-commit mode: statements begin and end transactions, in round trips with
     *     others
     */
    public JooqTransactions(
            DataSource pool,
            TransactionSettings settings,
            Instruments instruments,
            List<? extends ExecuteListener> listeners) {
        this.instruments = instruments;
        List<StatementWatch> watches = listeners.stream()
                .filter(StatementWatch.class::isInstance)
                .map(StatementWatch.class::cast)
                .toList();
        this.bound = new BoundTransactions(
                pool,
                settings,
                (statements, values, roundTrip) -> {
                    watches.forEach(watch -> watch.sending(statements, values));
                    instruments.roundTrip(statements, roundTrip);
                },
                new Retries(instruments),
                deadline);
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.setSQLDialect(SQLDialect.POSTGRES);
        configuration.setConnectionProvider(bound.connections());
        configuration.setExecuteListener(
                Stream.concat(Stream.of(instruments.statements(), bound.listener()), listeners.stream())
                        .toArray(ExecuteListener[]::new));
        this.sql = configuration.dsl();
    }

    /**
     * Runs {@code work} within this time. A statement that takes longer is cancelled, one that would start later is not
     * started, and the transaction fails as {@link Unavailable} and rolls back.
     */
    public <T> T within(Duration limit, Supplier<T> work) {
        return deadline.within(limit, work);
    }

    @Override
    public <T> T forTenant(TenantId tenant, Supplier<T> work) {
        return bound.isUnderWay() ? bound.join(tenant, work) : run(tenant, TransactionKind.OF_ONE, work);
    }

    @Override
    public <T> T forSeveral(TenantId tenant, Supplier<T> work) {
        return run(tenant, TransactionKind.OF_SEVERAL, work);
    }

    @Override
    public <T> T dryRun(TenantId tenant, Supplier<T> work) {
        return run(tenant, TransactionKind.DRY_RUN, work);
    }

    @Override
    public <T> T forInstallation(Supplier<T> work) {
        return run(null, TransactionKind.OF_ONE, work);
    }

    private <T> T run(@Nullable TenantId tenant, TransactionKind kind, Supplier<T> work) {
        if (bound.isUnderWay()) {
            throw new IllegalStateException("a transaction of its own can't begin inside another");
        }
        return instruments.transaction(() -> bound.run(tenant, kind, work));
    }

    /** SQL in the transaction of this thread, with a round trip for each statement. */
    public DSLContext sql() {
        pipeline().plan(PlanMode.AUTO);
        return sql;
    }

    /**
     * Makes the server plan each statement that follows in the transaction of this thread for its own values: search
     * terms are rare or common, and no plan is good for both.
     */
    public void planEachTime() {
        pipeline().plan(PlanMode.EACH_TIME);
    }

    /** Reads in the transaction of this thread; the statement is sent when its result is needed or another is sent. */
    public <T> Deferred<T> query(
            PreparedQuery statement, Function<List<Record>, T> reader, @Nullable Object... values) {
        return pipeline().query(statement, Arrays.asList(values), reader);
    }

    /** As {@link #query(PreparedQuery, Function, Object...)}, for a statement of one row at most. */
    public <T> Deferred<Optional<T>> queryOne(
            PreparedQuery statement, Function<Record, T> reader, @Nullable Object... values) {
        return query(statement, rows -> rows.stream().findFirst().map(reader), values);
    }

    /** As {@link #query(PreparedQuery, Function, Object...)}, for a query that is rendered each time. */
    public <R extends Record, T> Deferred<T> query(ResultQuery<R> query, Function<List<Record>, T> reader) {
        pipeline().plan(PlanMode.AUTO);
        return query(
                PreparedQuery.of(() -> query), reader, query.getBindValues().toArray());
    }

    /** Writes with the next round trip, at the latest with the commit, which throws the errors. */
    public void write(PreparedQuery statement, @Nullable Object... values) {
        pipeline().write(statement, Arrays.asList(values), unknown -> null);
    }

    /**
     * As {@link #write(PreparedQuery, Object...)}, with the exception when the values violate this unique constraint.
     */
    public void write(
            PreparedQuery statement, String constraint, Supplier<RuntimeException> taken, @Nullable Object... values) {
        pipeline()
                .write(
                        statement,
                        Arrays.asList(values),
                        failure -> Constraints.isBroken(constraint, failure) ? taken.get() : null);
    }

    /**
     * As {@link #write(PreparedQuery, Object...)}; when the values violate this unique constraint, because another
     * transaction inserted the row meanwhile, the transaction runs again from its start.
     */
    public void writeOrRetry(PreparedQuery statement, String constraint, @Nullable Object... values) {
        pipeline()
                .write(
                        statement,
                        Arrays.asList(values),
                        failure -> Constraints.isBroken(constraint, failure) ? new UniqueConflict(failure) : null);
    }

    /**
     * As {@link #write(PreparedQuery, Object...)}, for a {@linkplain PreparedQuery#counted counted} statement.
     *
     * @param rows the number of rows that it must write
     * @param otherwise the exception when it writes another number
     */
    public void writeCounted(
            PreparedQuery statement, int rows, Supplier<RuntimeException> otherwise, @Nullable Object... values) {
        writeCounted(statement, rows, otherwise, unknown -> null, values);
    }

    /** As above, with a mapping of other failures; to null if it does not recognize the failure. */
    public void writeCounted(
            PreparedQuery statement,
            int rows,
            Supplier<RuntimeException> otherwise,
            Function<DataAccessException, @Nullable RuntimeException> meaning,
            @Nullable Object... values) {
        pipeline().writeCounted(statement, Arrays.asList(values), rows, otherwise, meaning);
    }

    @Override
    public boolean isUnderWay() {
        return bound.isUnderWay();
    }

    /** Whether this thread has a transaction that may have changed data. */
    public boolean hasWritten() {
        return bound.isUnderWay() && pipeline().hasWritten();
    }

    /** Records a fact that is true in this transaction and, after its commit, permanently. */
    public void note(Object fact) {
        bound.current().facts().add(fact);
    }

    /** Whether the fact was recorded, in this transaction or a committed one. The cache may evict it. */
    public boolean isNoted(Object fact) {
        return bound.current().facts().contains(fact) || bound.committedFacts().contains(fact);
    }

    /** The tenant of this thread's transaction, for the condition in every statement. */
    public String tenant() {
        TenantId tenant = bound.current().tenant();
        if (tenant == null) {
            throw new IllegalStateException("this transaction is of no tenant");
        }
        return tenant.value();
    }

    private StatementPipeline pipeline() {
        return bound.current().pipeline();
    }
}
