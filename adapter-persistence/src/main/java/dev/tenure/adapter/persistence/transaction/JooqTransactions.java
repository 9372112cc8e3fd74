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
 * Transactions on a pool of connections, bound to the calling thread, and what repositories do in them. Row-level security gets the tenant
 * at the start of each.
 */
public final class JooqTransactions implements Transactions {

    private final Instruments instruments;
    private final Deadline deadline = new Deadline();
    private final BoundTransactions bound;
    private final DSLContext sql;

    /**
     * @param pool gives connections in auto-commit mode: transactions begin and end by statements here, which share round trips with others
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
     * Runs {@code work}, in which every statement has to end within this time. One that takes longer is cancelled, one that would begin
     * later is not begun, and the transaction fails as {@link Unavailable} with nothing kept.
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

    /** SQL on the transaction of this thread, each statement a round trip of its own. */
    public DSLContext sql() {
        pipeline().plan(PlanMode.AUTO);
        return sql;
    }

    /**
     * Has the server plan each statement that follows in the transaction of this thread for its own values: those of a search are rare or
     * common, and no plan is good for both.
     */
    public void planEachTime() {
        pipeline().plan(PlanMode.EACH_TIME);
    }

    /** Reads in the transaction of this thread; sent when the result is needed or something else is sent. */
    public <T> Deferred<T> query(
            PreparedQuery statement, Function<List<Record>, T> reader, @Nullable Object... values) {
        return pipeline().query(statement, Arrays.asList(values), reader);
    }

    /** As {@link #query(PreparedQuery, Function, Object...)}, for a statement of one row at most. */
    public <T> Deferred<Optional<T>> queryOne(
            PreparedQuery statement, Function<Record, T> reader, @Nullable Object... values) {
        return query(statement, rows -> rows.stream().findFirst().map(reader), values);
    }

    /** As {@link #query(PreparedQuery, Function, Object...)}, for a query that is written for the occasion. */
    public <R extends Record, T> Deferred<T> query(ResultQuery<R> query, Function<List<Record>, T> reader) {
        pipeline().plan(PlanMode.AUTO);
        return query(
                PreparedQuery.of(() -> query), reader, query.getBindValues().toArray());
    }

    /** Writes with whatever is sent next, or with the commit; an error comes out there. */
    public void write(PreparedQuery statement, @Nullable Object... values) {
        pipeline().write(statement, Arrays.asList(values), unknown -> null);
    }

    /** As {@link #write(PreparedQuery, Object...)}, with the exception where another row has the values of this constraint. */
    public void write(
            PreparedQuery statement, String constraint, Supplier<RuntimeException> taken, @Nullable Object... values) {
        pipeline()
                .write(
                        statement,
                        Arrays.asList(values),
                        failure -> Constraints.isBroken(constraint, failure) ? taken.get() : null);
    }

    /**
     * As {@link #write(PreparedQuery, Object...)}; where another row has the values of this constraint, which the work did not find, the
     * transaction is run again from its beginning.
     */
    public void writeOrRetry(PreparedQuery statement, String constraint, @Nullable Object... values) {
        pipeline()
                .write(
                        statement,
                        Arrays.asList(values),
                        failure -> Constraints.isBroken(constraint, failure) ? new UniqueConflict(failure) : null);
    }

    /**
     * As {@link #write(PreparedQuery, Object...)}, of a {@linkplain PreparedQuery#counted counted} statement.
     *
     * @param rows how many it has to write
     * @param otherwise the exception where it wrote another number
     */
    public void writeCounted(
            PreparedQuery statement, int rows, Supplier<RuntimeException> otherwise, @Nullable Object... values) {
        writeCounted(statement, rows, otherwise, unknown -> null, values);
    }

    /** As above, with what another failure means; null for one that it does not know. */
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

    /** Whether there is a transaction on this thread that may have changed something. */
    public boolean hasWritten() {
        return bound.isUnderWay() && pipeline().hasWritten();
    }

    /** Notes something that is true in this transaction and, once it is committed, for ever. */
    public void note(Object fact) {
        bound.current().facts().add(fact);
    }

    /** Whether that was noted, in this transaction or a committed one. It is forgotten in time. */
    public boolean isNoted(Object fact) {
        return bound.current().facts().contains(fact) || bound.committedFacts().contains(fact);
    }

    /** The tenant of this thread's transaction, for the condition that every statement has. */
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
