package dev.tenure.adapter.persistence.shared;

import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on a pool of connections, bound to the calling thread; row-level security is told the tenant at the start of each. */
public final class JooqTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JooqTransactions.class);

    private static final int RETRIES = 3;
    private static final int STATEMENT_TIMEOUT_MILLIS = 30_000;
    private static final int LOCK_TIMEOUT_MILLIS = 5_000;

    // What a statement may take beyond a deadline before the server is told anew, which costs a round trip.
    private static final int TOLERATED_MILLIS = 100;

    private static final Set<String> LOST_TO_ANOTHER_TRANSACTION = Set.of("40001", "40P01");

    private final DataSource pool;
    private final String settings;
    private final Instruments instruments;
    private final Deadline deadline = new Deadline();
    private final DSLContext sql;

    @SuppressWarnings("ThreadLocalUsage") // of the object, so that two databases in one program keep apart
    private final ThreadLocal<@Nullable Session> current = new ThreadLocal<>();

    /**
     * @param pool gives connections that do not commit by themselves
     * @param role what each transaction works as; null when the login itself is one that row-level security holds
     */
    public JooqTransactions(
            DataSource pool,
            @Nullable String role,
            Instruments instruments,
            List<? extends ExecuteListener> listeners) {
        this.pool = pool;
        this.settings =
                "; set local lock_timeout = " + LOCK_TIMEOUT_MILLIS + (role == null ? "" : "; set local role " + role);
        this.instruments = instruments;
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.setSQLDialect(SQLDialect.POSTGRES);
        configuration.setConnectionProvider(new BoundConnection());
        configuration.setExecuteListener(
                Stream.concat(Stream.of(instruments.statements(), new StatementsNoted()), listeners.stream())
                        .toArray(ExecuteListener[]::new));
        this.sql = configuration.dsl();
    }

    /**
     * Runs {@code work}, in which every statement has to end within this time. One that takes longer is broken off, one that would begin
     * later is not begun, and the transaction fails as {@link Unavailable} with nothing kept.
     */
    public <T> T within(Duration limit, Supplier<T> work) {
        return deadline.within(limit, work);
    }

    @Override
    public <T> T forTenant(TenantId tenant, Supplier<T> work) {
        Session outer = current.get();
        return outer == null ? run(tenant, true, work) : joined(outer, tenant, work);
    }

    @Override
    public <T> T rehearse(TenantId tenant, Supplier<T> work) {
        return run(tenant, false, work);
    }

    @Override
    public <T> T forInstallation(Supplier<T> work) {
        return run(null, true, work);
    }

    /** SQL on the transaction of this thread. */
    public DSLContext sql() {
        session();
        return sql;
    }

    /** The tenant of this thread's transaction, for the condition that every statement has. */
    public String tenant() {
        TenantId tenant = session().tenant;
        if (tenant == null) {
            throw new IllegalStateException("this transaction is of no tenant");
        }
        return tenant.value();
    }

    private Session session() {
        Session session = current.get();
        if (session == null) {
            throw new IllegalStateException("there is no transaction on this thread");
        }
        return session;
    }

    private static <T> T joined(Session outer, TenantId tenant, Supplier<T> work) {
        if (!tenant.equals(outer.tenant)) {
            throw new IllegalStateException("only transactions of one tenant can be one");
        }
        try {
            return work.get();
        } catch (Throwable failed) {
            outer.failed = failed;
            throw failed;
        }
    }

    private <T> T run(@Nullable TenantId tenant, boolean kept, Supplier<T> work) {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction of its own can't begin inside another");
        }
        return instruments.transaction(() -> tries(tenant, kept, work));
    }

    private <T> T tries(@Nullable TenantId tenant, boolean kept, Supplier<T> work) {
        for (int retry = 1; ; retry++) {
            try {
                return once(tenant, kept, work);
            } catch (LostToAnother lost) {
                instruments.lost();
                if (retry > RETRIES) {
                    throw new Unavailable("other transactions kept getting in the way", lost.exception);
                }
                LOG.debug("Retry {} of a transaction", retry, lost.exception);
            }
        }
    }

    private <T> T once(@Nullable TenantId tenant, boolean kept, Supplier<T> work) throws LostToAnother {
        Connection connection = connect();
        try {
            Session session = begin(connection, tenant);
            T result = within(session, work);
            if (kept) {
                commit(session);
            } else {
                rollBack(session);
            }
            return result;
        } finally {
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

    // What the transaction came to is settled by now, whatever happens to its connection.
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection broke after its transaction", e);
        }
    }

    // One round trip: the driver sends its BEGIN along.
    private Session begin(Connection connection, @Nullable TenantId tenant) {
        long millis = deadline.millis(STATEMENT_TIMEOUT_MILLIS);
        try (Statement statement = connection.createStatement()) {
            statement.execute(statementTimeout(millis)
                    + settings
                    + (tenant == null ? "" : "; set local tenure.tenant_id = " + quoted(tenant)));
            return new Session(tenant, connection, millis);
        } catch (SQLException e) {
            throw new Unavailable("the database was lost before the work began", e);
        }
    }

    private static String statementTimeout(long millis) {
        return "set local statement_timeout = " + millis;
    }

    // Nearly always a look at the clock: only what has been at it for a while tells the server how little time is left.
    private void keepToTheDeadline(Session session) {
        long millis = deadline.millis(STATEMENT_TIMEOUT_MILLIS);
        if (millis < session.statementTimeoutMillis - TOLERATED_MILLIS) {
            try (Statement statement = session.connection.createStatement()) {
                statement.execute(statementTimeout(millis));
                session.statementTimeoutMillis = millis;
            } catch (SQLException e) {
                throw new Unavailable("the database was lost during the work", e);
            }
        }
    }

    private static String quoted(TenantId tenant) {
        return "'" + tenant.value().replace("'", "''") + "'";
    }

    private <T> T within(Session session, Supplier<T> work) throws LostToAnother {
        current.set(session);
        try {
            return work.get();
        } catch (DataAccessException failed) {
            rollBack(session.connection, failed);
            throw translated(failed);
        } catch (Throwable failed) {
            rollBack(session.connection, failed);
            throw failed;
        } finally {
            current.remove();
        }
    }

    private static void rollBack(Session rehearsal) {
        requireUnbroken(rehearsal);
        try {
            rehearsal.connection.rollback();
        } catch (SQLException e) {
            throw new Unavailable("the database was lost during a rehearsal", e);
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static RuntimeException translated(DataAccessException failed) throws LostToAnother {
        String state = failed.sqlState();
        if (LOST_TO_ANOTHER_TRANSACTION.contains(state)) {
            throw new LostToAnother(failed);
        }
        return isOfTheServer(state)
                ? new Unavailable("the database was lost or stopped during the work", failed)
                : failed;
    }

    // Connection lost; no memory, space or connection left; lock not to be had in time; shutdown or timeout; file
    // trouble;
    // a standby that takes no writes.
    private static boolean isOfTheServer(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.equals("55P03")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("25006");
    }

    private static void commit(Session session) {
        requireUnbroken(session);
        try {
            session.connection.commit();
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (!session.wrote || (state != null && LOST_TO_ANOTHER_TRANSACTION.contains(state))) {
                throw new Unavailable("the database refused the commit", e);
            }
            throw new OutcomeUnknown(e);
        }
    }

    // The server would roll back and call that a commit, and the driver would not say.
    private static void requireUnbroken(Session session) {
        if (session.failed != null) {
            IllegalStateException hidden =
                    new IllegalStateException("the work went on after a part of it had failed", session.failed);
            rollBack(session.connection, hidden);
            throw hidden;
        }
    }

    private static final class Session {

        private final @Nullable TenantId tenant;
        private final Connection connection;
        private @Nullable Throwable failed;
        private boolean wrote;
        private long statementTimeoutMillis;

        Session(@Nullable TenantId tenant, Connection connection, long statementTimeoutMillis) {
            this.tenant = tenant;
            this.connection = connection;
            this.statementTimeoutMillis = statementTimeoutMillis;
        }
    }

    /** Notes what the end of the transaction has to know: whether it wrote, and whether a statement of it failed. */
    private final class StatementsNoted implements ExecuteListener {

        @Override
        public void executeStart(ExecuteContext context) {
            keepToTheDeadline(session());
            if (context.type() != ExecuteType.READ) {
                session().wrote = true;
            }
        }

        @Override
        public void exception(ExecuteContext context) {
            session().failed = context.exception();
        }
    }

    private final class BoundConnection implements ConnectionProvider {

        @Override
        public Connection acquire() {
            return session().connection;
        }

        @Override
        public void release(Connection connection) {
            // The transaction gives it back.
        }
    }

    private static final class LostToAnother extends Exception {

        private final transient DataAccessException exception;

        LostToAnother(DataAccessException exception) {
            super(exception);
            this.exception = exception;
        }
    }
}
