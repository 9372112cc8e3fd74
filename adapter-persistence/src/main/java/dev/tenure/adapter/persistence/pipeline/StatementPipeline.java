package dev.tenure.adapter.persistence.pipeline;

import dev.tenure.application.shared.out.Deferred;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Sends the statements of one transaction. A statement whose result is not needed yet waits; it is sent in one round
 * trip with the first one whose result is needed, or with the commit, in the order of the calls. After a failed
 * statement the server runs none of those behind it, including the commit.
 */
public final class StatementPipeline {

    private static final long NEVER = Long.MAX_VALUE;

    private final Connection connection;
    private final RoundTrips roundTrips;
    private final LongSupplier secondsLeft;

    private final SettingsForm settingsForm;
    private final PendingSettings settings = new PendingSettings();
    private final List<PendingStatement<?>> pending = new ArrayList<>();
    private PlanMode planMode = PlanMode.ONCE;
    private int counted;
    private long timeoutSeconds = NEVER;
    private boolean wrote;
    private @Nullable Throwable failure;

    /**
     * @param connection in auto-commit mode: statements of this class begin and end transactions
     * @param secondsLeft the time limit of a statement that begins now; throws when no time is left
     */
    public StatementPipeline(
            Connection connection, SettingsForm settingsForm, RoundTrips roundTrips, LongSupplier secondsLeft) {
        this.connection = connection;
        this.settingsForm = settingsForm;
        this.roundTrips = roundTrips;
        this.secondsLeft = secondsLeft;
    }

    /** How the server plans statements. */
    public enum PlanMode {
        /** Once for all values: the default of connections. */
        ONCE("force_generic_plan"),
        AUTO("auto"),
        EACH_TIME("force_custom_plan");

        private final String setting;

        PlanMode(String setting) {
            this.setting = setting;
        }
    }

    /** Sets a variable for the transaction, before anything that follows. */
    public void set(String name, String value) {
        if (!pending.isEmpty()) {
            send();
        }
        settings.put(name, value);
    }

    /**
     * Sets the plan mode of the statements that follow; a mode that plans less often than the current one has no
     * effect.
     */
    public void plan(PlanMode wanted) {
        if (wanted.compareTo(planMode) > 0) {
            planMode = wanted;
            settings.put("plan_cache_mode", wanted.setting);
        }
    }

    /** Adds a statement whose rows will be read. */
    public <T> Deferred<T> query(
            PreparedQuery statement, List<? extends @Nullable Object> values, Function<List<Record>, T> reader) {
        PendingStatement<T> query =
                new PendingStatement<>(statement, values, reader, unknown -> null, this::send, null);
        pending.add(query);
        wrote |= statement.writes();
        return query;
    }

    /**
     * Adds a statement that writes.
     *
     * @param meaning maps a failure of the statement to an exception; to null if it does not recognize the failure
     */
    public void write(
            PreparedQuery statement,
            List<? extends @Nullable Object> values,
            Function<DataAccessException, @Nullable RuntimeException> meaning) {
        wrote |= statement.writes();
        pending.add(new PendingStatement<>(statement, values, null, meaning, this::send, StatementOrigin.here()));
    }

    /**
     * As {@link #write}, for a {@linkplain PreparedQuery#counted counted} statement.
     *
     * @param rows the number of rows that it must write
     * @param otherwise the exception when it writes another number
     */
    public void writeCounted(
            PreparedQuery statement,
            List<? extends @Nullable Object> values,
            int rows,
            Supplier<RuntimeException> otherwise,
            Function<DataAccessException, @Nullable RuntimeException> meaning) {
        String called = "rows of statement " + ++counted;
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(rows);
        all.add(called);
        write(
                statement,
                all,
                failed -> PreparedQuery.isFailedCount(failed, called) ? otherwise.get() : meaning.apply(failed));
    }

    /** Sends all pending statements; then the connection can be used directly. */
    public Connection flushed() {
        send();
        return connection;
    }

    public void markWritten() {
        wrote = true;
    }

    /** Whether the transaction may have changed data. */
    public boolean hasWritten() {
        return wrote;
    }

    public void markFailed(@Nullable Throwable reason) {
        failure = reason;
    }

    /** Why the transaction can't commit any more; null if it can. */
    public @Nullable Throwable failure() {
        return failure;
    }

    private void send() {
        long seconds = secondsLeft.getAsLong();
        if (!settings.isEmpty() || !pending.isEmpty() || seconds < timeoutSeconds) {
            try {
                send(seconds, "");
            } catch (SQLException e) {
                throw new DataAccessException("SQL " + e.getMessage(), e);
            }
        }
    }

    /** Sends all pending statements, and commits. */
    public void commit() throws SQLException {
        end("commit");
    }

    /** Sends all pending statements, so that their failures appear, and rolls back. */
    public void rollBackAfterAll() throws SQLException {
        end("rollback");
    }

    private void end(String statement) throws SQLException {
        if (hasBegun() || !pending.isEmpty()) {
            send(secondsLeft.getAsLong(), statement);
        }
    }

    /** Drops all pending statements, and rolls back. */
    public void rollBack(Throwable reason) {
        pending.clear();
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

    // No other transaction may use a connection with an open one.
    private void abort(Throwable reason) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private boolean hasBegun() {
        return timeoutSeconds != NEVER;
    }

    private void send(long seconds, String end) throws SQLException {
        List<String> first = hasBegun() ? List.of() : List.of("begin");
        if (seconds < timeoutSeconds) {
            timeoutSeconds = seconds;
            settings.put("statement_timeout", seconds + "s");
        }
        List<PendingStatement<?>> sent = new ArrayList<>();
        if (!settings.isEmpty()) {
            switch (settingsForm) {
                case PARAMETERS ->
                    sent.add(new PendingStatement<>(
                            settings.query(), settings.values(), null, unknown -> null, this::send, null));
                case LITERALS -> first = sentLiterals(first);
            }
            settings.clear();
        }
        sent.addAll(pending);
        pending.clear();
        if (first.size() + sent.size() + end.length() > 0) {
            roundTrip(first, sent, end);
        }
    }

    /** Settings after the beginning are sent with the statements that need them. */
    private List<String> sentLiterals(List<String> begin) throws SQLException {
        List<String> statements =
                Stream.concat(begin.stream(), settings.literals().stream()).toList();
        if (begin.isEmpty()) {
            return statements;
        }
        roundTrip(statements, List.of(), "");
        return List.of();
    }

    private void roundTrip(List<String> first, List<PendingStatement<?>> sent, String end) throws SQLException {
        StringJoiner sql = new StringJoiner("; ");
        first.forEach(sql::add);
        List<@Nullable Object> values = new ArrayList<>();
        for (PendingStatement<?> one : sent) {
            sql.add(one.text());
            values.addAll(one.values());
        }
        if (!end.isEmpty()) {
            sql.add(end);
        }
        roundTrips.run(sql.toString(), values, () -> exchange(sql.toString(), first.size(), sent));
    }

    private void exchange(String sql, int withoutResult, List<PendingStatement<?>> sent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameters = 0;
            for (PendingStatement<?> one : sent) {
                parameters += one.bind(statement, parameters);
            }
            statement.execute();
            for (int i = 0; i < withoutResult; i++) {
                statement.getMoreResults();
            }
            for (PendingStatement<?> one : sent) {
                one.read(statement);
                statement.getMoreResults();
            }
        } catch (SQLException e) {
            failure = e;
            StatementOrigin.addTo(e, sent.stream().flatMap(PendingStatement::origin));
            throw meaning(e, sent);
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private static SQLException meaning(SQLException failure, List<PendingStatement<?>> sent) {
        DataAccessException failed = new DataAccessException("SQL " + failure.getMessage(), failure);
        for (PendingStatement<?> one : sent) {
            RuntimeException meaning = one.meaning(failed);
            if (meaning != null) {
                StatementOrigin.addTo(meaning, one.origin());
                throw meaning;
            }
        }
        return failure;
    }
}
