package dev.tenure.adapter.persistence.shared;

import dev.tenure.application.shared.out.Asked;
import dev.tenure.domain.shared.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction says to the server. Statements whose outcome nobody needs yet wait, and go with the first whose outcome is
 * needed, or with the commit, in one round trip and in the order in which they were said; the first that fails keeps the server from
 * those after it, the commit among them.
 */
final class Session {

    private static final long NEVER = Long.MAX_VALUE;

    private final Connection connection;
    private final @Nullable TenantId tenant;
    private final Travels travels;
    private final Deadline deadline;
    private final long statementTimeoutSeconds;

    /** Statements without parameters and outcome. */
    private final List<String> settings = new ArrayList<>();

    private final List<Waiting<?>> waiting = new ArrayList<>();
    private final Set<Object> noted = new HashSet<>();
    private Planning planning = Planning.ONCE;
    private boolean settingsGoAhead;
    private int numbers;
    private long toldSeconds = NEVER;
    private boolean wrote;
    private @Nullable Throwable failed;

    /** @param connection that takes each statement for a transaction of its own, but for those between a begin and its end */
    Session(
            Connection connection,
            @Nullable TenantId tenant,
            Travels travels,
            Deadline deadline,
            long statementTimeoutSeconds) {
        this.connection = connection;
        this.tenant = tenant;
        this.travels = travels;
        this.deadline = deadline;
        this.statementTimeoutSeconds = statementTimeoutSeconds;
    }

    /** How the server comes to the plans of statements. */
    enum Planning {
        /** Connections are set up so. */
        ONCE("force_generic_plan"),
        AS_IT_SEES_FIT("auto"),
        EACH_TIME("force_custom_plan");

        private final String mode;

        Planning(String mode) {
            this.mode = mode;
        }
    }

    /** Sees each round trip go. */
    interface Travels {

        void run(String sql, List<? extends @Nullable Object> values, Travel travel) throws SQLException;

        /** A round trip. */
        interface Travel {

            void run() throws SQLException;
        }
    }

    /** Makes an answer of the rows of a statement. */
    interface Reader<T> {

        T read(ResultSet rows) throws SQLException;
    }

    @Nullable
    TenantId tenant() {
        return tenant;
    }

    /** Has the server hear this before anything else that follows: a statement without parameters and outcome. */
    void set(String statement) {
        if (!waiting.isEmpty()) {
            send();
        }
        settings.add(statement);
    }

    /** Lets the server plan what follows as it sees fit, or anew each time: until then it plans each statement once. */
    void plan(Planning wanted) {
        if (wanted.compareTo(planning) > 0) {
            planning = wanted;
            settings.add("set local plan_cache_mode = " + wanted.mode);
        }
    }

    /**
     * Sends the settings before the first statements and not with them, so that the text of these is the same for whichever tenant it
     * is, and one that the server knows.
     */
    void settingsGoAhead() {
        settingsGoAhead = true;
    }

    /** A statement whose rows somebody will want. */
    <T> Asked<T> ask(RenderedSql statement, Reader<T> reader, List<? extends @Nullable Object> values) {
        Waiting<T> asked = new Waiting<>(statement, values, reader, failure -> null);
        waiting.add(asked);
        wrote |= statement.writes();
        return asked;
    }

    /**
     * A statement that writes.
     *
     * @param meaning what an error of it means; null for what it does not know
     */
    void write(
            RenderedSql statement,
            List<? extends @Nullable Object> values,
            Function<DataAccessException, @Nullable RuntimeException> meaning) {
        wrote |= statement.writes();
        waiting.add(new Waiting<>(statement, values, null, meaning));
    }

    /** Sends what waits, so that another may have the connection. */
    Connection sent() {
        send();
        return connection;
    }

    /** One more for each time that somebody asks. */
    int number() {
        return ++numbers;
    }

    void note(Object fact) {
        noted.add(fact);
    }

    boolean isNoted(Object fact) {
        return noted.contains(fact);
    }

    Set<Object> noted() {
        return noted;
    }

    void wrote() {
        wrote = true;
    }

    boolean hasWritten() {
        return wrote;
    }

    void failed(@Nullable Throwable failure) {
        failed = failure;
    }

    @Nullable
    Throwable failure() {
        return failed;
    }

    private void send() {
        long seconds = deadline.seconds(statementTimeoutSeconds);
        if (settings.size() + waiting.size() > 0 || seconds < toldSeconds) {
            try {
                send(seconds, "");
            } catch (SQLException e) {
                throw new DataAccessException("SQL " + e.getMessage(), e);
            }
        }
    }

    /** Sends what waits, and has the server keep it all. */
    void commit() throws SQLException {
        if (hasBegun() || !waiting.isEmpty()) {
            send(deadline.seconds(statementTimeoutSeconds), "commit");
        }
    }

    /** Sends what waits, to know whether it would go well, and has the server forget it all. */
    void rehearsed() throws SQLException {
        if (hasBegun() || !waiting.isEmpty()) {
            send(deadline.seconds(statementTimeoutSeconds), "rollback");
        }
    }

    void rollBack(Throwable reason) {
        waiting.clear();
        settings.clear();
        if (hasBegun()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("rollback");
            } catch (SQLException e) {
                reason.addSuppressed(e);
                abort(reason);
            }
        }
    }

    // Nobody else may go on in this transaction.
    private void abort(Throwable reason) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private boolean hasBegun() {
        return toldSeconds != NEVER;
    }

    private void send(long seconds, String end) throws SQLException {
        List<String> silent = new ArrayList<>();
        if (!hasBegun()) {
            silent.add("begin");
        }
        if (seconds < toldSeconds) {
            silent.add("set local statement_timeout = '" + seconds + "s'");
            toldSeconds = seconds;
        }
        silent.addAll(settings);
        settings.clear();
        if (settingsGoAhead) {
            settingsGoAhead = false;
            travel(List.copyOf(silent), List.of(), "");
            silent.clear();
        }
        List<Waiting<?>> going = List.copyOf(waiting);
        waiting.clear();
        if (silent.size() + going.size() + end.length() > 0) {
            travel(silent, going, end);
        }
    }

    private void travel(List<String> silent, List<Waiting<?>> going, String end) throws SQLException {
        StringJoiner sql = new StringJoiner("; ");
        silent.forEach(sql::add);
        List<@Nullable Object> values = new ArrayList<>();
        for (Waiting<?> one : going) {
            sql.add(one.statement.text());
            values.addAll(one.values);
        }
        if (!end.isEmpty()) {
            sql.add(end);
        }
        travels.run(sql.toString(), values, () -> exchange(sql.toString(), silent.size(), going));
    }

    private void exchange(String sql, int silent, List<Waiting<?>> going) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameters = 0;
            for (Waiting<?> one : going) {
                one.statement.bind(statement, parameters, one.values);
                parameters += one.statement.parameters();
            }
            statement.execute();
            for (int i = 0; i < silent; i++) {
                statement.getMoreResults();
            }
            for (Waiting<?> one : going) {
                one.read(statement);
                statement.getMoreResults();
            }
        } catch (SQLException e) {
            failed = e;
            throw meant(e, going);
        } catch (RuntimeException e) {
            failed = e;
            throw e;
        }
    }

    private static SQLException meant(SQLException failure, List<Waiting<?>> going) {
        DataAccessException failed = new DataAccessException("SQL " + failure.getMessage(), failure);
        for (Waiting<?> one : going) {
            RuntimeException meaning = one.meaning.apply(failed);
            if (meaning != null) {
                throw meaning;
            }
        }
        return failure;
    }

    /** A statement on its way, and what came of it. */
    private final class Waiting<T> implements Asked<T> {

        private final RenderedSql statement;
        private final List<? extends @Nullable Object> values;
        private final @Nullable Reader<T> reader;
        private final Function<DataAccessException, @Nullable RuntimeException> meaning;
        private @Nullable T answer;

        Waiting(
                RenderedSql statement,
                List<? extends @Nullable Object> values,
                @Nullable Reader<T> reader,
                Function<DataAccessException, @Nullable RuntimeException> meaning) {
            this.statement = statement;
            this.values = values;
            this.reader = reader;
            this.meaning = meaning;
        }

        void read(PreparedStatement sent) throws SQLException {
            if (reader != null) {
                try (ResultSet rows = sent.getResultSet()) {
                    answer = reader.read(rows);
                }
            }
        }

        @Override
        public T get() {
            if (answer == null) {
                send();
            }
            T come = answer;
            if (come == null) {
                throw new IllegalStateException("the transaction ended before this was sent");
            }
            return come;
        }
    }
}
