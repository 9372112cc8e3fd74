package dev.tenure.adapter.persistence.shared;

import dev.tenure.adapter.persistence.shared.Session.Planning;
import dev.tenure.adapter.persistence.shared.Session.Travels.Travel;
import dev.tenure.application.shared.out.Asked;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jooq.Record;
import org.jooq.ResultQuery;
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
    private static final int MOST_OVERTAKEN = 100;
    private static final int STATEMENT_TIMEOUT_SECONDS = 30;

    private static final int MOST_FACTS = 20_000;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Set<String> STATEMENT_CLASSES = Set.of("21", "22", "23", "40", "42", "44");
    private static final Set<String> LOST_TO_ANOTHER_TRANSACTION = Set.of("40001", "40P01");

    private final DataSource pool;
    private final List<String> settings;
    private final Instruments instruments;
    private final List<StatementWatch> watches;
    private final Deadline deadline = new Deadline();
    private final BusyTenants busyTenants = new BusyTenants(System::nanoTime);
    private final DSLContext sql;
    private final Set<Object> facts = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("ThreadLocalUsage") // of the object, so that two databases in one program keep apart
    private final ThreadLocal<@Nullable Session> current = new ThreadLocal<>();

    /**
     * @param pool gives connections in the mode of JDBC that commits by itself: transactions are begun and ended by statements here, so
     *     that these travel with the others
     * @param role what each transaction works as; null when the login itself is one that row-level security holds
     */
    public JooqTransactions(
            DataSource pool,
            @Nullable String role,
            Instruments instruments,
            List<? extends ExecuteListener> listeners) {
        this.pool = pool;
        this.settings = role == null ? List.of() : List.of("set local role " + role);
        this.instruments = instruments;
        this.watches = listeners.stream()
                .filter(StatementWatch.class::isInstance)
                .map(StatementWatch.class::cast)
                .toList();
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
        return outer == null ? run(tenant, Kind.OF_ONE, work) : joined(outer, tenant, work);
    }

    @Override
    public <T> T forSeveral(TenantId tenant, Supplier<T> work) {
        return run(tenant, Kind.OF_SEVERAL, work);
    }

    @Override
    public <T> T rehearse(TenantId tenant, Supplier<T> work) {
        return run(tenant, Kind.REHEARSAL, work);
    }

    @Override
    public <T> T forInstallation(Supplier<T> work) {
        return run(null, Kind.OF_ONE, work);
    }

    /** SQL on the transaction of this thread, each statement a round trip of its own. */
    public DSLContext sql() {
        session().plan(Planning.AS_IT_SEES_FIT);
        return sql;
    }

    /**
     * Has the server plan each statement that follows in the transaction of this thread for its own values: those of a search are rare or
     * common, and no plan is good for both.
     */
    public void planEachTime() {
        session().plan(Planning.EACH_TIME);
    }

    /** Asks the server, on the transaction of this thread, when the answer is needed or something else is sent. */
    public <T> Asked<T> ask(RenderedSql statement, Function<List<Record>, T> reader, @Nullable Object... values) {
        return session()
                .ask(statement, rows -> reader.apply(Rows.read(rows, statement.columns())), Arrays.asList(values));
    }

    /** As {@link #ask(RenderedSql, Function, Object...)}, for a statement of one row at the most. */
    public <T> Asked<Optional<T>> askOne(
            RenderedSql statement, Function<Record, T> reader, @Nullable Object... values) {
        return ask(statement, rows -> rows.stream().findFirst().map(reader), values);
    }

    /** As {@link #ask(RenderedSql, Function, Object...)}, for a query that is written for the occasion. */
    public <R extends Record, T> Asked<T> ask(ResultQuery<R> query, Function<List<Record>, T> reader) {
        session().plan(Planning.AS_IT_SEES_FIT);
        return ask(RenderedSql.of(() -> query), reader, query.getBindValues().toArray());
    }

    /** Writes with whatever is sent next, or with the commit; an error comes out there. */
    public void write(RenderedSql statement, @Nullable Object... values) {
        write(statement, failure -> null, Arrays.asList(values));
    }

    /** As {@link #write(RenderedSql, Object...)}, with what it means when another row has the values of this constraint. */
    public void write(
            RenderedSql statement, String constraint, Supplier<RuntimeException> taken, @Nullable Object... values) {
        write(
                statement,
                failure -> Constraints.isBroken(constraint, failure) ? taken.get() : null,
                Arrays.asList(values));
    }

    /**
     * As {@link #write(RenderedSql, Object...)}; where another row has the values of this constraint, which was not there when the work
     * looked, the work is done again from its beginning.
     */
    public void writeUnlessOvertaken(RenderedSql statement, String constraint, @Nullable Object... values) {
        write(
                statement,
                failure -> Constraints.isBroken(constraint, failure) ? new Overtaken(failure) : null,
                Arrays.asList(values));
    }

    /**
     * As {@link #write(RenderedSql, Object...)}, of a {@linkplain RenderedSql#counted counted} statement.
     *
     * @param rows how many it has to write
     * @param otherwise what it means when it did not
     */
    public void writeCounted(
            RenderedSql statement, int rows, Supplier<RuntimeException> otherwise, @Nullable Object... values) {
        writeCounted(statement, rows, otherwise, failure -> null, values);
    }

    void writeCounted(
            RenderedSql statement,
            int rows,
            Supplier<RuntimeException> otherwise,
            Function<DataAccessException, @Nullable RuntimeException> meaning,
            @Nullable Object... values) {
        String called = "rows of statement " + session().number();
        Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = rows;
        all[values.length + 1] = called;
        write(
                statement,
                failure -> RenderedSql.isFailedCount(failure, called) ? otherwise.get() : meaning.apply(failure),
                Arrays.asList(all));
    }

    private void write(
            RenderedSql statement,
            Function<DataAccessException, @Nullable RuntimeException> meaning,
            List<? extends @Nullable Object> values) {
        session().write(statement, values, meaning);
    }

    /** Whether there is a transaction on this thread. */
    public boolean isUnderWay() {
        return current.get() != null;
    }

    /** Whether there is a transaction on this thread that may have changed something. */
    public boolean hasWritten() {
        Session session = current.get();
        return session != null && session.hasWritten();
    }

    /** Notes something that is so in this transaction and, once it is committed, will be so for ever. */
    public void note(Object fact) {
        session().note(fact);
    }

    /** Whether that was noted, in this transaction or before. It is forgotten in time. */
    public boolean isNoted(Object fact) {
        return session().isNoted(fact) || facts.contains(fact);
    }

    /** The tenant of this thread's transaction, for the condition that every statement has. */
    public String tenant() {
        TenantId tenant = session().tenant();
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
        if (!tenant.equals(outer.tenant())) {
            throw new IllegalStateException("only transactions of one tenant can be one");
        }
        try {
            return work.get();
        } catch (Throwable failed) {
            outer.failed(failed);
            throw failed;
        }
    }

    private <T> T run(@Nullable TenantId tenant, Kind kind, Supplier<T> work) {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction of its own can't begin inside another");
        }
        return instruments.transaction(() -> tries(tenant, kind, work));
    }

    private <T> T tries(@Nullable TenantId tenant, Kind kind, Supplier<T> work) {
        int lostBefore = 0;
        int overtakenBefore = 0;
        while (true) {
            try {
                return once(tenant, kind, work);
            } catch (LostToAnother lost) {
                instruments.lost();
                if (lostBefore++ == RETRIES) {
                    throw inTheWay(lost.exception);
                }
                LOG.debug("A transaction lost to another, and is run again", lost.exception);
            } catch (Overtaken overtaken) {
                instruments.lost();
                // Whoever was faster is done with what this one wants, so there is an end to it.
                if (overtakenBefore++ == MOST_OVERTAKEN) {
                    throw inTheWay(overtaken);
                }
                LOG.debug("A transaction was overtaken, and is run again", overtaken);
            }
        }
    }

    private static Unavailable inTheWay(Throwable cause) {
        return new Unavailable("other transactions kept getting in the way", cause);
    }

    private <T> T once(@Nullable TenantId tenant, Kind kind, Supplier<T> work) throws LostToAnother {
        Connection connection = connect();
        try {
            Session session = begun(connection, tenant, kind);
            current.set(session);
            T result = within(session, kind, work);
            end(session, kind);
            return result;
        } finally {
            current.remove();
            giveBack(connection);
        }
    }

    private void remember(Collection<Object> noted) {
        if (facts.size() > MOST_FACTS) {
            facts.clear();
        }
        facts.addAll(noted);
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

    private Session begun(Connection connection, @Nullable TenantId tenant, Kind kind) {
        var unused = deadline.seconds(STATEMENT_TIMEOUT_SECONDS);
        Session session = new Session(connection, tenant, this::travel, deadline, STATEMENT_TIMEOUT_SECONDS);
        session.set("set local lock_timeout = " + kind.lockTimeoutMillis);
        settings.forEach(session::set);
        if (tenant != null) {
            session.set("set local tenure.tenant_id = " + quoted(tenant));
            if (!busyTenants.isBusy(tenant.value())) {
                session.settingsGoAhead();
            }
        }
        return session;
    }

    private void travel(String statements, List<? extends @Nullable Object> values, Travel travel) throws SQLException {
        watches.forEach(watch -> watch.sending(statements, values));
        instruments.roundTrip(statements, travel);
    }

    private static String quoted(TenantId tenant) {
        return "'" + tenant.value().replace("'", "''") + "'";
    }

    private static <T> T within(Session session, Kind kind, Supplier<T> work) throws LostToAnother {
        try {
            T result = work.get();
            requireUnbroken(session);
            return result;
        } catch (DataAccessException failed) {
            session.rollBack(failed);
            throw translated(failed, kind);
        } catch (Throwable failed) {
            session.rollBack(failed);
            throw failed;
        }
    }

    private static RuntimeException translated(DataAccessException failed, Kind kind) throws LostToAnother {
        String state = failed.sqlState();
        if (kind == Kind.OF_SEVERAL && state.equals(LOCK_NOT_AVAILABLE)) {
            return failed;
        }
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
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("25006");
    }

    private void end(Session session, Kind kind) throws LostToAnother {
        try {
            if (kind != Kind.REHEARSAL) {
                session.commit();
                remember(session.noted());
            } else {
                session.rehearsed();
            }
        } catch (DataAccessException failed) {
            session.rollBack(failed);
            throw translated(failed, kind);
        } catch (RuntimeException refused) {
            session.rollBack(refused);
            throw refused;
        } catch (SQLException e) {
            // Where the server goes on, the connection has to end this transaction, whatever came of it.
            session.rollBack(e);
            String state = e.getSQLState();
            if (state != null && isOfAStatement(state)) {
                throw translated(new DataAccessException("SQL " + e.getMessage(), e), kind);
            }
            if (kind == Kind.REHEARSAL || !session.hasWritten()) {
                throw new Unavailable("the database was lost at the end of the work", e);
            }
            throw new OutcomeUnknown(e);
        }
    }

    // What a statement can fail with while the server goes on, so that it surely came to no commit: data, constraints,
    // lost to another transaction, syntax and rights, locks, limits of time.
    private static boolean isOfAStatement(String state) {
        return STATEMENT_CLASSES.contains(state.substring(0, 2))
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.equals("57014");
    }

    // The server would roll back and call that a commit, and the driver would not say.
    private static void requireUnbroken(Session session) {
        Throwable failure = session.failure();
        if (failure != null) {
            throw new IllegalStateException("the work went on after a part of it had failed", failure);
        }
    }

    private enum Kind {
        OF_ONE(5_000),

        /** The others are not to wait for what one of them is after. */
        OF_SEVERAL(250),

        REHEARSAL(5_000);

        private final int lockTimeoutMillis;

        Kind(int lockTimeoutMillis) {
            this.lockTimeoutMillis = lockTimeoutMillis;
        }
    }

    /** Notes what the end of the transaction has to know: whether it wrote, and whether a statement of it failed. */
    private final class StatementsNoted implements ExecuteListener {

        @Override
        public void executeStart(ExecuteContext context) {
            if (context.type() != ExecuteType.READ) {
                session().wrote();
            }
        }

        @Override
        public void exception(ExecuteContext context) {
            session().failed(context.exception());
        }
    }

    private final class BoundConnection implements ConnectionProvider {

        @Override
        public Connection acquire() {
            return session().sent();
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

    /** Another transaction wrote a row that this one was about to write. */
    private static final class Overtaken extends RuntimeException {

        Overtaken(Throwable cause) {
            super(cause);
        }
    }
}
