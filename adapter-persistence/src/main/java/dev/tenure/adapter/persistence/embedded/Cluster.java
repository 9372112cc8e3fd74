package dev.tenure.adapter.persistence.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** PostgreSQL's own directory, created once and then only checked, with the database and the logins in it. */
final class Cluster {

    static final String DATABASE = "tenure";

    private final DataDirectory directory;
    private final Logins logins;

    private Cluster(DataDirectory directory, Logins logins) {
        this.directory = directory;
        this.logins = logins;
    }

    /** The cluster of a data directory, created if it is missing; only under the exclusive lock. */
    static Cluster of(DataDirectory directory, Consumer<String> progress) throws IOException, InterruptedException {
        Path home = directory.cluster();
        discardUnfinished(directory);
        if (Files.exists(home)) {
            requireVersion(home);
        }
        Logins logins = Logins.of(directory);
        if (!Files.exists(home)) {
            create(directory, logins.superuser(), progress);
        }
        return new Cluster(directory, logins);
    }

    private static void requireVersion(Path home) throws IOException {
        Path file = home.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new EmbeddedPostgresException(
                    "%s holds no PostgreSQL database. Remove it, or choose another --data-dir.".formatted(home));
        }
        String version = Files.readString(file).strip();
        if (!version.equals(Binaries.MAJOR_VERSION)) {
            throw new EmbeddedPostgresException(
                    ("The database in %s was made by PostgreSQL %s, and this Tenure runs PostgreSQL %s. Dump it with the Tenure"
                                    + " that made it (or with PostgreSQL %s) and load it into a new one, or choose another"
                                    + " --data-dir.")
                            .formatted(home, version, Binaries.MAJOR_VERSION, version));
        }
    }

    // A cluster appears complete, by a rename: an interrupted creation is deleted.
    private static void create(DataDirectory directory, Credentials superuser, Consumer<String> progress)
            throws IOException, InterruptedException {
        DataDirectory.requireFree(directory.root(), 200, "the database");
        ServerUser user = ServerUser.of(directory);
        Binaries binaries = Binaries.unpacked(directory, user, progress);

        progress.accept("Creating the database in " + directory.root());
        Path unfinished = Files.createTempDirectory(directory.root(), "unfinished-", DataDirectory.PRIVATE_DIRECTORY);
        try {
            Path home = Files.createDirectory(unfinished.resolve("postgres"), DataDirectory.PRIVATE_DIRECTORY);
            Path password = unfinished.resolve("password");
            directory.write(password, superuser.password());
            user.own(unfinished);
            ServerUser.Outcome outcome = initdb(user, binaries, superuser, home);
            if (!outcome.succeeded()) {
                throw new EmbeddedPostgresException(initdbFailed(directory, outcome.output()));
            }
            Files.move(home, directory.cluster(), ATOMIC_MOVE);
            directory.sync();
        } finally {
            DataDirectory.discard(unfinished);
        }
    }

    private static ServerUser.Outcome initdb(ServerUser user, Binaries binaries, Credentials superuser, Path home)
            throws InterruptedException {
        List<String> command = List.of(
                binaries.program("initdb"),
                "--pgdata=" + user.nameOf(home),
                "--username=" + superuser.user(),
                "--pwfile=../password",
                "--auth=scram-sha-256",
                "--locale=C.UTF-8",
                "--encoding=UTF8",
                "--data-checksums",
                "--set=max_connections=100",
                // The passwords are 24 random bytes: more hash iterations would only slow down each command's logins.
                "--set=scram_iterations=256",
                "--set=shared_buffers=128MB");
        try {
            return ServerUser.run(user.command(home, command));
        } catch (IOException e) {
            return new ServerUser.Outcome(-1, DataDirectory.reason(e));
        }
    }

    private static String initdbFailed(DataDirectory directory, String output) {
        if (output.contains("No space left on device")) {
            return "No space for the database in %s: make room, or choose another --data-dir."
                    .formatted(directory.root());
        }
        return "PostgreSQL could not make its database in %s. Set TENURE_DATABASE_URL to a PostgreSQL of your own if this"
                        .formatted(directory.root())
                + " system cannot run the one that Tenure brings. It said:\n"
                + output;
    }

    private static void discardUnfinished(DataDirectory directory) throws IOException {
        try (Stream<Path> children = Files.list(directory.root())) {
            for (Path child : children.toList()) {
                if (child.getFileName().toString().startsWith("unfinished-")) {
                    DataDirectory.discard(child);
                }
            }
        }
    }

    Logins logins() {
        return logins;
    }

    /** Creates the logins and the database if they are missing. */
    void setUp(int port) throws SQLException {
        String owner = logins.owner().user();
        String application = logins.application().user();
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", owner)) {
                // On an external server the owner creates the application's login by hand, so it may manage it here
                // too.
                statement.execute("""
                        begin;
                        create role %1$s login createrole password '%2$s';
                        create role %3$s login password '%4$s';
                        grant %3$s to %1$s with admin true, inherit false, set true;
                        commit""".formatted(
                                owner,
                                logins.owner().password(),
                                application,
                                logins.application().password()));
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database %s owner %s".formatted(DATABASE, owner));
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * Whether the server on a port serves this directory, and not a copy with the same passwords: a copy has everything
     * except the time at which the system last changed the file.
     */
    boolean isServedOn(int port) throws SQLException, IOException {
        Path witness = directory.cluster().resolve("PG_VERSION");
        long changed = ((FileTime) Files.getAttribute(witness, "unix:ctime")).toMillis() / 1000;
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement();
                ResultSet seen = statement.executeQuery(
                        "select extract(epoch from (pg_stat_file('PG_VERSION')).change)::bigint")) {
            return seen.next() && seen.getLong(1) == changed;
        }
    }

    private Connection connect(int port) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", logins.superuser().user());
        settings.setProperty("password", logins.superuser().password());
        settings.setProperty("sslmode", "disable");
        settings.setProperty("gssEncMode", "disable");
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "30");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), settings);
    }
}
