package dev.tenure.adapter.persistence;

import dev.tenure.adapter.persistence.DatabaseSettings.Login;
import dev.tenure.adapter.persistence.embedded.Credentials;
import dev.tenure.adapter.persistence.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A PostgreSQL in a directory of its own, gone when closed. */
public final class TestServer implements AutoCloseable {

    private final Path scratch;
    private final EmbeddedPostgres postgres;

    private TestServer(Path scratch, EmbeddedPostgres postgres) {
        this.scratch = scratch;
        this.postgres = postgres;
    }

    public static TestServer start() {
        try {
            Path scratch = Files.createTempDirectory("tenure-it");
            // The server may run as another user, who has to get there.
            if (!scratch.toFile().setExecutable(true, false)) {
                throw new IOException("cannot open " + scratch);
            }
            return new TestServer(scratch, EmbeddedPostgres.open(scratch.resolve("data"), step -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the product uses its own server. */
    public DatabaseSettings settings() {
        return new DatabaseSettings(url(), login(postgres.application()), owner(), DatabaseSettings.USUAL_POOL_SIZE);
    }

    public String url() {
        return postgres.jdbcUrl();
    }

    /** The server without a database behind it. */
    public String urlOf(String database) {
        return url().substring(0, url().lastIndexOf('/') + 1) + database;
    }

    public Login owner() {
        return login(postgres.owner());
    }

    public Login superuser() {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(scratch.resolve("data/credentials"))) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Login("postgres", passwords.getProperty("postgres"));
    }

    private static Login login(Credentials credentials) {
        return new Login(credentials.user(), credentials.password());
    }

    public Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(url(), login.user(), login.password());
    }

    /** Runs statements as the superuser. */
    public void administer(String... statements) throws SQLException {
        try (Connection connection = connect(superuser());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** One value, as the superuser, whom row-level security does not hold. */
    public String ask(String query) throws SQLException {
        try (Connection connection = connect(superuser());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "nothing";
        }
    }

    /** What PostgreSQL itself has logged so far. */
    public String log() throws IOException {
        return Files.readString(scratch.resolve("data/postgres.log"));
    }

    /** Kills PostgreSQL as a power failure would. */
    public void kill() throws IOException {
        String pid = Files.readAllLines(scratch.resolve("data/postgres/postmaster.pid"))
                .get(0);
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    @Override
    public void close() {
        postgres.close();
        try (Stream<Path> walk = Files.walk(scratch)) {
            List<Path> paths = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
