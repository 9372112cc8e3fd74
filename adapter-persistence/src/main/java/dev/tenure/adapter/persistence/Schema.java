package dev.tenure.adapter.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The version of the tables, and the way to a newer one. */
final class Schema {

    /** The version of the newest migration; looking for it costs Flyway a quarter of a second. */
    static final int NEWEST = 4;

    static final String MIGRATIONS = "classpath:db/migration";

    private static final String HISTORY = "flyway_schema_history";

    private static final Duration LONGEST_WAIT_FOR_GRANT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final DatabaseSettings settings;

    /** It never goes back, so it is looked for once. */
    private volatile boolean upToDate;

    Schema(DatabaseSettings settings) {
        this.settings = settings;
    }

    boolean isUpToDate(Connection connection) throws SQLException {
        return seen(connection) == NEWEST;
    }

    void requireNotNewer(Connection connection) throws SQLException {
        int version = seen(connection);
        if (version > NEWEST) {
            throw new DatabaseProblem(
                    "The schema at %s is of version %d, and this Tenure knows versions up to %d. Use a newer Tenure."
                            .formatted(settings.place(), version, NEWEST));
        }
    }

    void requireUpToDate(Connection connection) throws SQLException {
        requireNotNewer(connection);
        int version = seen(connection);
        if (version < NEWEST) {
            throw new DatabaseProblem(
                    "The schema at %s is of version %d, and this Tenure needs version %d. Run: tenure migrate"
                            .formatted(settings.place(), version, NEWEST));
        }
    }

    private int seen(Connection connection) throws SQLException {
        int version = upToDate ? NEWEST : version(connection);
        upToDate = version == NEWEST;
        return version;
    }

    int migrate() {
        try {
            return Flyway.configure()
                    .dataSource(
                            settings.jdbcUrl(),
                            settings.owner().user(),
                            settings.owner().password())
                    .locations(MIGRATIONS)
                    .table(HISTORY)
                    .placeholderReplacement(false)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new DatabaseProblem(
                    "The schema at %s can't be brought up to date: %s".formatted(settings.place(), e.getMessage()), e);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            awaitGrant(statement);
            return first(statement, "select (to_regclass('" + HISTORY + "') is not null)::int") == 0
                    ? 0
                    : first(statement, "select coalesce(max(version::int), 0) from " + HISTORY + " where success");
        }
    }

    // Another process may be migrating a new database: its history is there before the first migration has granted it.
    private static void awaitGrant(Statement statement) throws SQLException {
        String unreadable =
                "select (not coalesce(has_table_privilege(to_regclass('" + HISTORY + "'), 'select'), true))::int";
        long deadline = System.nanoTime() + LONGEST_WAIT_FOR_GRANT.toNanos();
        while (first(statement, unreadable) == 1 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static int first(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
