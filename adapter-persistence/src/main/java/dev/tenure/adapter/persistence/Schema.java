package dev.tenure.adapter.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The version of the schema, and its migrations. */
final class Schema {

    /** The version of the newest migration; finding it takes Flyway a quarter of a second. */
    static final int NEWEST = 6;

    static final String MIGRATIONS = "classpath:db/migration";

    private static final String HISTORY = "flyway_schema_history";

    private static final Duration LONGEST_WAIT_FOR_GRANT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final DatabaseSettings settings;

    /** It never decreases, so it is read once. */
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

    // Missing and not readable are one case: another process may be migrating a new database, whose history exists
    // before it is granted.
    private static int version(Connection connection) throws SQLException {
        String mayRead = "select has_table_privilege(to_regclass('" + HISTORY + "'), 'select')::int";
        try (Statement statement = connection.createStatement()) {
            long deadline = System.nanoTime() + LONGEST_WAIT_FOR_GRANT.toNanos();
            Integer allowed = first(statement, mayRead);
            while (allowed != null && allowed == 0 && System.nanoTime() < deadline) {
                LockSupport.parkNanos(POLL.toNanos());
                allowed = first(statement, mayRead);
            }
            Integer version = allowed == null
                    ? null
                    : first(statement, "select max(version::int) from " + HISTORY + " where success");
            return version == null ? 0 : version;
        }
    }

    private static @Nullable Integer first(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getObject(1, Integer.class);
        }
    }
}
