package dev.tenure.adapter.persistence.transaction;

import dev.tenure.adapter.persistence.pipeline.RoundTrips;
import dev.tenure.adapter.persistence.pipeline.StatementPipeline;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins transactions, binds each to its thread, and ends it by a commit or a rollback. */
final class BoundTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(BoundTransactions.class);
    private static final int STATEMENT_TIMEOUT_SECONDS = 30;

    private final DataSource pool;
    private final TransactionSettings settings;
    private final RoundTrips roundTrips;
    private final Retries retries;
    private final Deadline deadline;
    private final CommittedFacts committedFacts = new CommittedFacts();

    @SuppressWarnings("ThreadLocalUsage") // not static, so that two databases in one program are separate
    private final ThreadLocal<@Nullable CurrentTransaction> current = new ThreadLocal<>();

    BoundTransactions(
            DataSource pool, TransactionSettings settings, RoundTrips roundTrips, Retries retries, Deadline deadline) {
        this.pool = pool;
        this.settings = settings;
        this.roundTrips = roundTrips;
        this.retries = retries;
        this.deadline = deadline;
    }

    boolean isUnderWay() {
        return current.get() != null;
    }

    CurrentTransaction current() {
        CurrentTransaction transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("there is no transaction on this thread");
        }
        return transaction;
    }

    CommittedFacts committedFacts() {
        return committedFacts;
    }

    /** Runs {@code work} as part of the transaction of this thread. */
    <T> T join(TenantId tenant, Supplier<T> work) {
        CurrentTransaction outer = current();
        if (!tenant.equals(outer.tenant())) {
            throw new IllegalStateException("only transactions of one tenant can be one");
        }
        try {
            return work.get();
        } catch (Throwable failed) {
            outer.pipeline().markFailed(failed);
            throw failed;
        }
    }

    <T> T run(@Nullable TenantId tenant, TransactionKind kind, Supplier<T> work) {
        return retries.run(() -> once(tenant, kind, work));
    }

    private <T> T once(@Nullable TenantId tenant, TransactionKind kind, Supplier<T> work) throws SerializationFailure {
        Connection connection = connect();
        try {
            CurrentTransaction transaction = new CurrentTransaction(tenant, begun(connection, tenant, kind));
            current.set(transaction);
            T result = within(transaction.pipeline(), kind, work);
            end(transaction, kind);
            return result;
        } finally {
            current.remove();
            giveBack(connection);
        }
    }

    private Connection connect() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new Unavailable("the database can't be reached or has no connection free", e);
        }
    }

    // The transaction has ended, so a failure of its connection does not matter.
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection broke after its transaction", e);
        }
    }

    private StatementPipeline begun(Connection connection, @Nullable TenantId tenant, TransactionKind kind) {
        var unused = deadline.seconds(STATEMENT_TIMEOUT_SECONDS);
        StatementPipeline pipeline = new StatementPipeline(
                connection, settings.form(), roundTrips, () -> deadline.seconds(STATEMENT_TIMEOUT_SECONDS));
        pipeline.set("lock_timeout", String.valueOf(kind.lockTimeoutMillis()));
        if (settings.role() != null) {
            pipeline.set("role", settings.role());
        }
        if (tenant != null) {
            pipeline.set("tenure.tenant_id", tenant.value());
        }
        return pipeline;
    }

    private static <T> T within(StatementPipeline pipeline, TransactionKind kind, Supplier<T> work)
            throws SerializationFailure {
        try {
            T result = work.get();
            requireUnbroken(pipeline);
            return result;
        } catch (DataAccessException failed) {
            pipeline.rollBack(failed);
            throw FailureTranslation.translated(failed, kind);
        } catch (Throwable failed) {
            pipeline.rollBack(failed);
            throw failed;
        }
    }

    // The server would roll back and report a commit, and the driver would not notice.
    private static void requireUnbroken(StatementPipeline pipeline) {
        Throwable failure = pipeline.failure();
        if (failure != null) {
            throw new IllegalStateException("the work went on after a part of it had failed", failure);
        }
    }

    private void end(CurrentTransaction transaction, TransactionKind kind) throws SerializationFailure {
        StatementPipeline pipeline = transaction.pipeline();
        try {
            if (kind == TransactionKind.DRY_RUN) {
                pipeline.rollBackAfterAll();
            } else {
                pipeline.commit();
                committedFacts.addAll(transaction.facts());
            }
        } catch (DataAccessException failed) {
            pipeline.rollBack(failed);
            throw FailureTranslation.translated(failed, kind);
        } catch (RuntimeException refused) {
            pipeline.rollBack(refused);
            throw refused;
        } catch (SQLException e) {
            // If the server is still running, the connection must end this transaction in any case.
            pipeline.rollBack(e);
            if (FailureTranslation.isOfStatement(e.getSQLState())) {
                throw FailureTranslation.translated(new DataAccessException("SQL " + e.getMessage(), e), kind);
            }
            if (kind == TransactionKind.DRY_RUN || !pipeline.hasWritten()) {
                throw new Unavailable("the database was lost at the end of the work", e);
            }
            throw new OutcomeUnknown(e);
        }
    }

    /** Gives jOOQ the connection of the thread's transaction, after sending all pending statements. */
    ConnectionProvider connections() {
        return new ConnectionProvider() {

            @Override
            public Connection acquire() {
                return current().pipeline().flushed();
            }

            @Override
            public void release(Connection connection) {
                // The transaction closes it.
            }
        };
    }

    /** Records the writes and failures of jOOQ's own statements, which the end of the transaction depends on. */
    ExecuteListener listener() {
        return new ExecuteListener() {

            @Override
            public void executeStart(ExecuteContext context) {
                if (context.type() != ExecuteType.READ) {
                    current().pipeline().markWritten();
                }
            }

            @Override
            public void exception(ExecuteContext context) {
                current().pipeline().markFailed(context.exception());
            }
        };
    }
}
