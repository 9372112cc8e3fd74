package dev.tenure.adapter.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenure.adapter.persistence.DatabaseSettings.Login;
import dev.tenure.adapter.persistence.pipeline.SettingsForm;
import dev.tenure.adapter.persistence.transaction.Instruments;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.adapter.persistence.transaction.TransactionSettings;
import dev.tenure.application.shared.out.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jooq.ExecuteListener;

/**
 * The database of an installation: its pool of connections, its schema and its transactions. Use it in this order:
 * {@link #open}, {@link #migrate}, {@link #transactions}, and {@link #close} at the end.
 */
public final class Database implements AutoCloseable {

    private static final int OLDEST_SERVER = 14;
    private static final Duration LONGEST_WAIT_FOR_CONNECTION = Duration.ofSeconds(2);

    // A prepared statement is planned once: by default the server plans a statement with an array parameter at each
    // call. A distributed one has no generic plan for a statement of two tables.
    private static final String PLAN_CACHE_MODE = """
            select set_config(
                'plan_cache_mode',
                case when exists (select from pg_extension where extname = 'citus') then 'auto' else 'force_generic_plan' end,
                false)""";

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final Schema schema;
    private final Instruments instruments;
    private final List<ExecuteListener> listeners;

    private Database(
            DatabaseSettings settings,
            HikariDataSource pool,
            Schema schema,
            Instruments instruments,
            List<ExecuteListener> listeners) {
        this.settings = settings;
        this.pool = pool;
        this.schema = schema;
        this.instruments = instruments;
        this.listeners = listeners;
    }

    /**
     * Logs in, checks that this program can work with the database, and opens the pool. The schema may still be missing
     * or old.
     *
     * @throws DatabaseProblem when the server can't be reached or is too old, refuses the login, or its schema is newer
     *     than this program
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, List.of());
    }

    /** As {@link #open(DatabaseSettings)}, with metrics and traces of the pool and the transactions. */
    public static Database open(DatabaseSettings settings, MeterRegistry meters, OpenTelemetry tracing) {
        HikariConfig pool = pool(settings);
        pool.setMetricRegistry(meters);
        return open(settings, pool, Instruments.of(meters, tracing), List.of());
    }

    /** As {@link #open(DatabaseSettings)}, with a listener for every statement. */
    static Database open(DatabaseSettings settings, List<ExecuteListener> listeners) {
        return open(settings, pool(settings), Instruments.none(), listeners);
    }

    private static Database open(
            DatabaseSettings settings, HikariConfig pool, Instruments instruments, List<ExecuteListener> listeners) {
        Schema schema = new Schema(settings);
        HikariDataSource connections = connected(settings, pool);
        try (Connection connection = connections.getConnection()) {
            requireVersion(connection.getMetaData().getDatabaseMajorVersion());
            schema.requireNotNewer(connection);
        } catch (SQLException e) {
            connections.close();
            throw ConnectionFailures.problem(settings, settings.application(), e);
        } catch (DatabaseProblem problem) {
            connections.close();
            throw problem;
        }
        return new Database(settings, connections, schema, instruments, listeners);
    }

    private static HikariDataSource connected(DatabaseSettings settings, HikariConfig pool) {
        try {
            return new HikariDataSource(pool);
        } catch (RuntimeException failed) {
            // The pool wraps the exception of the driver.
            throw failed.getCause() instanceof SQLException refused
                    ? ConnectionFailures.problem(settings, settings.application(), refused)
                    : failed;
        }
    }

    static void requireVersion(int serverVersion) {
        if (serverVersion < OLDEST_SERVER) {
            throw new DatabaseProblem("Tenure needs PostgreSQL %d or newer, and this server is PostgreSQL %d."
                    .formatted(OLDEST_SERVER, serverVersion));
        }
    }

    private static Connection connect(DatabaseSettings settings, Login login) throws SQLException {
        Properties properties = driverSettings();
        properties.setProperty("user", login.user());
        if (login.password() != null) {
            properties.setProperty("password", login.password());
        }
        return DriverManager.getConnection(settings.jdbcUrl(), properties);
    }

    // A parameter in the URL overrides these. The socket times out well after the server has ended a statement itself.
    private static Properties driverSettings() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "tenure");
        properties.setProperty("assumeMinServerVersion", String.valueOf(OLDEST_SERVER));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        // The detail of an error repeats the values of the row, and messages end up in logs.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    private static HikariConfig pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tenure");
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.application().user());
        config.setPassword(settings.application().password());
        config.setDataSourceProperties(driverSettings());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT_FOR_CONNECTION.toMillis());
        config.setConnectionInitSql(PLAN_CACHE_MODE);
        // The first login is tried at once, and only once.
        config.setInitializationFailTimeout(1);
        return config;
    }

    /** Whether the schema has the version of this program. */
    public boolean isUpToDate() {
        try (Connection connection = pool.getConnection()) {
            return schema.isUpToDate(connection);
        } catch (SQLException e) {
            throw ConnectionFailures.problem(settings, settings.application(), e);
        }
    }

    /**
     * Brings the schema up to date, as its owner; concurrent processes wait for each other.
     *
     * @return how many migrations ran
     * @throws DatabaseProblem when that is impossible
     */
    public int migrate() {
        if (isUpToDate()) {
            return 0;
        }
        try (Connection connection = connect(settings, settings.owner())) {
            requireVersion(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw ConnectionFailures.problem(settings, settings.owner(), e);
        }
        return schema.migrate();
    }

    /**
     * The transactions on this database, under row-level security: as the login itself if it is restricted, otherwise
     * as the role {@code tenure_app}.
     *
     * @throws DatabaseProblem when the schema is not up to date, or row-level security would not apply
     */
    public JooqTransactions transactions() {
        try (Connection connection = pool.getConnection()) {
            schema.requireUpToDate(connection);
            String role = new WorkingRole(connection, settings.application().user()).choose();
            SettingsForm form = isDistributed(connection) ? SettingsForm.LITERALS : SettingsForm.PARAMETERS;
            return new JooqTransactions(pool, new TransactionSettings(role, form), instruments, listeners);
        } catch (SQLException e) {
            throw ConnectionFailures.problem(settings, settings.application(), e);
        }
    }

    private static boolean isDistributed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select from pg_extension where extname = 'citus'")) {
            return found.next();
        }
    }

    /** @throws Unavailable when the database does not respond at once */
    public void ping() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) LONGEST_WAIT_FOR_CONNECTION.toSeconds());
            statement.execute("select 1");
        } catch (SQLException e) {
            throw new Unavailable("the database does not answer", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
