package dev.tenure.benchmarks.server;

import dev.tenure.benchmarks.BenchmarkException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL of a running server, found by its data directory as in the operator's guide. */
public final class Database {

    public static final String APPLICATION = "tenure_app";

    private static final String SUPERUSER = "postgres";
    private static final String NAME = "tenure";
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums");

    private final long postmaster;
    private final int port;
    private final Properties passwords;
    private @Nullable Connection own;

    private Database(long postmaster, int port, Properties passwords) {
        this.postmaster = postmaster;
        this.port = port;
        this.passwords = passwords;
    }

    public static Database of(Path data) {
        try (Reader reader = Files.newBufferedReader(data.resolve("credentials"))) {
            List<String> lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
            Properties passwords = new Properties();
            passwords.load(reader);
            return new Database(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()),
                    passwords);
        } catch (IOException e) {
            throw new BenchmarkException("no embedded PostgreSQL runs in %s: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** Refuses to measure a database that could lose committed data. */
    public Map<String, String> requireDurable() {
        Map<String, String> settings = new TreeMap<>();
        for (String setting : DURABLE) {
            String value = value("show " + setting);
            if (!value.equals("on")) {
                throw new BenchmarkException(
                        "PostgreSQL's %s is %s; only a durable database is measured".formatted(setting, value));
            }
            settings.put(setting, value);
        }
        settings.put("server_version", value("show server_version"));
        settings.put("shared_buffers", value("show shared_buffers"));
        return settings;
    }

    /** Connects as the superuser, who bypasses row-level security. */
    public Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", SUPERUSER);
        settings.setProperty("password", password(SUPERUSER));
        settings.setProperty("sslmode", "disable");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME), settings);
    }

    /** The shared connection for single queries; it ends with the server. */
    public synchronized Connection own() throws SQLException {
        if (own == null) {
            own = connect();
            try (Statement statement = own.createStatement()) {
                statement.execute("set timezone = 'UTC'");
            }
        }
        return own;
    }

    public void execute(String... statements) {
        try (Statement statement = own().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new BenchmarkException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    public String value(String query) {
        return values(query).get(0);
    }

    /** The values of the first column. */
    public List<String> values(String query) {
        try (Statement statement = own().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new BenchmarkException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    /** The libpq settings to connect as the application, for one tenant. */
    public Map<String, String> libpqOf(String tenant) {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(port),
                "PGDATABASE",
                NAME,
                "PGUSER",
                APPLICATION,
                "PGPASSWORD",
                password(APPLICATION),
                "PGSSLMODE",
                "disable",
                "PGOPTIONS",
                "-c tenure.tenant_id=" + tenant);
    }

    /** Total CPU time of PostgreSQL. */
    public long cpuMicros() {
        return Cpu.ofTree(postmaster);
    }

    private String password(String user) {
        return java.util.Objects.requireNonNull(passwords.getProperty(user), user);
    }
}
