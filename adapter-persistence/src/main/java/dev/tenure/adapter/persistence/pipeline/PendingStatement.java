package dev.tenure.adapter.persistence.pipeline;

import dev.tenure.application.shared.out.Deferred;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** A statement that is not sent yet, and later its result. */
final class PendingStatement<T> implements Deferred<T> {

    private final PreparedQuery statement;
    private final List<? extends @Nullable Object> values;
    private final @Nullable Function<List<Record>, T> reader;
    private final Function<DataAccessException, @Nullable RuntimeException> meaning;
    private final Runnable send;
    private final @Nullable StatementOrigin origin;
    private @Nullable T result;

    /**
     * @param reader makes a result of the rows; null if there is no result
     * @param meaning maps a failure of the statement to an exception; to null if it does not recognize the failure
     * @param send sends all pending statements, including this one
     * @param origin where a write was issued; null for a read, whose failure appears where its result is read
     */
    PendingStatement(
            PreparedQuery statement,
            List<? extends @Nullable Object> values,
            @Nullable Function<List<Record>, T> reader,
            Function<DataAccessException, @Nullable RuntimeException> meaning,
            Runnable send,
            @Nullable StatementOrigin origin) {
        this.statement = statement;
        this.values = values;
        this.reader = reader;
        this.meaning = meaning;
        this.send = send;
        this.origin = origin;
    }

    String text() {
        return statement.text();
    }

    List<? extends @Nullable Object> values() {
        return values;
    }

    /** Binds the values after the parameters of other statements; returns the number of its own. */
    int bind(PreparedStatement sent, int before) throws SQLException {
        statement.bind(sent, before, values);
        return statement.parameters();
    }

    Stream<StatementOrigin> origin() {
        return Stream.ofNullable(origin);
    }

    /** Reads the rows of the server's answer. */
    void read(PreparedStatement sent) throws SQLException {
        if (reader != null) {
            try (ResultSet rows = sent.getResultSet()) {
                result = reader.apply(Rows.read(rows, statement.columns()));
            }
        }
    }

    @Nullable
    RuntimeException meaning(DataAccessException failure) {
        return meaning.apply(failure);
    }

    @Override
    public T get() {
        if (result == null) {
            send.run();
        }
        T received = result;
        if (received == null) {
            throw new IllegalStateException("the transaction ended before this was sent");
        }
        return received;
    }
}
